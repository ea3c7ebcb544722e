package gewu.metrics;

import gewu.api.Label;
import gewu.api.metric.Metric;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.correct.CorrectedFigure;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.List;
import java.util.Map;

/// The figures of one report, each leading to its place.
final class MetricsView implements View {
    private final Reports reports;
    private final CorrectedMetrics metrics;

    MetricsView(Reports reports, CorrectedMetrics metrics) {
        this.reports = reports;
        this.metrics = metrics;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("report", "");
        if (words.isBlank()) {
            return new Panel.Text(new Label("写一份报告，如 临江市信访局2021。", "Name a report, such as 临江市信访局2021."));
        }
        List<CorrectedFigure> all = metrics.figures(reports.named(words).id());
        return MetricsCommand.panel(all.stream().map(MetricsView::shown).toList(), all.size());
    }

    /// The indicator leads to all that is known of the figure, where it can be corrected.
    private static Panel.Row shown(CorrectedFigure figure) {
        Metric it = figure.metric();
        return MetricsCommand.shown(figure)
                .at(1, new Panel.Target("figure", Map.of("metric", it.passage().report() + "/" + it.id())));
    }
}
