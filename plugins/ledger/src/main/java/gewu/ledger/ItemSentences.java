package gewu.ledger;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The paragraphs of reports in which an item's problem, causes and remedies stand, with their words marked; each leads
/// to its page.
final class ItemSentences {
    private final Ledger ledger;
    private final Reports reports;

    ItemSentences(Ledger ledger, Reports reports) {
        this.ledger = ledger;
        this.reports = reports;
    }

    /// Words of a report that say something of the item.
    private record Said(Label what, String report, int start, String quote) {}

    /// A paragraph and what of the item stands in it.
    private record Place(Report report, Paragraph paragraph, List<Mark> marks, Set<Label> what) {}

    /// The paragraphs, that of the problem first.
    List<Panel> of(Fields item) {
        Map<String, Place> places = new LinkedHashMap<>();
        Map<String, Optional<Report>> read = new LinkedHashMap<>();
        for (Said it : said(item)) {
            read.computeIfAbsent(it.report(), reports::find).ifPresent(report -> place(report, it, places));
        }
        return places.values().stream().map(ItemSentences::document).toList();
    }

    private List<Said> said(Fields item) {
        List<Said> all = new ArrayList<>();
        for (String no : item.members("source")) {
            add(new Label("问题", "problem"), item, "source." + no + ".", all);
        }
        for (String no : item.members("cause")) {
            add(new Label("原因", "cause"), item, "cause." + no + ".", all);
        }
        for (String no : item.members("remedy")) {
            boolean isRejected = item.of("remedy." + no + ".status").equals("rejected");
            if (!isRejected) {
                Fields remedy = ledger.log().subject(no);
                remedy.members("source")
                        .forEach(it -> add(new Label("措施", "remedy"), remedy, "source." + it + ".", all));
                add(new Label("措施", "remedy"), remedy, "", all);
                add(new Label("措施", "remedy"), item, "remedy." + no + ".", all);
            }
        }
        return all;
    }

    private static void add(Label what, Fields of, String at, List<Said> all) {
        if (of.has(at + "start") && of.has(at + "report") && of.has(at + "quote") && !of.has(at + "lost")) {
            all.add(new Said(what, of.of(at + "report"), (int) of.number(at + "start"), of.of(at + "quote")));
        }
    }

    private static void place(Report report, Said said, Map<String, Place> places) {
        int start = said.start();
        int end = start + said.quote().length();
        if (!report.text().startsWith(said.quote(), start) || said.quote().isEmpty()) {
            return;
        }
        report.paragraphs().stream()
                .filter(it -> it.start() <= start && start < it.end())
                .findFirst()
                .ifPresent(it -> {
                    Place place = places.computeIfAbsent(
                            report.id() + " " + it.start(),
                            _ -> new Place(report, it, new ArrayList<>(), new LinkedHashSet<>()));
                    Mark mark = new Mark(start, Math.min(end, it.end()));
                    boolean isFree = place.marks().stream()
                            .allMatch(other -> other.end() <= mark.start() || mark.end() <= other.start());
                    if (isFree) {
                        place.marks().add(mark);
                    }
                    place.what().add(said.what());
                });
    }

    private static Panel document(Place it) {
        Report report = it.report();
        String path = report.path(it.paragraph()).stream()
                .map(section -> section.heading().strip())
                .filter(heading -> !heading.isEmpty())
                .collect(Collectors.joining(" › "));
        String title =
                report.facts().title().isBlank() ? report.id() : report.facts().title();
        String zh = it.what().stream().map(Label::zh).collect(Collectors.joining("、"));
        String en = it.what().stream().map(Label::en).collect(Collectors.joining(", "));
        return new Panel.Document(
                new Label(
                        zh + "　" + title + "　第 " + it.paragraph().page() + " 页" + (path.isEmpty() ? "" : "　" + path),
                        en + "  " + title + "  page " + it.paragraph().page() + (path.isEmpty() ? "" : "  " + path)),
                report.id(),
                it.paragraph().start(),
                report.text().substring(it.paragraph().start(), it.paragraph().end()),
                it.marks().stream().sorted(Comparator.comparingInt(Mark::start)).toList());
    }
}
