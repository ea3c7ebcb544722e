package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.report.Anchor;
import gewu.api.report.Mark;
import gewu.api.report.OtherVersion;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.ReportFacts;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.Table;
import gewu.api.report.Whereabouts;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.workbench.passage.Excerpt;
import gewu.workbench.passage.Underline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays a report open: outline, text, and the marks of a question. Safe for all threads.
final class ReadingDesk {
    /// A report of more paragraphs may be shown before its underlines are made, which are most of the work.
    private static final int PARAGRAPHS_AT_ONCE = 240;

    private static final int HITS_AT_A_TIME = 500;
    private static final int MOST_HITS = 5_000;
    private static final int DEEPEST = 6;

    private final ReportSearch search;
    private final Reports reports;
    private final Underliner underliner;
    private final ThingViews views;
    private final PageDesk pictures;
    private final Offers offers;
    private final Margins margins;

    ReadingDesk(Rooms rooms, PageDesk pictures) {
        this.search = rooms.search();
        this.reports = rooms.reports();
        this.views = new ThingViews(rooms.extensions());
        this.underliner = new Underliner(rooms.metrics(), rooms.problems(), views);
        this.pictures = pictures;
        this.offers = new Offers(rooms.extensions());
        this.margins = new Margins(rooms.extensions());
    }

    /// @param question what to mark; nothing without words
    /// @param ask      its `anchor` is the passage that was looked for, its `n` the hit that led
    ///                 here, its `light` what lights up; `bare` asks for a long report's words without underlines
    ReportPage open(Report report, Question question, Ask ask, Page page) {
        Optional<Anchor> anchor =
                Anchor.read(ask.parameter("anchor")).filter(it -> it.report().equals(report.id()));
        Optional<Whereabouts> where = anchor.map(it -> ReportAnchors.of(report).find(it));
        Marks marks = question.words().isEmpty()
                ? where.map(it -> cited(it, anchor.map(Anchor::isWhole).orElse(true)))
                        .orElse(Marks.NONE)
                : marks(report, question);
        boolean isBare =
                ask.parameter("bare").equals("yes") && report.paragraphs().size() > PARAGRAPHS_AT_ONCE;
        String light = ask.parameter("light");
        List<Underline> found = isBare ? Underliner.lighting(light) : underliner.of(report.id(), light);
        return new ReportPage(
                report.id(),
                report.facts().title().isBlank() ? report.id() : report.facts().title(),
                facts(report, page),
                offers.of("report", report.id()),
                notes(where, ask, page),
                versions(report, page),
                outline(report, page),
                blocks(report, marks.with(found)),
                remarks(report, page),
                question.words().isEmpty() ? List.of() : marks.paragraphs(),
                marks.places(),
                !marks.resembling().isEmpty(),
                question.words().isEmpty()
                        ? ReportPage.Walk.NONE
                        : walk(report, question, ask.number("n", Integer.MAX_VALUE)),
                found.stream().map(Underline::kind).collect(Collectors.toSet()),
                original(report, question, light),
                isBare);
    }

    private ReportPage.Original original(Report report, Question question, String light) {
        return pictures.edition(report.id())
                .map(edition -> new ReportPage.Original(
                        Link.with("/page/" + report.id(), Map.of(), "", ""),
                        edition,
                        question.words().isEmpty()
                                ? Link.with("", Map.of(), "light", light)
                                : Link.with("", question.parameters(), "light", light)))
                .orElse(ReportPage.Original.NONE);
    }

    /// The marks of a question in a report; none without words.
    Marks found(Report report, Question question) {
        return question.words().isEmpty() ? Marks.NONE : marks(report, question);
    }

    private static ReportPage.Walk walk(Report report, Question question, int nth) {
        Map<String, String> parameters = new LinkedHashMap<>(question.parameters());
        parameters.put("report", report.id());
        parameters.put("n", nth > 0 ? String.valueOf(nth) : "");
        return new ReportPage.Walk(
                question.at("/search"),
                Link.with("/walk", parameters, "to", "before"),
                Link.with("/walk", parameters, "to", "behind"));
    }

    /// The part of a paragraph that an anchor names; a whole paragraph is shown by opening the report at it.
    private static Marks cited(Whereabouts where, boolean isWhole) {
        return switch (where) {
            case Whereabouts.Same(var paragraph, var passage) -> isWhole ? Marks.NONE : marked(paragraph, passage);
            case Whereabouts.Moved(var paragraph, var passage) -> marked(paragraph, passage);
            case Whereabouts.Changed _, Whereabouts.Gone _ -> Marks.NONE;
        };
    }

    private static Marks marked(Paragraph paragraph, Passage passage) {
        Mark mark = new Mark(passage.start(), Math.min(passage.end(), paragraph.end()));
        return new Marks(Map.of(paragraph.number(), List.of(mark)), Set.of());
    }

    /// The paragraph in which an anchor's passage begins now; 0 when it is gone.
    static int paragraphOf(Report report, Anchor anchor) {
        return switch (ReportAnchors.of(report).find(anchor)) {
            case Whereabouts.Same same -> same.paragraph().number();
            case Whereabouts.Moved moved -> moved.paragraph().number();
            case Whereabouts.Changed changed -> changed.paragraph().number();
            case Whereabouts.Gone _ -> 0;
        };
    }

    private static List<ReportPage.Note> notes(Optional<Whereabouts> where, Ask ask, Page page) {
        List<ReportPage.Note> notes = new ArrayList<>();
        where.map(it -> note(it, page)).ifPresent(notes::add);
        switch (ask.parameter("end")) {
            case "last" ->
                notes.add(new ReportPage.Note(page.say("后面没有别的报告有命中了。", "No report behind this one has hits."), false));
            case "first" ->
                notes.add(new ReportPage.Note(page.say("前面没有别的报告有命中了。", "No report before this one has hits."), false));
            default -> {
                // Nothing to say.
            }
        }
        return notes;
    }

    private static ReportPage.Note note(Whereabouts where, Page page) {
        return switch (where) {
            case Whereabouts.Same same ->
                new ReportPage.Note(
                        page.say(
                                "引用的段落是第 " + same.paragraph().number() + " 段，字句没有变。",
                                "The passage is paragraph " + same.paragraph().number() + ", as it was."),
                        false);
            case Whereabouts.Moved moved ->
                new ReportPage.Note(
                        page.say(
                                "引用的段落已移位：字句没有变，分段或次序变了，现从第 "
                                        + moved.paragraph().number() + " 段开始。",
                                "The passage moved: the same words, cut or ordered another way, now begin in paragraph "
                                        + moved.paragraph().number() + "."),
                        true);
            case Whereabouts.Changed changed ->
                new ReportPage.Note(
                        page.say(
                                "引用的段落已改动：原来的字句已不在，最相近的是第 "
                                        + changed.paragraph().number() + " 段（约 " + changed.percent() + "% 相同），引用前请核对。",
                                "The passage changed: its words are gone, the nearest is paragraph "
                                        + changed.paragraph().number() + " (about " + changed.percent()
                                        + "% the same); check before you cite it."),
                        true);
            case Whereabouts.Gone _ ->
                new ReportPage.Note(
                        page.say(
                                "引用的段落已不在这份报告里，也没有相近的段落。",
                                "The passage is gone from this report, and none is like it."),
                        true);
        };
    }

    /// Tables as grids, where their data can be trusted, and paragraphs as lines.
    private List<ReportPage.Block> blocks(Report report, Marks marks) {
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

    private ReportPage.Line line(Report report, Paragraph paragraph, Optional<Section> section, Marks marks, int page) {
        List<Mark> here = marks.of(paragraph);
        return new ReportPage.Line(
                paragraph.number(),
                section.filter(it -> it.headingEnd() >= paragraph.end())
                        .map(it -> Math.min(it.level(), DEEPEST))
                        .orElse(0),
                paragraph.page() == page ? 0 : paragraph.page(),
                here.isEmpty()
                        ? Link.citations(report.id(), paragraph.number(), 0, 0)
                        : Link.citations(
                                report.id(),
                                paragraph.number(),
                                here.getFirst().start(),
                                here.getLast().end()),
                notesAt(report, paragraph.number()),
                Excerpt.of(
                        report.textOf(paragraph),
                        paragraph.start(),
                        here,
                        marks.resembling(),
                        report.source().doubts(paragraph.start(), paragraph.end()),
                        marks.under(paragraph.start(), paragraph.end())));
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

    private Map<Integer, List<ReportPage.Remark>> remarks(Report report, Page page) {
        Map<Integer, List<ReportPage.Remark>> remarks = new HashMap<>();
        margins.of(report)
                .forEach((paragraph, words) -> remarks.put(
                        paragraph,
                        words.stream()
                                .map(it -> new ReportPage.Remark(page.say(it), notesAt(report, paragraph)))
                                .toList()));
        return remarks;
    }

    /// Where notes on a paragraph are written; empty if nobody offers that.
    private String notesAt(Report report, int paragraph) {
        return views.address("passage", report.id() + "/" + paragraph).orElse("");
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

    /// The marks of the answer in this report, the same as in the list of hits; paragraphs that are folded there have
    /// theirs, too.
    private Marks marks(Report report, Question question) {
        Map<Integer, List<Mark>> marks = new HashMap<>();
        Set<Mark> resembling = new HashSet<>();
        SearchQuery query = question.query();
        SearchQuery here = query.within(query.within().withReport(report.id()))
                .withSort(SearchQuery.Sort.RELEVANCE)
                .folded(false)
                .withLimit(HITS_AT_A_TIME);
        int offset = 0;
        while (offset < MOST_HITS) {
            SearchAnswer answer = search.search(here.withOffset(offset));
            for (SearchAnswer.Hit hit : answer.hits()) {
                marks.put(hit.paragraph(), hit.marks());
                resembling.addAll(hit.resembling());
            }
            offset += HITS_AT_A_TIME;
            if (offset >= answer.paragraphs()) {
                break;
            }
        }
        return new Marks(marks, resembling);
    }
}
