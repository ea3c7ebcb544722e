package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.report.Report;
import java.util.List;

/// Reads every figure that a report states, by the packs in force.
public final class GeneralExtractor implements MetricExtractor {
    private final Packs packs;

    public GeneralExtractor(Packs packs) {
        this.packs = packs;
    }

    @Override
    public List<Metric> extract(Report report) {
        return packs.reader().read(report);
    }

    @Override
    public String edition() {
        return packs.edition();
    }
}
