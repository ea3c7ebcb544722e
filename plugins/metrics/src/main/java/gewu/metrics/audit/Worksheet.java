package gewu.metrics.audit;

import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.metrics.Pack;
import gewu.metrics.Relations;
import java.util.List;
import java.util.Map;

/// What the rules work on: the figures of one report, its totals with their parts, and what is known of indicators.
///
/// @param bases the basis of figures that take it from the whole they are part of
record Worksheet(Figures figures, List<Whole> wholes, Map<Figure, String> bases, Pack pack) {
    static Worksheet of(Report report, List<Metric> metrics, Pack pack) {
        Figures figures = new Figures(report, metrics);
        List<Whole> wholes = new Wholes(pack, figures).find();
        return new Worksheet(figures, wholes, Wholes.bases(wholes), pack);
    }

    Relations relations() {
        return pack.relations();
    }

    /// `budget`, `outturn`, `appropriated`, `target`, or empty.
    String basis(Figure it) {
        return bases.getOrDefault(it, it.metric().basis());
    }
}
