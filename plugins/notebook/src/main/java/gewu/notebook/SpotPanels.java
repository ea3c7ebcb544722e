package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// Shows a passage: its report, its headings, its paragraph between its neighbours, and the notes and
/// tags on it.
final class SpotPanels {
    private final AnnotationTable annotations;
    private final Reports reports;

    SpotPanels(AnnotationTable annotations, Reports reports) {
        this.annotations = annotations;
        this.reports = reports;
    }

    /// @param around how many paragraphs before and behind it
    Panel of(Spot spot, int around) {
        Report report = spot.report();
        Paragraph paragraph = spot.paragraph();
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(KeptPanels.heading(
                report.facts().title(), report.facts().org(), report.facts().year(), report.id())));
        String path = Spot.path(report, paragraph);
        if (!path.isEmpty()) {
            panels.add(new Panel.Text(path));
        }
        panels.add(new Panel.Text(OpenCommand.state(spot)));
        int first = Math.max(1, paragraph.number() - around);
        int last = Math.min(report.paragraphs().size(), paragraph.number() + around);
        for (int number = first; number <= last; number++) {
            Paragraph each = report.paragraphs().get(number - 1);
            panels.add(document(report, each, each.equals(paragraph) ? marks(spot) : List.of()));
        }
        PlaceFinder places = new PlaceFinder(reports);
        for (Annotation one : annotations.of(report.id())) {
            if (places.find(one.anchor()).paragraph().filter(paragraph::equals).isPresent()) {
                panels.add(AnnotationPanels.words(one));
            }
        }
        panels.add(KeptPanels.text("定位码：" + spot.anchor(), "anchor: " + spot.anchor()));
        return new Panel.Stack(panels);
    }

    private static List<Mark> marks(Spot spot) {
        int end = Math.min(spot.passage().end(), spot.paragraph().end());
        boolean isWhole = spot.passage().start() == spot.paragraph().start()
                && end == spot.paragraph().end();
        return isWhole ? List.of() : List.of(new Mark(spot.passage().start(), end));
    }

    private static Panel document(Report report, Paragraph paragraph, List<Mark> marks) {
        Label where = KeptPanels.where(paragraph.page(), paragraph.number());
        return new Panel.Document(
                where,
                report.id(),
                paragraph.start(),
                report.textOf(paragraph),
                marks,
                report.source().doubts(paragraph.start(), paragraph.end()));
    }
}
