package gewu.metrics;

import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;

/// Which indicators reports state, by what they measure, the most frequent first.
final class IndicatorsView implements View {
    private final Metrics metrics;
    private final IndicatorNames names;

    IndicatorsView(Metrics metrics, Packs packs) {
        this.metrics = metrics;
        this.names = new IndicatorNames(packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        return new IndicatorTree(names)
                .of(IndicatorsCommand.stated(
                        metrics,
                        names,
                        MetricFilter.ALL,
                        parameters.getOrDefault("words", ""),
                        parameters.containsKey("open")));
    }
}
