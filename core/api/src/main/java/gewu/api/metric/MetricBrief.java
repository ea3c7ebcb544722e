package gewu.api.metric;

import java.math.BigDecimal;

/// As much of a figure as a table over all reports needs; [Metrics#find] has the rest.
///
/// @param id         of the figure within its report
/// @param org        the organisation that reports
/// @param year       the year reported on; 0 when unknown
/// @param amount     in `unit`; figures whose number is malformed have no brief
/// @param value      the number as written, without its unit
/// @param confidence from 0 to 1
/// @param page       from 1
/// @param start      where its words begin in the report's text
/// @param end        where they end, exclusive
public record MetricBrief(
        String report,
        String id,
        String org,
        int year,
        String period,
        String basis,
        String scope,
        BigDecimal amount,
        String unit,
        String value,
        double confidence,
        int page,
        int start,
        int end) {
    /// @throws IllegalArgumentException if the figure has no amount
    public static MetricBrief of(Metric metric, String org, int year) {
        return new MetricBrief(
                metric.passage().report(),
                metric.id(),
                org,
                year,
                metric.period(),
                metric.basis(),
                metric.scope(),
                metric.known().orElseThrow(() -> new IllegalArgumentException(metric.id() + " has no amount.")),
                metric.amountUnit(),
                metric.value(),
                metric.confidence(),
                metric.passage().page(),
                metric.passage().start(),
                metric.passage().end());
    }
}
