package gewu.problems;

import gewu.api.metric.Metric;
import gewu.api.metric.Metrics;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import java.util.List;

/// What the stored figures of a report show and its words do not say; looked at when it is asked for, since figures and
/// findings come from different plugins.
final class Implicit {
    private final Reports reports;
    private final Problems problems;
    private final Metrics metrics;

    Implicit(Reports reports, Problems problems, Metrics metrics) {
        this.reports = reports;
        this.problems = problems;
        this.metrics = metrics;
    }

    /// The shortfalls of a report; none of one that is gone or states no figures.
    List<Shortfall> of(String report) {
        List<Metric> figures = metrics.of(report);
        if (figures.isEmpty()) {
            return List.of();
        }
        List<Findings> said =
                problems.of(report).stream().map(StoredFindings::findings).toList();
        return reports.find(report)
                .map((Report it) -> Shortfalls.own().in(it, figures, said))
                .orElse(List.of());
    }
}
