package gewu.compare;

import gewu.api.job.Progress;
import gewu.api.report.OtherVersion;
import gewu.api.report.ReportFacts;
import gewu.api.report.Reports;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// The map of boilerplate: which sentences stand in which reports, how much of each report stands elsewhere too, and
/// which paragraphs were carried over. Made in sweeps over all sentences, some hundred thousand at a time.
///
/// Reports with the same title, organisation, year and kind are one: a report saved twice copies nothing.
final class CopyMap {
    /// A paragraph shares so many words with another report before it is called copied: chance stays below.
    static final int COPIED_WORDS = 25;

    /// From this share of its words in reports of other organisations on, a report draws attention.
    static final double SIGNAL = 0.05;

    private static final int SENTENCES_AT_A_TIME = 1_500_000;
    private static final int KEPT_SENTENCES = 1_000;
    private static final int KEPT_SUSPECTS = 20_000;

    private final List<SheetTable.Head> heads;
    private final int[] identities;
    private final int[] orgs;
    private final long[][] shares;
    private final int[][] copiedWords;
    private final int[][] copiedExactly;
    private final int[][] origins;
    private final PriorityQueue<Spread> widest = new PriorityQueue<>(Spread.WIDEST_FIRST.reversed());
    private final List<Suspect> suspects = new ArrayList<>();
    private long sentencesFound;
    private final BitSet borrowers = new BitSet();
    /// The one report that is asked about; -1 for all.
    private int only = -1;
    private final Map<Integer, Integer> partners = new HashMap<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();

    private CopyMap(List<SheetTable.Head> heads) {
        this.heads = heads;
        this.identities = new int[heads.size()];
        this.orgs = new int[heads.size()];
        this.shares = new long[heads.size()][];
        this.copiedWords = new int[heads.size()][];
        this.copiedExactly = new int[heads.size()][];
        this.origins = new int[heads.size()][];
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> seenOrgs = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            ReportFacts facts = heads.get(i).facts();
            String identity = facts.org().isEmpty() && facts.title().isEmpty()
                    ? heads.get(i).report()
                    : String.join(
                            "\n", facts.title(), facts.org(), facts.region(), "" + facts.year(), "" + facts.kind());
            identities[i] = seen.computeIfAbsent(identity, _ -> seen.size());
            String org = facts.org().isEmpty() ? facts.region() : facts.org();
            String owner = org.isEmpty() ? heads.get(i).report() : org;
            orgs[i] = seenOrgs.computeIfAbsent(owner, _ -> seenOrgs.size());
        }
    }

    /// A sentence that stands in several reports.
    ///
    /// @param head     the report in which it stood first
    /// @param sentence as it stands there
    /// @param reports  in how many
    /// @param exactly  in how many with the same figures, at most
    record Spread(
            SheetTable.Head head,
            Sentence sentence,
            int reports,
            int orgs,
            int firstYear,
            int lastYear,
            int years,
            int exactly) {
        static final Comparator<Spread> WIDEST_FIRST = Comparator.comparingInt(Spread::orgs)
                .thenComparingInt(Spread::reports)
                .thenComparingInt(it -> it.sentence().words())
                .reversed()
                .thenComparing(it -> it.head().report())
                .thenComparing(it -> it.sentence().start());
    }

    /// How much of a report stands in others too, in words of the report.
    ///
    /// @param otherExactly in reports of other organisations, word for word
    /// @param otherFigures in reports of other organisations, with other figures
    /// @param ownExactly   only in reports of the same organisation, word for word
    /// @param ownFigures   only in reports of the same organisation, with other figures
    record Share(
            SheetTable.Head head, int words, long otherExactly, long otherFigures, long ownExactly, long ownFigures) {
        double other() {
            return words == 0 ? 0 : (double) (otherExactly + otherFigures) / words;
        }

        double own() {
            return words == 0 ? 0 : (double) (ownExactly + ownFigures) / words;
        }

        boolean isSignal() {
            return other() >= SIGNAL;
        }
    }

    /// A paragraph of which at least [CopyMap#COPIED_WORDS] words stand in another report.
    ///
    /// @param from    the report it stood in first
    /// @param words   how many of its words stand elsewhere
    /// @param exactly how many of them with the same figures
    /// @param isOwn   whether it is the same organisation's
    record Copied(SheetTable.Head head, int paragraph, SheetTable.Head from, int words, int exactly, boolean isOwn) {
        /// Whether the years tell who copied; within one year, or where one is unknown, `from` is only a guess.
        boolean isLater() {
            int before = from.facts().year();
            return before > 0 && head.facts().year() > before;
        }
    }

    /// A sentence of the one report that is asked about, which stands elsewhere too.
    ///
    /// @param reports in how many others
    /// @param isExact whether with the same figures
    /// @param isOwn   whether only in reports of the same organisation
    record Elsewhere(Sentence sentence, SheetTable.Head other, int reports, boolean isExact, boolean isOwn) {}

    /// A sentence that may have been carried over; its words have the last say.
    ///
    /// @param sign    [Sentence#OWN_YEAR] for the year, [Sentence#OWN_REGION] or [Sentence#OWN_ORG] for a name
    /// @param from    a report in which the year or name is its own
    /// @param pattern the sentence there
    record Suspect(SheetTable.Head head, Sentence sentence, SheetTable.Head from, Sentence pattern, int sign) {}

    /// The map of all reports, or what of it concerns one.
    ///
    /// @param only the report's id
    static CopyMap of(SheetTable table, Reports reports, Optional<String> only, Progress progress) {
        List<SheetTable.Head> heads = table.heads();
        CopyMap map = new CopyMap(heads);
        map.joinVersions(reports, only);
        long sentences = heads.stream().mapToLong(SheetTable.Head::sentences).sum();
        if (only.isPresent()) {
            for (int i = 0; i < heads.size(); i++) {
                map.only = heads.get(i).report().equals(only.get()) ? i : map.only;
            }
            map.sweep(table, new Wanted(table.sentencesOf(only.get())), progress);
            return map;
        }
        int sweeps = (int) (sentences / SENTENCES_AT_A_TIME) + 1;
        progress.total((long) sweeps * heads.size());
        for (int i = 0; i < sweeps; i++) {
            int turn = i;
            map.sweep(table, masked -> Math.floorMod((int) (masked >>> 20), sweeps) == turn, progress);
        }
        return map;
    }

    /// Versions of one report that people accepted count as one.
    private void joinVersions(Reports reports, Optional<String> only) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            places.put(heads.get(i).report(), i);
        }
        for (int i = 0; i < heads.size(); i++) {
            String id = heads.get(i).report();
            if (only.isPresent() && !only.get().equals(id)) {
                continue;
            }
            for (OtherVersion version : reports.versions(id)) {
                Integer its = places.get(version.report());
                if (its != null && !version.isOffered()) {
                    identities[its] = identities[i];
                    orgs[its] = orgs[i];
                }
            }
        }
    }

    private interface Filter {
        boolean wants(long masked);
    }

    /// The sentences of one report.
    private static final class Wanted implements Filter {
        private final long[] sorted;

        Wanted(ByteBuffer bytes) {
            sorted = new long[bytes.capacity() / Sentence.BYTES];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = bytes.getLong(i * Sentence.BYTES);
            }
            Arrays.sort(sorted);
        }

        @Override
        public boolean wants(long masked) {
            return Arrays.binarySearch(sorted, masked) >= 0;
        }
    }

    private void sweep(SheetTable table, Filter filter, Progress progress) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            places.put(heads.get(i).report(), i);
        }
        Occurrences found = new Occurrences();
        table.sentences((report, bytes) -> {
            progress.stopIfCancelled();
            Integer place = places.get(report);
            if (place == null) {
                return;
            }
            for (int at = 0; at < bytes.capacity(); at += Sentence.BYTES) {
                if (filter.wants(bytes.getLong(at))) {
                    found.add(place, Sentence.read(bytes.position(at)));
                }
            }
            progress.step(report);
        });
        found.groups(this::suspect);
        found.groups(this::judge);
    }

    /// Who may have carried one sentence over; looked at first, because it tells who copied from whom.
    private void suspect(Occurrences found, int[] group) {
        int signs = 0;
        for (int one : group) {
            signs |= found.signs(one);
        }
        if ((signs & (Sentence.OWN_YEAR | Sentence.OWN_ORG | Sentence.OWN_REGION)) == 0) {
            return;
        }
        suspect(found, group, Sentence.STRANGE_YEAR, Sentence.OWN_YEAR);
        suspect(found, group, 0, Sentence.OWN_ORG);
        suspect(found, group, 0, Sentence.OWN_REGION);
    }

    /// Looks at one sentence with all places where it stands.
    private void judge(Occurrences found, int[] group) {
        int firstIdentity = identities[found.report(group[0])];
        boolean isShared = Arrays.stream(group).anyMatch(it -> identities[found.report(it)] != firstIdentity);
        if (!isShared) {
            return;
        }
        sentencesFound++;
        int origin = first(found, group);
        spread(found, group, origin);
        Others others = new Others();
        for (int one : group) {
            int report = found.report(one);
            others.add(orgs[report], identities[report], found.exact(one));
        }
        for (int one : group) {
            share(found, others, one, origin);
        }
        if (only >= 0) {
            elsewhere(found, others, group);
        }
    }

    /// Where it stood first: a report whose own year or name it holds, then the earliest year.
    private int first(Occurrences found, int[] group) {
        int best = group[0];
        for (int one : group) {
            best = order(found, one) < order(found, best) ? one : best;
        }
        return best;
    }

    private long order(Occurrences found, int one) {
        int signs = found.signs(one);
        SheetTable.Head head = heads.get(found.report(one));
        int strange = (signs & Sentence.STRANGE_YEAR) != 0 ? 2 : 0;
        int nameless = (signs & (Sentence.OWN_REGION | Sentence.OWN_ORG)) != 0 ? 0 : 1;
        int year = head.facts().year() == 0 ? 9999 : head.facts().year();
        // of one year: who has another's name somewhere copied here, too
        int borrows = borrowers.get(found.report(one)) ? 1 : 0;
        return (((strange + nameless) * 10_000L + year) * 2 + borrows) * 10_000_000L + found.report(one);
    }

    private void elsewhere(Occurrences found, Others others, int[] group) {
        int identity = identities[only];
        int org = orgs[only];
        int[] foreign = Arrays.stream(group)
                .filter(it -> identities[found.report(it)] != identity)
                .toArray();
        int reports = distinct(Arrays.stream(foreign).map(found::report).toArray(), it -> identities[it]);
        int best = Arrays.stream(foreign)
                .filter(it -> orgs[found.report(it)] != org)
                .findFirst()
                .orElse(foreign.length == 0 ? -1 : foreign[0]);
        for (int one : group) {
            if (found.report(one) == only && best >= 0) {
                Sentence sentence = found.sentence(one);
                boolean isOwn = !others.inOtherOrgs();
                boolean isExact =
                        isOwn ? others.inOtherReportsOf(org, sentence.exact()) : others.inOtherOrgs(sentence.exact());
                elsewhere.add(new Elsewhere(sentence, heads.get(found.report(best)), reports, isExact, isOwn));
                Arrays.stream(foreign).forEach(it -> partners.merge(found.report(it), sentence.words(), Integer::sum));
            }
        }
    }

    private void spread(Occurrences found, int[] group, int origin) {
        int[] ofReports = Arrays.stream(group).map(found::report).distinct().toArray();
        int identitiesFound = distinct(ofReports, it -> identities[it]);
        int orgsFound = distinct(ofReports, it -> orgs[it]);
        int[] years = Arrays.stream(ofReports)
                .map(it -> heads.get(it).facts().year())
                .filter(it -> it > 0)
                .distinct()
                .sorted()
                .toArray();
        Map<Long, Integer> exact = new HashMap<>();
        for (int one : group) {
            exact.merge(found.exact(one), 1, Integer::sum);
        }
        int exactly = exact.values().stream().max(Integer::compareTo).orElse(0);
        widest.add(new Spread(
                heads.get(found.report(origin)),
                found.sentence(origin),
                identitiesFound,
                orgsFound,
                years.length == 0 ? 0 : years[0],
                years.length == 0 ? 0 : years[years.length - 1],
                years.length,
                exactly));
        if (widest.size() > KEPT_SENTENCES) {
            widest.poll();
        }
    }

    private static int distinct(int[] values, IntUnaryOperator by) {
        return (int) Arrays.stream(values).map(by).distinct().count();
    }

    private void share(Occurrences found, Others others, int one, int origin) {
        int report = found.report(one);
        Sentence sentence = found.sentence(one);
        int org = orgs[report];
        boolean isOther = others.inOtherOrgs();
        boolean isOtherExact = others.inOtherOrgs(sentence.exact());
        boolean isOwn = others.inOtherReportsOf(org);
        boolean isOwnExact = others.inOtherReportsOf(org, sentence.exact());
        if (!isOther && !isOwn) {
            return;
        }
        long[] share = shares[report] == null ? shares[report] = new long[4] : shares[report];
        share[isOther ? isOtherExact ? 0 : 1 : isOwnExact ? 2 : 3] += sentence.words();
        int from = found.report(origin);
        if (identities[from] != identities[report]) {
            int count = heads.get(report).paragraphs() + 1;
            if (copiedWords[report] == null) {
                copiedWords[report] = new int[count];
                copiedExactly[report] = new int[count];
                origins[report] = new int[count];
                Arrays.fill(origins[report], -1);
            }
            int paragraph = sentence.paragraph();
            copiedWords[report][paragraph] += sentence.words();
            copiedExactly[report][paragraph] += isOtherExact || isOwnExact ? sentence.words() : 0;
            // the origin of another organisation says more than one of the same
            if (origins[report][paragraph] < 0
                    || orgs[origins[report][paragraph]] == orgs[report] && orgs[from] != orgs[report]) {
                origins[report][paragraph] = from;
            }
        }
    }

    /// In which organisations and reports a sentence stands, and with which figures.
    private static final class Others {
        private static final int SEVERAL = -1;
        private int ofOrg = -2;
        private final Map<Long, Integer> orgOf = new HashMap<>();
        private final Map<Integer, Integer> reportOf = new HashMap<>();
        private final Map<OrgFigures, Integer> exactReportOf = new HashMap<>();

        private record OrgFigures(int org, long exact) {}

        void add(int org, int identity, long exact) {
            ofOrg = ofOrg == -2 ? org : merged(ofOrg, org);
            orgOf.merge(exact, org, Others::merged);
            reportOf.merge(org, identity, Others::merged);
            exactReportOf.merge(new OrgFigures(org, exact), identity, Others::merged);
        }

        private static int merged(int one, int other) {
            return one == other ? one : SEVERAL;
        }

        boolean inOtherOrgs() {
            return ofOrg == SEVERAL;
        }

        boolean inOtherOrgs(long exact) {
            return orgOf.getOrDefault(exact, 0) == SEVERAL;
        }

        boolean inOtherReportsOf(int org) {
            return reportOf.getOrDefault(org, 0) == SEVERAL;
        }

        boolean inOtherReportsOf(int org, long exact) {
            return exactReportOf.getOrDefault(new OrgFigures(org, exact), 0) == SEVERAL;
        }
    }

    /// Who has the sentence without the sign, while another has it with the year or name that is its own.
    private void suspect(Occurrences found, int[] group, int ofSuspect, int ofPattern) {
        int[] patterns = Arrays.stream(group)
                .filter(it -> (found.signs(it) & ofPattern) != 0)
                .limit(50)
                .toArray();
        if (patterns.length == 0) {
            return;
        }
        for (int one : group) {
            int signs = found.signs(one);
            boolean isAsked = ofSuspect == 0 ? (signs & ofPattern) == 0 : (signs & ofSuspect) != 0;
            if (isAsked && suspects.size() < KEPT_SUSPECTS) {
                int report = found.report(one);
                IntPredicate fits = it -> identities[found.report(it)] != identities[report]
                        && (ofSuspect != 0 || orgs[found.report(it)] != orgs[report]);
                Arrays.stream(patterns)
                        .filter(fits)
                        .findFirst()
                        .ifPresent(pattern -> blame(
                                report,
                                new Suspect(
                                        heads.get(report),
                                        found.sentence(one),
                                        heads.get(found.report(pattern)),
                                        found.sentence(pattern),
                                        ofPattern)));
            }
        }
    }

    private void blame(int report, Suspect suspect) {
        suspects.add(suspect);
        if (suspect.sign() != Sentence.OWN_YEAR) {
            borrowers.set(report);
        }
    }

    // ---- what was found

    /// How many reports were looked at.
    int reports() {
        return heads.size();
    }

    /// How many different sentences stand in more than one report.
    long sharedSentences() {
        return sentencesFound;
    }

    /// The sentences that stand in most organisations, then in most reports; the thousand widest at most.
    List<Spread> sentences() {
        return widest.stream().sorted(Spread.WIDEST_FIRST).toList();
    }

    /// How much of each report stands elsewhere, the most copied first.
    List<Share> shares() {
        List<Share> all = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            all.add(share(i));
        }
        all.sort(Comparator.comparingDouble(Share::other)
                .thenComparingDouble(Share::own)
                .reversed()
                .thenComparing(it -> it.head().report()));
        return all;
    }

    private Share share(int report) {
        long[] share = shares[report] == null ? new long[4] : shares[report];
        SheetTable.Head head = heads.get(report);
        return new Share(head, head.words(), share[0], share[1], share[2], share[3]);
    }

    /// Paragraphs that stood in another report first, in the order of reports.
    List<Copied> copied() {
        List<Copied> all = new ArrayList<>();
        for (int report = 0; report < heads.size(); report++) {
            int[] words = copiedWords[report];
            for (int paragraph = 1; words != null && paragraph < words.length; paragraph++) {
                if (words[paragraph] >= COPIED_WORDS) {
                    int from = origins[report][paragraph];
                    all.add(new Copied(
                            heads.get(report),
                            paragraph,
                            heads.get(from),
                            words[paragraph],
                            copiedExactly[report][paragraph],
                            orgs[from] == orgs[report]));
                }
            }
        }
        return all;
    }

    /// The sentences of the one report that stand elsewhere too, in reading order.
    List<Elsewhere> elsewhere() {
        return elsewhere.stream()
                .sorted(Comparator.comparingInt(it -> it.sentence().start()))
                .toList();
    }

    /// The reports that have most in common with this one, as far as the map tells; `most` at most.
    List<SheetTable.Head> partners(SheetTable.Head head, int most) {
        Map<Integer, Integer> counts = only >= 0 ? partners : new HashMap<>();
        int report = heads.indexOf(head);
        for (int paragraph = 0;
                only < 0 && origins[report] != null && paragraph < origins[report].length;
                paragraph++) {
            if (origins[report][paragraph] >= 0) {
                counts.merge(origins[report][paragraph], copiedWords[report][paragraph], Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(it -> heads.get(it.getKey()))
                .toList();
    }

    /// Sentences that may have been carried over.
    List<Suspect> suspects() {
        return List.copyOf(suspects);
    }
}
