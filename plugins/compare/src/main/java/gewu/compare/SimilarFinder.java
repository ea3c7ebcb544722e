package gewu.compare;

import gewu.api.report.Report;
import gewu.api.report.Reports;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final SketchMemory memory;

    SimilarFinder(Reports reports, Sheets sheets) {
        this.reports = reports;
        this.memory = sheets.memory();
    }

    /// A paragraph that says nearly the same as `asked`.
    ///
    /// @param likeness from 0 to 1: how much of both is in both, figures masked
    record Similar(Wording asked, Wording found, double likeness) {}

    /// A paragraph that may be alike.
    private record Candidate(String report, int paragraph, double likeness) {}

    /// A paragraph to be looked at for one that was asked about.
    private record Doubtful(Finding finding, int paragraph) {}

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

        /// Takes the paragraphs of a report that comes after all that were offered before, in the order of reports:
        /// one is among the best only if it is more alike than the worst of them.
        void offer(String report, SheetTable.Sketched sketched, int mostDiffering, int most) {
            for (int i = 0; i < sketched.paragraphs().length; i++) {
                int differing = sketch.differing(sketched.words(), i * Sketch.WORDS);
                if (differing <= mostDiffering) {
                    offer(report, sketched.paragraphs()[i], Sketch.likeness(differing), most);
                }
            }
        }

        private void offer(String report, int paragraph, double likeness, int most) {
            if (best.size() == most) {
                if (likeness <= best.element().likeness()) {
                    return;
                }
                best.remove();
            }
            best.add(new Candidate(report, paragraph, likeness));
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
        int differing = Sketch.differingAtMost(seeming);
        memory.all().forEach((report, sketched) -> {
            if (!but.contains(report)) {
                all.forEach(it -> it.offer(report, sketched, differing, most));
            }
        });
        List<Finding> findings = all.stream().map(Finding::new).toList();
        while (findings.stream().anyMatch(it -> !it.isOver(limit))) {
            look(findings, least, limit);
        }
        return findings.stream().map(it -> it.best(limit)).toList();
    }

    /// Looks at the words of the next candidates, report by report, so that each is read once for all paragraphs.
    private void look(List<Finding> findings, double least, int limit) {
        Map<String, List<Doubtful>> byReport = new TreeMap<>();
        for (Finding finding : findings) {
            for (int i = 0; i < limit && !finding.isOver(limit); i++) {
                Candidate next = finding.rest.removeFirst();
                byReport.computeIfAbsent(next.report(), _ -> new ArrayList<>())
                        .add(new Doubtful(finding, next.paragraph()));
            }
        }
        byReport.forEach((id, doubtful) -> reports.find(id).ifPresent(report -> {
            Map<Integer, Found> read = new HashMap<>();
            for (Doubtful it : doubtful) {
                if (it.paragraph() <= report.paragraphs().size()) {
                    it.finding().compare(read.computeIfAbsent(it.paragraph(), n -> Found.of(report, n)), least);
                }
            }
        }));
    }

    /// A paragraph of another report, read.
    private record Found(Wording wording, Shingles shingles) {
        static Found of(Report report, int number) {
            Wording wording = Sheet.body(report, report.paragraphs().get(number - 1));
            return new Found(wording, Shingles.of(wording.tokens()));
        }
    }

    /// What was found for one paragraph, and what has not been looked at yet.
    private static final class Finding {
        private final Asked asked;
        private final Deque<Candidate> rest;
        private final List<Similar> found = new ArrayList<>();

        Finding(Asked asked) {
            this.asked = asked;
            this.rest =
                    new ArrayDeque<>(asked.best().stream().sorted(BEST_FIRST).toList());
        }

        /// Whether nothing that is left can be among the best, as far as sketches may be trusted.
        boolean isOver(int limit) {
            if (rest.isEmpty()) {
                return true;
            }
            double hoped = Math.min(1, rest.getFirst().likeness() + DOUBT);
            return found.stream()
                            .filter(it -> it.likeness() >= hoped)
                            .limit(limit)
                            .count()
                    == limit;
        }

        void compare(Found it, double least) {
            double likeness = asked.shingles().likeness(it.shingles());
            if (likeness >= least) {
                found.add(new Similar(asked.wording(), it.wording(), likeness));
            }
        }

        List<Similar> best(int limit) {
            return found.stream()
                    .sorted(Comparator.comparingDouble(Similar::likeness)
                            .reversed()
                            .thenComparing(it -> it.found().report().id())
                            .thenComparing(it -> it.found().paragraph().number()))
                    .limit(limit)
                    .toList();
        }
    }
}
