package gewu.kernel.version;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was offered, and what people said about it. Safe for all threads.
final class VersionBook {
    private final Store store;
    private final Clock clock;
    private final VersionTable table;
    private final VersionFinder finder;
    private final VersionChains chains;

    VersionBook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.table = new VersionTable(store);
        this.finder = new VersionFinder(store, clock);
        this.chains = new VersionChains(store);
    }

    List<VersionOffer> offers() {
        return table.offers();
    }

    List<VersionOffer> offers(String report) {
        return table.offers(report);
    }

    /// Whether reports changed, or their facts, since they were last looked at.
    boolean isBehind() {
        return !table.stale(1).isEmpty();
    }

    /// Looks at reports of which people said something since they were last looked at.
    void catchUp(Progress progress) {
        finder.catchUp(progress);
    }

    VersionChains chains() {
        return chains;
    }

    /// A person says that `newer` is a version of the same report as `older`, and the newer one.
    ///
    /// @throws WorkbenchException if years or organisations differ, or if it was said the other way round
    void accept(String older, String newer) {
        store.inTransaction(() -> {
            VersionTable.Subject one = subject(older);
            VersionTable.Subject other = subject(newer);
            Set<Doubt> doubts = switch (finder.verdict(one, other)) {
                case Identity.Verdict.Different(Doubt about) -> throw different(one, other, about);
                case Identity.Verdict.MayBeSame(var left) -> left;
            };
            Optional<VersionOffer> kept = between(older, newer);
            if (leads(newer, older, kept)) {
                throw usage(
                        newer + " is an older version than " + older + ", as was said before.",
                        "Take that back with gewu versions reset, then say it anew.");
            }
            say(finder.compared(one, other, doubts), kept, VersionOffer.State.ACCEPTED);
        });
    }

    /// A person says that two reports are not versions of one. They are not offered again.
    void decline(String older, String newer) {
        store.inTransaction(() -> say(
                finder.compared(subject(older), subject(newer), Set.of()),
                between(older, newer),
                VersionOffer.State.DECLINED));
    }

    /// Takes back what a person said about two reports.
    void reset(String one, String other) {
        store.inTransaction(() -> {
            VersionOffer kept = between(one, other)
                    .filter(it -> it.state() != VersionOffer.State.OFFERED)
                    .orElseThrow(() -> usage(
                            "Nothing was said about " + one + " and " + other + ".",
                            "See gewu versions --all for what was."));
            if (finder.isOffered(subject(one), subject(other))) {
                table.decide(kept, VersionOffer.State.OFFERED, Optional.empty());
            } else {
                table.drop(kept);
            }
        });
    }

    private void say(VersionOffer compared, Optional<VersionOffer> kept, VersionOffer.State state) {
        boolean isSameWay =
                kept.filter(it -> it.older().equals(compared.older())).isPresent();
        VersionOffer offer = compared;
        if (kept.isPresent() && isSameWay) {
            offer = kept.get();
        } else {
            kept.ifPresent(table::drop);
            table.add(compared);
        }
        table.decide(offer, state, Optional.of(clock.instant()));
    }

    private Optional<VersionOffer> between(String one, String other) {
        return table.offers(one).stream()
                .filter(it -> it.beside(one).equals(other))
                .findFirst();
    }

    /// Whether accepted pairs lead from an older report to a newer one, without the pair `besides`.
    private boolean leads(String from, String to, Optional<VersionOffer> besides) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String one = next.remove();
            if (one.equals(to)) {
                return true;
            }
            if (seen.add(one)) {
                table.offers(one).stream()
                        .filter(it -> it.state() == VersionOffer.State.ACCEPTED
                                && it.older().equals(one)
                                && besides.filter(it::equals).isEmpty())
                        .forEach(it -> next.add(it.newer()));
            }
        }
        return false;
    }

    private VersionTable.Subject subject(String report) {
        return table.subject(report)
                .orElseThrow(() -> usage("There is no report " + report + ".", "List them with gewu reports."));
    }

    private static WorkbenchException different(VersionTable.Subject one, VersionTable.Subject other, Doubt about) {
        String words = about == Doubt.YEAR
                ? "years: " + year(one) + " and " + year(other)
                : "organisations: " + org(one) + " and " + org(other);
        return usage(
                one.report() + " and " + other.report() + " are reports of different " + words + ".",
                "If one of these was read wrongly, correct it first: gewu facts REPORT --set "
                        + (about == Doubt.YEAR ? "year=2022" : "org=NAME") + ".");
    }

    private static String year(VersionTable.Subject subject) {
        int year = subject.identity().facts().year();
        return year == 0 ? "unknown" : Integer.toString(year);
    }

    private static String org(VersionTable.Subject subject) {
        String org = subject.identity().facts().org();
        return org.isEmpty() ? "unknown" : org;
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
