package gewu.notebook;

import gewu.api.job.Progress;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The frozen results; with a number, one of them and what has changed since.
final class NotebookView implements View {
    private static final int PARAGRAPHS = 50;

    private final EntryTable entries;
    private final EntryPanels panels;
    private final Differ differ;

    NotebookView(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.entries = new EntryTable(store, search, clock);
        this.panels = new EntryPanels(reports);
        this.differ = new Differ(entries, search, reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String number = parameters.getOrDefault("entry", "").strip();
        if (number.isEmpty()) {
            return Panel.Stack.of(EntryPanels.table(entries.list()), NotebookForms.keep());
        }
        if (!number.matches("\\d{1,15}")) {
            throw Fault.usage("“" + number + "” is no number.", "Write it like 1.");
        }
        Entry entry = entries.entry(Long.parseLong(number));
        List<Panel> all = new ArrayList<>();
        all.add(panels.difference(entry, differ.since(entry, Progress.NONE), PARAGRAPHS));
        all.addAll(NotebookForms.of(entry));
        return new Panel.Stack(all);
    }
}
