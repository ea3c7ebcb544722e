package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Passage;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The notes and tags of a report, each leading to where its passage stands now: an open report shows them beside
/// their paragraphs. What is gone from the report is left out; [NotesView] tells of it.
final class MarginView implements View {
    private final AnnotationTable table;
    private final Reports reports;

    MarginView(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.reports = reports;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        PlaceFinder places = new PlaceFinder(reports);
        List<Panel.Link> links = new ArrayList<>();
        for (Annotation one : table.of(parameters.getOrDefault("report", "").strip())) {
            Optional<Passage> passage = places.find(one.anchor()).passage(one.quote());
            passage.ifPresent(it -> links.add(new Panel.Link(words(one), new Panel.Place(it.report(), it.start()))));
        }
        return new Panel.Links(new Label("标签和笔记", "Tags and notes"), links);
    }

    private static Label words(Annotation one) {
        return new Label(
                one.kind().label().zh() + "：" + one.words(), one.kind().label().en() + ": " + one.words());
    }
}
