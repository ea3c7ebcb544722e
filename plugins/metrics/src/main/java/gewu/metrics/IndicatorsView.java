package gewu.metrics;

import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;

/// Which indicators reports state, the most frequent first.
final class IndicatorsView implements View {
    private static final int MOST = 500;

    private final Metrics metrics;
    private final IndicatorNames names;

    IndicatorsView(Metrics metrics, Packs packs) {
        this.metrics = metrics;
        this.names = new IndicatorNames(packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        return IndicatorsCommand.panel(
                IndicatorsCommand.stated(
                        metrics,
                        names,
                        MetricFilter.ALL,
                        parameters.getOrDefault("words", ""),
                        parameters.containsKey("open")),
                names,
                MOST);
    }
}
