package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.report.OtherVersion;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.Table;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.workbench.passage.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Lays a report open: outline, text, and the marks of a question. Safe for all threads.
final class ReadingDesk {
    private static final int HITS_AT_A_TIME = 500;
    private static final int MOST_HITS = 5_000;
    private static final int DEEPEST = 6;

    private final ReportSearch search;
    private final Reports reports;

    ReadingDesk(ReportSearch search, Reports reports) {
        this.search = search;
        this.reports = reports;
    }

    /// @param words what to mark; empty for nothing
    ReportPage open(Report report, String words, Page page) {
        Map<Integer, List<Mark>> marks = words.isEmpty() ? Map.of() : marks(report, words);
        return new ReportPage(
                report.id(),
                report.facts().title().isBlank() ? report.id() : report.facts().title(),
                facts(report, page),
                versions(report, page),
                outline(report, page),
                blocks(report, marks),
                marks.keySet().stream().sorted().toList(),
                marks.values().stream().mapToInt(List::size).sum());
    }

    /// Tables as grids, where their data can be trusted, and paragraphs as lines.
    private static List<ReportPage.Block> blocks(Report report, Map<Integer, List<Mark>> marks) {
        Map<Integer, Section> headings = new HashMap<>();
        for (Section section : report.sections()) {
            headings.putIfAbsent(section.start(), section);
        }
        List<ReportPage.Block> blocks = new ArrayList<>();
        List<Paragraph> paragraphs = report.paragraphs();
        Deque<Table> tables = new ArrayDeque<>(report.source().tables());
        int at = 0;
        int page = 0;
        int shown = 0;
        while (at < paragraphs.size()) {
            Paragraph first = paragraphs.get(at);
            while (!tables.isEmpty() && tables.getFirst().end() <= first.start()) {
                tables.removeFirst();
            }
            int behind = at + 1;
            Optional<ReportPage.Grid> grid = Optional.empty();
            if (!tables.isEmpty() && tables.getFirst().start() <= first.start()) {
                Table table = tables.removeFirst();
                while (behind < paragraphs.size() && paragraphs.get(behind).start() < table.end()) {
                    behind++;
                }
                grid = table.start() < shown
                        ? Optional.empty()
                        : new TableSetter(report, table).set(paragraphs.subList(at, behind), marks, page);
            }
            if (grid.isPresent()) {
                blocks.add(grid.get());
                page = paragraphs.get(behind - 1).page();
            } else {
                for (Paragraph paragraph : paragraphs.subList(at, behind)) {
                    blocks.add(
                            line(report, paragraph, Optional.ofNullable(headings.get(paragraph.start())), marks, page));
                    page = paragraph.page();
                }
            }
            shown = paragraphs.get(behind - 1).end();
            at = behind;
        }
        return blocks;
    }

    private static ReportPage.Line line(
            Report report, Paragraph paragraph, Optional<Section> section, Map<Integer, List<Mark>> marks, int page) {
        return new ReportPage.Line(
                paragraph.number(),
                section.filter(it -> it.headingEnd() >= paragraph.end())
                        .map(it -> Math.min(it.level(), DEEPEST))
                        .orElse(0),
                paragraph.page() == page ? 0 : paragraph.page(),
                Excerpt.of(
                        report.textOf(paragraph),
                        paragraph.start(),
                        marks.getOrDefault(paragraph.number(), List.of()),
                        report.source().doubts(paragraph.start(), paragraph.end())));
    }

    /// The number of the paragraph that holds the unit at `offset`, or the next one behind it.
    static int paragraphAt(Report report, String offset) {
        int at = offset.matches("\\d{1,9}") ? Integer.parseInt(offset) : 0;
        return report.paragraphs().stream()
                .filter(paragraph -> paragraph.end() > at)
                .mapToInt(Paragraph::number)
                .findFirst()
                .orElse(0);
    }

    private static String facts(Report report, Page page) {
        ReportFacts facts = report.facts();
        return String.join(
                " · ",
                Stream.of(
                                facts.org(),
                                facts.region(),
                                facts.year() == 0 ? "" : String.valueOf(facts.year()),
                                page.say(facts.kind().label()),
                                page.say(
                                        report.pages().size() + " 页",
                                        report.pages().size() + " pages"),
                                page.say(
                                        report.paragraphs().size() + " 段",
                                        report.paragraphs().size() + " paragraphs"))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private List<ReportPage.VersionLine> versions(Report report, Page page) {
        return reports.versions(report.id()).stream()
                .map(it -> new ReportPage.VersionLine(
                        page.say(words(it)) + it.report(),
                        Link.report(it.report(), 0, ""),
                        it.isNewer() ? Link.changes(report.id(), it.report()) : Link.changes(it.report(), report.id())))
                .toList();
    }

    private static Label words(OtherVersion version) {
        if (version.isOffered()) {
            return version.isNewer()
                    ? new Label("可能有新版本：", "There may be a newer version: ")
                    : new Label("可能是新版本，原为：", "May be a newer version of ");
        }
        if (version.isNewest()) {
            return new Label("最新版本：", "Newest version: ");
        }
        return version.isNewer() ? new Label("较新版本：", "Newer version: ") : new Label("较旧版本：", "Older version: ");
    }

    private static List<ReportPage.OutlineLine> outline(Report report, Page page) {
        List<ReportPage.OutlineLine> lines = new ArrayList<>();
        for (Section section : report.sections()) {
            SectionRole above = section.parent() == 0
                    ? SectionRole.OTHER
                    : report.sections().get(section.parent() - 1).role();
            lines.add(new ReportPage.OutlineLine(
                    Math.min(section.level(), DEEPEST),
                    section.label(),
                    section.heading(),
                    section.role() == above ? "" : page.say(section.role().label()),
                    paragraphAt(report, String.valueOf(section.start()))));
        }
        return lines;
    }

    /// The marks in each paragraph of this report.
    private Map<Integer, List<Mark>> marks(Report report, String words) {
        Map<Integer, List<Mark>> marks = new HashMap<>();
        SearchQuery.Within here = SearchQuery.Within.ANYWHERE.withReport(report.id());
        int offset = 0;
        while (offset < MOST_HITS) {
            SearchAnswer answer = search.search(
                    SearchQuery.of(words).within(here).withLimit(HITS_AT_A_TIME).withOffset(offset));
            for (SearchAnswer.Hit hit : answer.hits()) {
                marks.put(hit.paragraph(), hit.marks());
            }
            offset += HITS_AT_A_TIME;
            if (offset >= answer.paragraphs()) {
                break;
            }
        }
        return marks;
    }
}
