package gewu.notebook;

import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All tags and notes, or those of one report or tag.
final class NotesView implements View {
    private final AnnotationTable table;
    private final AnnotationPanels panels;

    NotesView(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.panels = new AnnotationPanels(reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String report = parameters.getOrDefault("report", "").strip();
        String tag = parameters.getOrDefault("tag", "").strip();
        if (!report.isEmpty()) {
            List<Annotation> here = table.of(report);
            List<Panel> shown = new ArrayList<>();
            shown.add(here.isEmpty() ? NoteCommand.none() : panels.list(here));
            shown.addAll(NotebookForms.remove(here));
            return new Panel.Stack(shown);
        }
        List<Annotation> tags = table.list(Annotation.Kind.TAG);
        if (!tag.isEmpty()) {
            return panels.list(
                    tags.stream().filter(it -> it.words().equals(tag)).toList());
        }
        List<Annotation> notes = table.list(Annotation.Kind.NOTE);
        List<Panel> all = new ArrayList<>();
        all.add(tags.isEmpty() ? TagCommand.none() : AnnotationPanels.tags(tags));
        all.add(notes.isEmpty() ? NoteCommand.none() : panels.list(notes));
        return new Panel.Stack(all);
    }
}
