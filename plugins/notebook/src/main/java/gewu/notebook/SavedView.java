package gewu.notebook;

import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The saved searches and their new hits; looking does not count as being told.
final class SavedView implements View {
    private static final int HITS = 20;

    private final SavedSearchTable searches;
    private final AlertBook alerts;
    private final Reports reports;

    SavedView(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.searches = new SavedSearchTable(store, clock);
        this.alerts = new AlertBook(store, reports, search, clock);
        this.reports = reports;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AlertPanels news = new AlertPanels(reports, HITS);
        alerts.pending(news);
        List<SavedSearch> all = searches.list();
        List<Panel> panels = new ArrayList<>(List.of(SavedCommand.table(all, alerts), news.panel()));
        if (!parameters.getOrDefault("forms", "").equals("no")) {
            panels.add(NotebookForms.save());
            panels.addAll(NotebookForms.change(all));
        }
        return new Panel.Stack(panels);
    }
}
