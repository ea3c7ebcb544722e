package gewu.problems;

import gewu.api.Label;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what does not go together (rule L): said to be settled and named again; full marks and problems; the same
/// problem as the year before.
final class Discrepancies {
    /// How alike two problems of different years must be.
    private static final double SAME = 0.5;

    private static final Pattern FULL_MARKS =
            Pattern.compile("(?:得分|评分|自评分|自评总分|自评|分数|打分|结果)(?:结果)?(?:均为|为|是|：|:|达到|共计|得|获)?\\s?"
                    + "(?:满分|100(?:\\.0{1,2})?\\s?分)(?!制|值|的|为|是|：|，其中)");

    private final Reports reports;
    private final Problems problems;

    Discrepancies(Reports reports, Problems problems) {
        this.reports = reports;
        this.problems = problems;
    }

    /// All discrepancies about what was found in one report.
    List<Discrepancy> about(StoredFindings found) {
        List<Discrepancy> all = new ArrayList<>();
        for (Contradiction it : Contradiction.in(found.findings())) {
            all.add(new Discrepancy(
                    Discrepancy.Kind.SETTLED_AGAIN,
                    List.of(it.open().passage(), it.settled().passage()),
                    List.of(it.open().id(), it.settled().id()),
                    it.why()));
        }
        reports.find(found.report())
                .flatMap(it -> fullMarks(it, found.findings()))
                .ifPresent(all::add);
        all.addAll(repeated(found));
        return List.copyOf(all);
    }

    /// Full marks, and problems that are not settled.
    static Optional<Discrepancy> fullMarks(Report report, Findings found) {
        List<Problem> open = found.problems().stream()
                .filter(it -> it.scope() == Scope.CORE && !it.settled())
                .toList();
        Matcher marks = FULL_MARKS.matcher(report.text());
        if (open.isEmpty() || !marks.find()) {
            return Optional.empty();
        }
        Passage place = report.passage(marks.start(), marks.end());
        return Optional.of(new Discrepancy(
                Discrepancy.Kind.FULL_MARKS,
                List.of(place, open.getFirst().passage()),
                open.stream().map(Problem::id).toList(),
                new Label(
                        "自评满分，却有 " + open.size() + " 个问题",
                        "full marks, and " + open.size() + " problems all the same")));
    }

    private List<Discrepancy> repeated(StoredFindings found) {
        if (found.year() == 0 || found.org().isBlank()) {
            return List.of();
        }
        List<Discrepancy> all = new ArrayList<>();
        ReportFilter yearBefore = new ReportFilter(found.org(), found.year() - 1, found.year() - 1, Optional.empty());
        for (ReportSummary earlier : reports.list(yearBefore)) {
            for (StoredFindings before : problems.of(earlier.id())) {
                if (before.org().equals(found.org())) {
                    all.addAll(repeated(found, before));
                }
            }
        }
        return all;
    }

    /// Each problem with the one of the year before that is most like it.
    private static List<Discrepancy> repeated(StoredFindings found, StoredFindings before) {
        List<Discrepancy> all = new ArrayList<>();
        for (Problem problem : found.findings().problems()) {
            Problem nearest = null;
            double best = 0;
            for (Problem earlier : before.findings().problems()) {
                double alike = likeness(problem, earlier);
                if (alike > best) {
                    best = alike;
                    nearest = earlier;
                }
            }
            if (nearest != null && best >= SAME && problem.scope() == Scope.CORE) {
                all.add(new Discrepancy(
                        Discrepancy.Kind.REPEATED,
                        List.of(problem.passage(), nearest.passage()),
                        List.of(problem.id()),
                        new Label(
                                before.year() + "年已提到“" + words(nearest) + "”" + (nearest.settled() ? "，并称已整改" : ""),
                                before.year() + " named “" + words(nearest) + "”"
                                        + (nearest.settled() ? " and said it was settled" : ""))));
            }
        }
        return all;
    }

    /// From 0 to 1: what both are about weighs more than their words. Figures are no part of it.
    static double likeness(Problem one, Problem other) {
        Likeness likeness = Lexicon.own().likeness();
        String first = words(one);
        String second = words(other);
        Set<String> pairs = likeness.pairs(first);
        Set<String> others = likeness.pairs(second);
        Set<String> shared = new HashSet<>(pairs);
        shared.retainAll(others);
        double dice = pairs.isEmpty() && others.isEmpty()
                ? (first.equals(second) ? 1 : 0)
                : 2.0 * shared.size() / (pairs.size() + others.size());
        return 0.5 * dice
                + 0.5
                        * overlap(
                                likeness,
                                likeness.concepts(first).keySet(),
                                likeness.concepts(second).keySet());
    }

    private static double overlap(Likeness likeness, Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        double both = 0;
        double weight = 0;
        for (String concept : all) {
            double of = likeness.concept(concept).weight();
            weight += of;
            both += one.contains(concept) && other.contains(concept) ? of : 0;
        }
        return weight == 0 ? 0 : both / weight;
    }

    private static String words(Problem problem) {
        return CleanText.joined(problem.passage().text());
    }
}
