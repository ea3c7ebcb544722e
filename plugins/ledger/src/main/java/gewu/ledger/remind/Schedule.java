package gewu.ledger.remind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What falls due: rules set against the days of an item and against what was sent. It knows no clock. Immutable.
///
/// @param since by a rule's line, from which day it counts; [LocalDate#MIN] for always
record Schedule(Rules rules, Map<String, LocalDate> since, Predicate<LocalDate> worked) {
    private static final Comparator<Due> BY_DAY = Comparator.comparing(Due::on);

    Schedule {
        since = Map.copyOf(since);
    }

    /// All that has fallen due until the end of `today` and was not sent, oldest first.
    List<Due> due(Matter matter, List<Sent> sent, LocalDate today) {
        List<Due> all = new ArrayList<>();
        each(matter, sent, (rule, anchor, keys) -> {
            Due it = turn(rule, anchor, 0);
            while (!it.on().isAfter(today)) {
                if (isWanted(it, keys)) {
                    all.add(it);
                }
                if (rule.every() == 0) {
                    return;
                }
                it = turn(rule, anchor, it.turn() + 1);
            }
        });
        all.sort(BY_DAY);
        return all;
    }

    /// The first that was not sent, whether it has fallen due or not.
    Optional<Due> next(Matter matter, List<Sent> sent) {
        List<Due> all = new ArrayList<>();
        each(matter, sent, (rule, anchor, keys) -> {
            Due it = turn(rule, anchor, 0);
            while (!isWanted(it, keys) && rule.every() > 0) {
                it = turn(rule, anchor, it.turn() + 1);
            }
            if (isWanted(it, keys)) {
                all.add(it);
            }
        });
        return all.stream().min(BY_DAY);
    }

    /// What a rule does for one day of an item.
    private interface Visit {
        void to(Rule rule, Anchor anchor, Set<String> keys);
    }

    private void each(Matter matter, List<Sent> sent, Visit visit) {
        Set<String> keys = new HashSet<>();
        sent.forEach(it -> keys.add(key(it.rule(), it.revision(), it.turn())));
        List<Anchor> anchors = new ArrayList<>(matter.anchors());
        unanswered(matter, sent).ifPresent(anchors::add);
        for (Anchor anchor : anchors) {
            for (Rule rule : rules.all()) {
                if (rule.isFor(anchor.basis(), matter.kind())) {
                    visit.to(rule, anchor, keys);
                }
            }
        }
    }

    /// The first red reminder of the present deadline behind the last answer of the unit.
    private static Optional<Anchor> unanswered(Matter matter, List<Sent> sent) {
        return matter.deadline()
                .flatMap(deadline -> sent.stream()
                        .filter(it -> it.colour() == Colour.RED && it.basis() == Basis.DEADLINE)
                        .filter(it -> it.revision().equals(deadline.revision()))
                        .map(Sent::sentOn)
                        .filter(on -> matter.answered()
                                .filter(day -> !day.isBefore(on))
                                .isEmpty())
                        .min(Comparator.naturalOrder())
                        .map(on -> new Anchor(Basis.UNANSWERED, deadline.revision() + "@" + on, on, on, "")));
    }

    private Due turn(Rule rule, Anchor anchor, long turn) {
        return new Due(rule, anchor, turn, rule.first(anchor.day(), worked).plusDays(turn * rule.every()));
    }

    private boolean isWanted(Due it, Set<String> keys) {
        return !it.on().isBefore(it.anchor().since())
                && !it.on().isBefore(since.getOrDefault(it.rule().line(), LocalDate.MIN))
                && !keys.contains(key(it.rule().id(), it.anchor().revision(), it.turn()));
    }

    private static String key(String rule, String revision, long turn) {
        return rule + "\t" + revision + "\t" + turn;
    }
}
