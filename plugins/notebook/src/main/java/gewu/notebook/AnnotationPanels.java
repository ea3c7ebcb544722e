package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows notes and tags, each with the place where its passage stands now.
final class AnnotationPanels {
    private final Reports reports;

    AnnotationPanels(Reports reports) {
        this.reports = reports;
    }

    /// Annotations by report, with what became of their passages.
    Panel list(List<Annotation> all) {
        PlaceFinder places = new PlaceFinder(reports);
        List<Panel> panels = new ArrayList<>();
        String report = "";
        for (Annotation one : all) {
            Located located = places.find(one.anchor());
            if (!one.anchor().report().equals(report)) {
                report = one.anchor().report();
                panels.add(new Panel.Text(located.report()
                        .map(it -> KeptPanels.heading(
                                it.facts().title(), it.facts().org(), it.facts().year(), it.id()))
                        .orElse(one.title() + " · " + report)));
            }
            panels.add(passage(one, located));
            panels.add(words(one));
        }
        return new Panel.Stack(panels);
    }

    /// The tags and on how many passages each stands.
    static Panel tags(List<Annotation> tags) {
        Map<String, Long> counts =
                tags.stream().collect(Collectors.groupingBy(Annotation::words, TreeMap::new, Collectors.counting()));
        return new Panel.Table(
                new Label("标签", "Tags"),
                List.of(Panel.Column.text("标签", "Tag"), Panel.Column.number("段落", "Passages")),
                counts.entrySet().stream()
                        .map(it -> Panel.Row.of(it.getKey(), it.getValue()))
                        .toList());
    }

    /// The words a person wrote, behind their number.
    static Panel words(Annotation one) {
        String number = String.valueOf(one.number());
        return KeptPanels.text(
                one.kind().label().zh() + " " + number + "：" + one.words() + "（" + KeptPanels.day(one.changedAt())
                        + "）",
                one.kind().label().en() + " " + number + ": " + one.words() + " (" + KeptPanels.day(one.changedAt())
                        + ")");
    }

    private static Panel passage(Annotation one, Located located) {
        Optional<Passage> passage = located.passage(one.quote());
        if (passage.isEmpty()) {
            Label head = KeptPanels.joined(
                    new Label(
                            "原在第 " + one.page() + " 页第 " + one.paragraph() + " 段",
                            "was on page " + one.page() + ", paragraph " + one.paragraph()),
                    located.shown());
            return new Panel.Document(head, one.anchor().report(), 0, one.quote(), List.of());
        }
        Report report = located.report().orElseThrow();
        Paragraph paragraph = located.paragraph().orElseThrow();
        int start = Math.min(paragraph.start(), passage.get().start());
        int end = Math.max(paragraph.end(), passage.get().end());
        Label where = KeptPanels.where(passage.get().page(), paragraph.number());
        Label head = located.state().equals("same") ? where : KeptPanels.joined(where, located.shown());
        boolean isPart = passage.get().start() > start || passage.get().end() < end;
        List<Mark> marks =
                isPart ? List.of(new Mark(passage.get().start(), passage.get().end())) : List.of();
        return new Panel.Document(head, report.id(), start, report.text().substring(start, end), marks);
    }

    /// For programs.
    static DataRow row(Annotation one, Located located) {
        Optional<Passage> passage = located.passage(one.quote());
        return DataRow.of(one.kind().id())
                .with("number", one.number())
                .with(one.kind().id(), one.words())
                .with("report", one.anchor().report())
                .with("title", one.title())
                .with("state", located.state())
                .with("page", passage.map(Passage::page).orElse(one.page()))
                .with("paragraph", located.paragraph().map(Paragraph::number).orElse(one.paragraph()))
                .with("start", passage.map(Passage::start).orElse(null))
                .with("end", passage.map(Passage::end).orElse(null))
                .with("text", passage.map(Passage::text).orElse(null))
                .with("quote", one.quote())
                .with("anchor", one.anchor().toString())
                .with("person", one.person())
                .with("written_at", one.madeAt().toString())
                .with("changed_at", one.changedAt().toString());
    }

    /// For spreadsheets and texts.
    static Extract extract(Annotation one, Located located) {
        Optional<Report> report = located.report();
        return new Extract(
                one.number(),
                one.kind().label().zh(),
                one.words(),
                one.anchor().report(),
                report.map(it -> it.facts().title()).orElse(one.title()),
                report.map(it -> it.facts().org()).orElse(""),
                report.map(it -> it.facts().year()).orElse(0),
                report.flatMap(it -> located.paragraph().map(paragraph -> Spot.path(it, paragraph)))
                        .orElse(""),
                located.passage(one.quote()).map(Passage::page).orElse(one.page()),
                located.paragraph().map(Paragraph::number).orElse(one.paragraph()),
                located.passage(one.quote()).map(Passage::text).orElse(one.quote()),
                located.shown().zh(),
                one.anchor().toString(),
                KeptPanels.day(one.changedAt()));
    }
}
