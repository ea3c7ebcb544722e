package gewu.metrics.correct;

import gewu.api.metric.Metrics;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What people said of figures, of one report or of all.
final class CorrectionsView implements View {
    private final Desk desk;
    private final Reports reports;
    private final Clock clock;

    CorrectionsView(Metrics metrics, Reports reports, Store store, Clock clock) {
        this.desk = new Desk(metrics, reports, store, clock);
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String report = parameters.getOrDefault("report", "").strip();
        Optional<String> id = report.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.named(report).id());
        return CorrectionPanels.list(desk.list(id), clock.getZone());
    }
}
