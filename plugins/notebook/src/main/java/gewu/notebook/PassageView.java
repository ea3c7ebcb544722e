package gewu.notebook;

import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The place of an anchor.
final class PassageView implements View {
    private static final int AROUND = 2;

    private final Reports reports;
    private final SpotPanels panels;

    PassageView(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.panels = new SpotPanels(new AnnotationTable(store, clock), reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String anchor = parameters.getOrDefault("anchor", "").strip();
        String report = parameters.getOrDefault("report", "").strip();
        if (anchor.isEmpty() && report.isEmpty()) {
            return OpenCommand.ask();
        }
        String paragraph = parameters.getOrDefault("paragraph", "").strip();
        CommandCall call =
                new CommandCall(List.of(), paragraph.isEmpty() ? Map.of() : Map.of("--paragraph", List.of(paragraph)));
        return panels.of(Spot.of(anchor.isEmpty() ? report : anchor, call, reports), AROUND);
    }
}
