package gewu.api.metric;

import gewu.api.report.ReportFilter;
import java.util.Optional;

/// Which figures: the parts that are given must all hold.
///
/// @param indicator an id of the taxonomy, itself and all below it; empty for any
/// @param wording   part of the indicator as worded; empty for any
/// @param kind      the role in the sentence
/// @param reports   of which reports
public record MetricFilter(String indicator, String wording, Optional<Metric.Kind> kind, ReportFilter reports) {
    /// All figures.
    public static final MetricFilter ALL = new MetricFilter("", "", Optional.empty(), ReportFilter.ALL);

    /// The figures of one indicator and all below it.
    public static MetricFilter of(String indicator) {
        return new MetricFilter(indicator, "", Optional.empty(), ReportFilter.ALL);
    }

    public MetricFilter with(ReportFilter others) {
        return new MetricFilter(indicator, wording, kind, others);
    }

    public MetricFilter with(Metric.Kind role) {
        return new MetricFilter(indicator, wording, Optional.of(role), reports);
    }
}
