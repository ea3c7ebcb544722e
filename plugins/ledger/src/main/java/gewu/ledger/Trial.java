package gewu.ledger;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether an act could be done to an item now, and what has to be filled in for it. Found by asking the act's own
/// guards, with everything filled in that may be: what still fails is in the way, what is missed when it is left out
/// is needed. Nothing is written.
///
/// @param needed    inputs without which a guard fails
/// @param isReasoned whether it needs a reason
/// @param inTheWay  guards that fail whatever is filled in
record Trial(Act act, Set<Input> needed, boolean isReasoned, List<Guard> inTheWay) {
    private static final String WORDS = "…";

    Trial {
        needed = Set.copyOf(needed);
        inTheWay = List.copyOf(inTheWay);
    }

    /// Whether somebody can do it now.
    boolean isOpen() {
        return inTheWay.isEmpty();
    }

    static Trial of(Act act, String id, Fields item, Offers offers, Office office) {
        return new Asked(act, id, item, offers, office).answer();
    }

    /// Who would do it is not known yet: somebody of the lead unit in every role who had no part in it.
    private static Actor somebody(Fields item) {
        Actor anybody = Actor.anybody("");
        return new Actor(anybody.name(), anybody.roles(), item.of("lead"));
    }

    private record Asked(Act act, String id, Fields item, Offers offers, Office office) {
        Trial answer() {
            Map<Input, String> filled = new EnumMap<>(Input.class);
            act.takes().forEach(it -> filled.put(it, offered(it).getFirst()));
            for (Guard guard : failing(filled, WORDS)) {
                Map<Input, String> other = better(guard, filled).orElse(Map.copyOf(filled));
                filled.clear();
                filled.putAll(other);
            }
            List<Guard> inTheWay = failing(filled, WORDS);
            Set<Input> needed = EnumSet.noneOf(Input.class);
            for (Input it : act.takes()) {
                Map<Input, String> without = new EnumMap<>(filled);
                without.remove(it);
                if (!inTheWay.containsAll(failing(without, WORDS))) {
                    needed.add(it);
                }
            }
            return new Trial(act, needed, !inTheWay.containsAll(failing(filled, "")), inTheWay);
        }

        private List<Guard> failing(Map<Input, String> filled, String reason) {
            Role role = Stream.of(Role.values())
                    .filter(it -> it != Role.SYSTEM && act.who().contains(it))
                    .findFirst()
                    .orElse(Role.SYSTEM);
            Case it = new Case(act, id, item, filled, somebody(item), role, reason, office);
            return act.guards().stream().filter(guard -> !guard.holds(it)).toList();
        }

        /// The same with one input left out or given another value, so that the guard holds.
        private Optional<Map<Input, String>> better(Guard guard, Map<Input, String> filled) {
            for (Input input : act.takes()) {
                Map<Input, String> other = new EnumMap<>(filled);
                other.remove(input);
                if (!failing(other, WORDS).contains(guard)) {
                    return Optional.of(other);
                }
                for (String value : offered(input)) {
                    other.put(input, value);
                    if (!failing(other, WORDS).contains(guard)) {
                        return Optional.of(other);
                    }
                }
            }
            return Optional.empty();
        }

        private List<String> offered(Input input) {
            List<String> kept = offers.of(act, input).stream().map(Offer::kept).toList();
            if (!kept.isEmpty()) {
                return kept;
            }
            return switch (input.kind()) {
                case DATE -> offers.days().stream().map(Offer::kept).toList();
                case NUMBER -> input == Input.PERCENT ? List.of("100") : List.of("1");
                case MONEY -> List.of("100");
                case TEXT, CHOICE, UNIT, UNITS, PERSON, ITEM -> List.of(WORDS);
            };
        }
    }
}
