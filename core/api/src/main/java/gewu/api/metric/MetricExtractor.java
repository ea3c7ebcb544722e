package gewu.api.metric;

import gewu.api.plugin.ExtensionPoint;
import gewu.api.report.Report;
import java.util.List;

/// Extension point `extractor`: reads figures from a report.
///
/// Deterministic: the same report gives the same metrics, in reading order, each at a passage that holds its value.
/// Runs before the report is stored, outside any transaction. One instance serves all threads.
public interface MetricExtractor extends ExtensionPoint {
    List<Metric> extract(Report report);

    /// What decides its results besides the plugin's version, such as a fingerprint of its tables;
    /// empty for nothing. When it changes, reports are read again.
    default String edition() {
        return "";
    }
}
