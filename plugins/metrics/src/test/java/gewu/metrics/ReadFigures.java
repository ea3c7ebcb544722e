package gewu.metrics;

import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.StoredMetric;
import gewu.api.report.Reports;
import java.util.List;
import java.util.function.Consumer;

/// The figures of reports, read when they are asked for: what a store would answer just after an import.
public final class ReadFigures implements Metrics {
    private final Reports reports;
    private final GeneralExtractor extractor = new GeneralExtractor(Packs.own());

    public ReadFigures(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<Metric> of(String report) {
        return reports.find(report).map(extractor::extract).orElse(List.of());
    }

    @Override
    public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {
        reports.list(filter.reports())
                .forEach(summary -> of(summary.id()).stream()
                        .filter(it -> filter.indicator().isEmpty()
                                || (it.canonical() + ".").startsWith(filter.indicator() + "."))
                        .filter(it -> filter.kind().isEmpty() || filter.kind().get() == it.kind())
                        .filter(it -> it.indicator().contains(filter.wording()))
                        .map(it -> new StoredMetric(
                                it, summary.facts().org(), summary.facts().year(), "metrics", "1.0.0"))
                        .forEach(each));
    }

    @Override
    public List<IndicatorCount> indicators(MetricFilter filter) {
        throw new UnsupportedOperationException("Only a store counts.");
    }

    @Override
    public int outdated() {
        return 0;
    }

    @Override
    public ReadAgain readAgain(Progress progress) {
        return new ReadAgain(0, 0, 0, 0, 0, List.of());
    }
}
