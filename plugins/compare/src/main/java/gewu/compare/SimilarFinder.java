package gewu.compare;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// Finds the paragraphs of other reports that say nearly the same: one sweep over all sketches tells which may, the
/// words themselves tell how alike they are. Safe for all threads.
final class SimilarFinder {
    /// Sketches err by some hundredths: paragraphs that seem this much less alike are looked at, too.
    private static final double DOUBT = 0.15;

    /// So many paragraphs are looked at word by word, for each one that is wanted.
    private static final int LOOKED_AT = 5;

    private final Reports reports;
    private final SheetTable table;

    SimilarFinder(Reports reports, Sheets sheets) {
        this.reports = reports;
        this.table = sheets.table();
    }

    /// A paragraph that says nearly the same as `asked`.
    ///
    /// @param likeness from 0 to 1: how much of both is in both, figures masked
    record Similar(Wording asked, Wording found, double likeness) {}

    /// A paragraph that may be alike.
    private record Candidate(String report, int paragraph, double likeness) {}

    /// A paragraph to be looked at for the n-th that was asked about.
    private record Doubtful(int asked, int paragraph) {}

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparing(Candidate::report)
            .thenComparing(Candidate::paragraph);

    /// What is asked about.
    private record Asked(Wording wording, Shingles shingles, Sketch sketch, PriorityQueue<Candidate> best) {
        static Asked of(Wording wording) {
            Shingles shingles = Shingles.of(wording.tokens());
            return new Asked(wording, shingles, Sketch.of(shingles), new PriorityQueue<>(BEST_FIRST.reversed()));
        }

        void offer(Candidate candidate, int most) {
            best.add(candidate);
            if (best.size() > most) {
                best.poll();
            }
        }
    }

    /// The paragraphs most like each of `asked`, best first; those of the reports `but` are left out.
    ///
    /// @param least how alike they must be, from 0 to 1
    /// @param limit how many at most for each
    List<List<Similar>> find(List<Wording> asked, Set<String> but, double least, int limit) {
        List<Asked> all = asked.stream().map(Asked::of).toList();
        int most = (int) Math.min(Integer.MAX_VALUE / 2, (long) limit * LOOKED_AT);
        double seeming = Math.max(0.02, least - DOUBT);
        table.sketches((report, paragraph, bytes, offset) -> {
            if (but.contains(report)) {
                return;
            }
            for (Asked one : all) {
                double likeness = one.sketch().likeness(bytes, offset);
                if (likeness >= seeming) {
                    one.offer(new Candidate(report, paragraph, likeness), most);
                }
            }
        });
        return check(all, least).stream()
                .map(found -> found.stream()
                        .sorted(Comparator.comparingDouble(Similar::likeness)
                                .reversed()
                                .thenComparing(it -> it.found().report().id())
                                .thenComparing(it -> it.found().paragraph().number()))
                        .limit(limit)
                        .toList())
                .toList();
    }

    /// Looks at the words, report by report, so that each is read once.
    private List<List<Similar>> check(List<Asked> all, double least) {
        Map<String, List<Doubtful>> byReport = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (Candidate candidate : all.get(i).best()) {
                byReport.computeIfAbsent(candidate.report(), _ -> new ArrayList<>())
                        .add(new Doubtful(i, candidate.paragraph()));
            }
        }
        List<List<Similar>> found = new ArrayList<>();
        all.forEach(_ -> found.add(new ArrayList<>()));
        byReport.forEach((id, doubtful) -> reports.find(id)
                .ifPresent(report -> doubtful.forEach(it -> compare(all.get(it.asked()), report, it.paragraph(), least)
                        .ifPresent(found.get(it.asked())::add))));
        return found;
    }

    private static Optional<Similar> compare(Asked asked, Report report, int number, double least) {
        if (number > report.paragraphs().size()) {
            return Optional.empty();
        }
        Paragraph paragraph = report.paragraphs().get(number - 1);
        Wording found = Sheet.body(report, paragraph);
        double likeness = asked.shingles().likeness(Shingles.of(found.tokens()));
        return likeness >= least ? Optional.of(new Similar(asked.wording(), found, likeness)) : Optional.empty();
    }
}
