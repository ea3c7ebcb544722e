package gewu.workbench.page;

import gewu.api.metric.Metric;
import gewu.api.metric.Metrics;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Mark;
import gewu.api.report.Passage;
import gewu.workbench.passage.Underline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what was found in a report and where: figures, problems, remedies, and what is to light
/// up. Safe for all threads.
final class Underliner {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int MOST_LIT = 50;
    private static final Comparator<Underline> BY_PLACE =
            Comparator.comparingInt(Underline::start).thenComparingInt(Underline::end);

    private final Metrics metrics;
    private final Problems problems;
    private final ThingViews views;

    Underliner(Metrics metrics, Problems problems, ThingViews views) {
        this.metrics = metrics;
        this.problems = problems;
        this.views = views;
    }

    /// In the order in which they begin.
    ///
    /// @param light ranges such as `12-19,40-44`; what is none is passed over
    List<Underline> of(String report, String light) {
        List<Underline> all = new ArrayList<>();
        views.addresses("metric").ifPresent(to -> {
            for (Metric it : metrics.of(report)) {
                all.add(under(it.passage(), Underline.Kind.FIGURE, to.apply(report + "/" + it.id())));
            }
        });
        for (StoredFindings it : problems.of(report)) {
            add(report, it.findings(), all);
        }
        all.addAll(lighting(light));
        all.sort(BY_PLACE);
        return all;
    }

    private void add(String report, Findings found, List<Underline> all) {
        views.addresses("problem").ifPresent(to -> {
            for (Findings.Problem it : found.problems()) {
                all.add(under(it.passage(), Underline.Kind.PROBLEM, to.apply(report + "/" + it.id())));
            }
            for (Findings.Remedy it : found.remedies()) {
                all.add(under(it.passage(), Underline.Kind.REMEDY, to.apply(report + "/" + it.id())));
            }
        });
    }

    private static Underline under(Passage passage, Underline.Kind kind, String to) {
        return new Underline(passage.start(), passage.end(), kind, to);
    }

    /// What lights up alone.
    static List<Underline> lighting(String light) {
        return lit(light).stream()
                .map(it -> new Underline(it.start(), it.end(), Underline.Kind.LIT, ""))
                .sorted(BY_PLACE)
                .toList();
    }

    /// The ranges that an address says light up.
    static List<Mark> lit(String light) {
        List<Mark> marks = new ArrayList<>();
        Matcher range = RANGE.matcher(light);
        while (range.find() && marks.size() < MOST_LIT) {
            int start = Integer.parseInt(range.group(1));
            int end = Integer.parseInt(range.group(2));
            if (end > start) {
                marks.add(new Mark(start, end));
            }
        }
        return marks;
    }
}
