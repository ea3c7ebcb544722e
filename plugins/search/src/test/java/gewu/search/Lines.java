package gewu.search;

import gewu.api.WorkbenchException;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.report.PageLook;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.SectionRole;
import gewu.api.search.Concordance;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.search.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of text, each a paragraph of the report of its year, searched by looking through them.
final class Lines implements ReportSearch, Reports {
    final List<SearchQuery> asked = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /// A question that begins like this is refused; empty for none.
    String refused = "";

    /// What a recogniser is not sure of, in every report.
    List<Doubt> doubts = List.of();

    /// Whether titles name the organisation, as many but not all do.
    boolean isOrgInTitle = true;

    private record Line(int year, int start, String text) {}

    Lines with(int year, String text) {
        int start = lines.isEmpty()
                ? 0
                : lines.getLast().start() + lines.getLast().text().length() + 1;
        lines.add(new Line(year, start, text));
        return this;
    }

    @Override
    public SearchAnswer searchIn(List<Report> texts, SearchQuery query) {
        Lines beside = new Lines();
        texts.forEach(
                it -> it.text().lines().forEach(line -> beside.with(it.facts().year(), line)));
        return beside.search(query);
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        asked.add(query);
        if (!refused.isEmpty() && query.words().startsWith(refused)) {
            throw new WorkbenchException(WorkbenchException.Kind.USAGE, "It can't be understood.", "Write 三公经费.");
        }
        List<SearchAnswer.Hit> hits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isMeant =
                    (query.within().from() == 0 || line.year() >= query.within().from())
                            && (query.within().to() == 0
                                    || line.year() <= query.within().to());
            int at = line.text().indexOf(query.words());
            if (isMeant && at >= 0) {
                int from = line.start() + at;
                hits.add(new SearchAnswer.Hit(
                        "r-" + line.year(),
                        facts(line.year()),
                        List.of("二、支出", "（一）三公经费"),
                        SectionRole.BUDGET,
                        3,
                        i + 1,
                        line.start(),
                        line.start() + line.text().length(),
                        line.text(),
                        List.of(new Mark(from, from + query.words().length())),
                        List.of(),
                        SearchAnswer.Alike.NONE,
                        2.5));
            }
        }
        List<SearchAnswer.Hit> part =
                hits.stream().skip(query.offset()).limit(query.limit()).toList();
        long reports = hits.stream().map(SearchAnswer.Hit::report).distinct().count();
        return new SearchAnswer(
                part,
                query.facets() ? List.of(new SearchAnswer.Facet("role", "budget", hits.size())) : List.of(),
                query.facets() ? cells(hits) : List.of(),
                "“" + query.words() + "”",
                hits.size(),
                hits.size(),
                reports,
                hits.size(),
                1.25,
                List.of());
    }

    private static List<SearchAnswer.Cell> cells(List<SearchAnswer.Hit> hits) {
        return hits.stream()
                .map(it -> new SearchAnswer.Cell(it.facts().org(), it.facts().year(), 1, 1))
                .toList();
    }

    @Override
    public Concordance concordance(SearchQuery query, Concordance.Order order) {
        asked.add(query);
        List<Concordance.Line> found = search(query).hits().stream()
                .map(hit -> {
                    int at = hit.marks().getFirst().start() - hit.start();
                    return new Concordance.Line(
                            hit.report(),
                            hit.facts(),
                            hit.page(),
                            hit.paragraph(),
                            hit.marks().getFirst(),
                            hit.text().substring(0, at),
                            query.words(),
                            hit.text().substring(at + query.words().length()));
                })
                .toList();
        return new Concordance(found, query.words(), found.size(), found.size());
    }

    @Override
    public List<SearchAnswer.Hit> nearest(String words, int limit) {
        return search(SearchQuery.of(words).withLimit(limit)).hits();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return List.of(new Suggestion("南江市档案馆", Suggestion.Kind.ORGANISATION, lines.size()));
    }

    private ReportFacts facts(int year) {
        String title = (isOrgInTitle ? "南江市档案馆" : "") + year + "年自评报告";
        return new ReportFacts(title, "南江市档案馆", "南江市", year, ReportKind.WHOLE_DEPARTMENT);
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter) {
        return lines.stream()
                .map(line -> new ReportSummary(
                        "r-" + line.year(), 1, facts(line.year()), 1, 1, 9, "a.txt", "text/plain", "0", Instant.EPOCH))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Report> find(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<PageLook> look(String report, int page) {
        return Optional.empty();
    }

    @Override
    public List<Doubt> doubts(String report) {
        return doubts;
    }

    @Override
    public ReportSummary named(String words) {
        return list(ReportFilter.ALL).getFirst();
    }
}
