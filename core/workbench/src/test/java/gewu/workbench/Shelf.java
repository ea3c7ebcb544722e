package gewu.workbench;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.intake.SourceFile;
import gewu.api.job.Job;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.plugin.PluginScope;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.report.OtherVersion;
import gewu.api.report.PageLook;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.api.search.Concordance;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.search.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A few reports kept in memory and searched by looking through them, so that the front door can be tried
/// without the rooms behind it. Each line of a text is a paragraph; a line that begins with `一、` and the like
/// is a heading.
public final class Shelf implements Reports, ReportSearch, Jobs, Intake {
    private final List<Report> reports = new ArrayList<>();
    private final List<Brought> files = new ArrayList<>();
    private final Map<String, List<OtherVersion>> versions = new HashMap<>();
    private final Map<String, PageLook> looks = new HashMap<>();
    private final Map<String, SourceFile> originals = new HashMap<>();

    /// Puts a report on the shelf.
    public Shelf with(String id, String title, int year, String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            int end = at + line.length();
            if (!line.isBlank()) {
                if (line.matches("[一二三四五六七八九]、.*")) {
                    int number = sections.size() + 1;
                    sections.add(new Section(
                            number,
                            0,
                            1,
                            line.substring(0, 2),
                            line.substring(2),
                            line.contains("问题") ? SectionRole.PROBLEMS : SectionRole.OTHER,
                            at,
                            end,
                            text.length(),
                            1));
                }
                int start = at + line.length() - line.stripLeading().length();
                int stop = at + line.stripTrailing().length();
                paragraphs.add(new Paragraph(paragraphs.size() + 1, 1, sections.size(), start, stop));
            }
            at = end + 1;
        }
        ReportFacts facts = new ReportFacts(title, "南江市档案馆", "南江市", year, ReportKind.WHOLE_DEPARTMENT);
        reports.add(new Report(id, 1, facts, SourceText.onePage(text), paragraphs, sections));
        return this;
    }

    /// Has a recogniser be unsure of words in the report put last.
    public Shelf doubting(int start, int end, double confidence) {
        Report sure = reports.removeLast();
        SourceText source = new SourceText(
                sure.text(),
                sure.pages(),
                SourceText.Lines.BROKEN,
                sure.source().tables(),
                List.of(new Doubt(start, end, confidence)));
        reports.add(new Report(sure.id(), 1, sure.facts(), source, sure.paragraphs(), sure.sections()));
        return this;
    }

    /// Says that a table stands in the report put last.
    public Shelf ruled(Table table) {
        Report plain = reports.removeLast();
        List<Table> tables = new ArrayList<>(plain.source().tables());
        tables.add(table);
        SourceText source = new SourceText(
                plain.text(),
                plain.pages(),
                SourceText.Lines.WHOLE,
                tables,
                plain.source().doubts());
        reports.add(new Report(plain.id(), 1, plain.facts(), source, plain.paragraphs(), plain.sections()));
        return this;
    }

    /// Says that another report is a version of this one, or may be.
    public Shelf beside(String id, OtherVersion other) {
        versions.merge(id, List.of(other), (some, more) -> {
            List<OtherVersion> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        });
        return this;
    }

    /// Puts text files on the shelf as they are.
    @Override
    public List<Brought> bringIn(Order order, Progress progress, Consumer<Brought> each) {
        List<Brought> all = new ArrayList<>();
        for (Path file : order.paths()) {
            String name = String.valueOf(file.getFileName());
            try {
                with(name, name, 2021, Files.readString(file));
                all.add(new Brought(file.toString(), Brought.State.IMPORTED, name, "", 1, 1, 1));
            } catch (IOException unreadable) {
                all.add(new Brought(file.toString(), Brought.State.FAILED, "", unreadable.toString(), 0, 0, 1));
            }
            files.add(all.getLast());
            each.accept(all.getLast());
        }
        return all;
    }

    @Override
    public List<FileRecord> files() {
        return files.stream()
                .map(it -> new FileRecord(it.file(), it.state(), it.report(), it.reason(), "", 0, Instant.EPOCH))
                .toList();
    }

    @Override
    public List<OtherVersion> versions(String report) {
        return versions.getOrDefault(report, List.of());
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter) {
        return reports.stream()
                .map(report -> new ReportSummary(
                        report.id(),
                        1,
                        report.facts(),
                        1,
                        report.paragraphs().size(),
                        report.text().length(),
                        report.id() + ".txt",
                        "text/plain",
                        "00",
                        Instant.EPOCH))
                .toList();
    }

    @Override
    public Optional<Report> find(String id) {
        return reports.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    @Override
    public Optional<PageLook> look(String report, int page) {
        return Optional.ofNullable(looks.get(report + "/" + page));
    }

    @Override
    public Optional<SourceFile> original(String report) {
        return Optional.ofNullable(originals.get(report));
    }

    /// The report was read from this file, and this is how a page of it looks.
    public Shelf withPage(String report, SourceFile original, PageLook look) {
        looks.put(report + "/" + look.number(), look);
        originals.put(report, original);
        return this;
    }

    @Override
    public ReportSummary named(String words) {
        return list(ReportFilter.ALL).stream()
                .filter(report -> report.id().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException("No report “" + words + "”.", "See gewu reports."));
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        List<SearchAnswer.Hit> hits = new ArrayList<>();
        for (Report report : reports) {
            boolean isMeant = (query.within().from() == 0
                            || report.facts().year() == query.within().from())
                    && (query.within().report().isEmpty()
                            || report.id().equals(query.within().report()));
            for (Paragraph paragraph : isMeant ? report.paragraphs() : List.<Paragraph>of()) {
                List<Mark> marks = new ArrayList<>(marks(report, paragraph, query.words()));
                List<Mark> resembling = query.matching().lookalikes()
                        ? marks(report, paragraph, query.words().replace('案', '室')).stream()
                                .filter(mark -> !marks.contains(mark))
                                .toList()
                        : List.of();
                marks.addAll(resembling);
                marks.sort(Comparator.comparingInt(Mark::start));
                if (!marks.isEmpty()) {
                    hits.add(hit(report, paragraph, marks, resembling));
                }
            }
        }
        long places = hits.stream().mapToLong(hit -> hit.marks().size()).sum();
        long holding = hits.stream().map(SearchAnswer.Hit::report).distinct().count();
        List<SearchAnswer.Hit> shown = query.folded() ? folded(hits) : hits;
        List<SearchAnswer.Hit> part =
                shown.stream().skip(query.offset()).limit(query.limit()).toList();
        List<SearchAnswer.Facet> facets = query.facets() ? facets(hits.size()) : List.of();
        List<SearchAnswer.Cell> cells = query.facets()
                ? List.of(
                        new SearchAnswer.Cell("南江市档案馆", 2021, hits.size(), holding),
                        new SearchAnswer.Cell("南江市信访局", 2020, 1, 1))
                : List.of();
        return new SearchAnswer(part, facets, cells, "", hits.size(), shown.size(), holding, places, 0.5, List.of());
    }

    /// Counts of two organisations and of forty regions.
    private static List<SearchAnswer.Facet> facets(int hits) {
        List<SearchAnswer.Facet> facets = new ArrayList<>(List.of(
                new SearchAnswer.Facet("org", "南江市档案馆", hits),
                new SearchAnswer.Facet("org", "南江市信访局", 1),
                new SearchAnswer.Facet("year", "2021", hits)));
        for (int i = 1; i <= 40; i++) {
            facets.add(new SearchAnswer.Facet("region", "第" + i + "区", 1));
        }
        return facets;
    }

    @Override
    public SearchAnswer searchIn(List<Report> texts, SearchQuery query) {
        Shelf beside = new Shelf();
        beside.reports.addAll(texts);
        return beside.search(query);
    }

    private static List<SearchAnswer.Hit> folded(List<SearchAnswer.Hit> hits) {
        Map<String, List<SearchAnswer.Hit>> equal = new LinkedHashMap<>();
        hits.forEach(
                hit -> equal.computeIfAbsent(hit.text(), _ -> new ArrayList<>()).add(hit));
        return equal.values().stream()
                .map(all -> all.getFirst()
                        .alike(new SearchAnswer.Alike(
                                all.size() - 1L,
                                all.stream()
                                                .map(SearchAnswer.Hit::report)
                                                .distinct()
                                                .count()
                                        - 1)))
                .toList();
    }

    @Override
    public Concordance concordance(SearchQuery query, Concordance.Order order) {
        List<Concordance.Line> lines = search(query).hits().stream()
                .flatMap(hit -> hit.marks().stream().map(mark -> Concordance.Line.of(hit, mark)))
                .toList();
        return new Concordance(lines, query.words(), lines.size(), lines.size());
    }

    @Override
    public List<SearchAnswer.Hit> nearest(String words, int limit) {
        return search(SearchQuery.of(words).withLimit(limit)).hits();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return reports.stream()
                .map(report -> new Suggestion(report.facts().org(), Suggestion.Kind.ORGANISATION, 1))
                .filter(it -> it.words().contains(typed))
                .limit(limit)
                .toList();
    }

    private static List<Mark> marks(Report report, Paragraph paragraph, String words) {
        List<Mark> marks = new ArrayList<>();
        String text = report.textOf(paragraph);
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
            marks.add(new Mark(paragraph.start() + at, paragraph.start() + at + words.length()));
        }
        return marks;
    }

    private static SearchAnswer.Hit hit(Report report, Paragraph paragraph, List<Mark> marks, List<Mark> resembling) {
        return new SearchAnswer.Hit(
                report.id(),
                report.facts(),
                report.path(paragraph).stream()
                        .map(section -> section.label() + section.heading())
                        .toList(),
                report.roleOf(paragraph),
                paragraph.page(),
                paragraph.number(),
                paragraph.start(),
                paragraph.end(),
                report.textOf(paragraph),
                marks,
                resembling,
                SearchAnswer.Alike.NONE,
                1.0);
    }

    @Override
    public <T> T run(Label title, Work<T> work) throws Exception {
        return work.run(Progress.NONE);
    }

    @Override
    public <T> CompletableFuture<T> start(PluginScope scope, Label title, Work<T> work) {
        try {
            return CompletableFuture.completedFuture(work.run(Progress.NONE));
        } catch (Exception failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    @Override
    public List<Job> list() {
        return List.of();
    }

    @Override
    public boolean cancel(long id) {
        return false;
    }

    @Override
    public AutoCloseable watch(Consumer<Job> listener) {
        return () -> {};
    }
}
