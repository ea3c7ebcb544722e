package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The notes and tags of one paragraph, and the forms to write more.
final class NoteView implements View {
    private final AnnotationTable table;
    private final PlaceFinder places;

    NoteView(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.places = new PlaceFinder(reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String passage = parameters.getOrDefault("passage", "").strip();
        if (!passage.matches(".+/\\d{1,6}")) {
            return new Panel.Text(new Label(
                    "在报告里选一段，或写报告和段号，如 4517257875/12。",
                    "Choose a paragraph of a report, or write report and number, such as 4517257875/12."));
        }
        int slash = passage.lastIndexOf('/');
        String report = passage.substring(0, slash);
        int paragraph = Integer.parseInt(passage.substring(slash + 1));
        List<Annotation> here = table.of(report).stream()
                .filter(it -> places.find(it.anchor())
                        .paragraph()
                        .map(at -> at.number() == paragraph)
                        .orElse(false))
                .toList();
        List<Panel> panels = new ArrayList<>();
        here.forEach(it -> panels.add(AnnotationPanels.words(it)));
        panels.addAll(NotebookForms.on(report, paragraph));
        panels.addAll(NotebookForms.remove(here));
        return new Panel.Stack(panels);
    }
}
