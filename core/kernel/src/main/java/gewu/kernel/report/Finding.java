package gewu.kernel.report;

import gewu.api.metric.Metric;
import gewu.api.problem.Findings;
import java.util.List;

/// What plugins read from one version of a report, each answer with the contribution that owns it.
public sealed interface Finding {
    /// The contribution that answered.
    Owner owner();

    /// Figures.
    record Metrics(Owner owner, List<Metric> metrics) implements Finding {
        public Metrics {
            metrics = List.copyOf(metrics);
        }
    }

    /// Problems, causes, remedies and their links.
    record Problems(Owner owner, Findings findings) implements Finding {}

    /// The contribution failed, or answered against its contract; the report is kept all the same.
    record Remark(Owner owner, String words) implements Finding {}

    /// A contribution and the version of its plugin.
    record Owner(String plugin, String pluginVersion, String extension) {}
}
