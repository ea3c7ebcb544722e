package gewu.kernel.version;

import gewu.api.job.Progress;
import gewu.api.report.Report;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out whether a report is one that is there already, saved again, and offers it. Safe for all threads.
///
/// A report is found by a few numbers ([Sketch]); whether two are alike is counted ([Shingles]); whether they
/// can be the same report is a matter of year and organisation ([Identity]).
public final class VersionFinder {
    /// Shorter texts are alike by chance.
    private static final int FEWEST_SHINGLES = 40;

    /// The same report, saved again, shares so much; see decision 028 for the figures.
    private static final double ALIKE = 0.55;

    /// An excerpt or a report with an annex: nearly all of the shorter one stands in the longer.
    private static final double CONTAINED = 0.9;

    /// Below this an excerpt is too short to stand for the whole.
    private static final double PART = 0.3;

    /// Where year, organisation or title leave a doubt.
    private static final double ALIKE_THOUGH_DOUBTED = 0.8;

    private static final int MOST_OFFERS = 3;
    private static final int LARGEST_GROUP = 200;
    private static final int AT_ONCE = 100;
    private static final int BASIS_POINTS = 10_000;

    private final Store store;
    private final Clock clock;
    private final VersionTable table;

    public VersionFinder(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.table = new VersionTable(store);
    }

    /// A report much like another.
    private record Match(
            VersionTable.Subject other, Shingles.Likeness likeness, boolean isSameWords, Set<Doubt> doubts) {}

    /// Looks whether the newest version of a report is much like another report, and offers that. Call it in the
    /// transaction that keeps the version, behind everything else.
    ///
    /// @param isYearSaid whether its year is a person's word, or that of a folder's rules
    public void look(Report report, boolean isYearSaid) {
        look(new VersionTable.Subject(
                report.id(), report.version(), new Identity(report.facts(), isYearSaid, report.text())));
    }

    /// Looks at the reports that were kept before this could be done, or of which people said something since.
    ///
    /// @return how many
    public int catchUp(Progress progress) {
        int done = 0;
        List<String> stale = table.stale(AT_ONCE);
        while (!stale.isEmpty() && !progress.isCancelled()) {
            List<String> some = stale;
            store.inTransaction(() -> some.forEach(it -> table.subject(it).ifPresent(this::look)));
            done += some.size();
            stale = table.stale(AT_ONCE);
        }
        return done;
    }

    /// How many of these reports wait for a person's word on whether they are new versions.
    public int waiting(Set<String> reports) {
        return (int) reports.stream()
                .filter(report -> table.offers(report).stream()
                        .anyMatch(it -> it.state() == VersionOffer.State.OFFERED
                                && it.newer().equals(report)))
                .count();
    }

    private void look(VersionTable.Subject subject) {
        String words = Words.of(subject.identity().text());
        List<Long> buckets = Sketch.of(words);
        table.keep(subject, buckets);
        table.dropOpen(subject.report());
        List<String> candidates = table.candidates(subject, buckets);
        if (candidates.isEmpty()) {
            return;
        }
        Shingles shingles = Shingles.of(words);
        List<Match> matches = new ArrayList<>();
        for (String candidate : candidates) {
            table.subject(candidate)
                    .flatMap(other -> match(subject, words, shingles, other))
                    .ifPresent(matches::add);
        }
        matches.sort(Comparator.comparingDouble((Match it) -> -it.likeness().jaccard())
                .thenComparing(it -> it.other().report()));
        offer(subject, matches);
    }

    /// Whether a person may say that two reports are versions of one; says what tells them apart if not.
    Identity.Verdict verdict(VersionTable.Subject one, VersionTable.Subject other) {
        return one.identity().beside(other.identity());
    }

    /// What an offer of these two would say, however little they are alike.
    VersionOffer compared(VersionTable.Subject older, VersionTable.Subject newer, Set<Doubt> doubts) {
        String ours = Words.of(older.identity().text());
        String theirs = Words.of(newer.identity().text());
        Shingles.Likeness likeness = Shingles.of(ours).with(Shingles.of(theirs));
        return offer(older, newer, likeness, ours.equals(theirs), doubts);
    }

    /// Whether these two would be offered of their own accord.
    boolean isOffered(VersionTable.Subject one, VersionTable.Subject other) {
        String words = Words.of(one.identity().text());
        return match(one, words, Shingles.of(words), other).isPresent();
    }

    private Optional<Match> match(
            VersionTable.Subject subject, String words, Shingles shingles, VersionTable.Subject other) {
        if (shingles.count() < FEWEST_SHINGLES) {
            return Optional.empty();
        }
        return switch (verdict(subject, other)) {
            case Identity.Verdict.Different _ -> Optional.empty();
            case Identity.Verdict.MayBeSame(var doubts) -> match(words, shingles, other, doubts);
        };
    }

    private static Optional<Match> match(
            String words, Shingles shingles, VersionTable.Subject other, Set<Doubt> doubts) {
        String otherWords = Words.of(other.identity().text());
        boolean isSameWords = words.equals(otherWords);
        Shingles.Likeness likeness = shingles.with(isSameWords ? shingles : Shingles.of(otherWords));
        boolean isMatch =
                doubts.isEmpty() || isSameWords ? isAlike(likeness) : likeness.jaccard() >= ALIKE_THOUGH_DOUBTED;
        return isMatch ? Optional.of(new Match(other, likeness, isSameWords, doubts)) : Optional.empty();
    }

    private static boolean isAlike(Shingles.Likeness likeness) {
        return likeness.jaccard() >= ALIKE || (likeness.containment() >= CONTAINED && likeness.jaccard() >= PART);
    }

    /// Offers the report to the likest of each group of reports that belong together, unless people have spoken about
    /// it and that group before.
    private void offer(VersionTable.Subject subject, List<Match> matches) {
        Set<String> spokenOf = new HashSet<>();
        spokenOf.add(subject.report());
        table.offers(subject.report()).forEach(it -> spokenOf.add(it.beside(subject.report())));
        int offered = 0;
        for (Match match : matches) {
            Set<String> group = group(match.other().report());
            boolean isNews = group.stream().noneMatch(spokenOf::contains);
            if (isNews && offered < MOST_OFFERS) {
                boolean isOlder = !table.firstAt(match.other().report()).isAfter(table.firstAt(subject.report()));
                table.add(offer(
                        isOlder ? match.other() : subject,
                        isOlder ? subject : match.other(),
                        match.likeness(),
                        match.isSameWords(),
                        match.doubts()));
                spokenOf.addAll(group);
                offered++;
            }
        }
    }

    private VersionOffer offer(
            VersionTable.Subject older,
            VersionTable.Subject newer,
            Shingles.Likeness likeness,
            boolean isSameWords,
            Set<Doubt> doubts) {
        return new VersionOffer(
                older.report(),
                newer.report(),
                VersionOffer.State.OFFERED,
                (int) (likeness.jaccard() * BASIS_POINTS),
                isSameWords,
                doubts,
                clock.instant(),
                Optional.empty());
    }

    /// The reports that are tied to this one by offers, itself among them.
    private Set<String> group(String report) {
        Set<String> group = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(report));
        while (!next.isEmpty() && group.size() < LARGEST_GROUP) {
            String one = next.remove();
            if (group.add(one)) {
                table.offers(one).stream()
                        .filter(it -> it.state() != VersionOffer.State.DECLINED)
                        .forEach(it -> next.add(it.beside(one)));
            }
        }
        return group;
    }
}
