package gewu.search;

import gewu.api.Label;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.Reports;
import gewu.api.report.SectionRole;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells people an answer: what was understood, the hits by report, the counts; and what to try when there is none.
final class AnswerPanels {
    private static final Map<String, Label> FACETS = Map.of(
            "org", new Label("单位", "Organisation"),
            "year", new Label("年度", "Year"),
            "region", new Label("地区", "Region"),
            "kind", new Label("报告类型", "Kind of report"),
            "role", new Label("章节类别", "Section is about"));

    private final ReportSearch search;
    private final Reports reports;

    AnswerPanels(ReportSearch search, Reports reports) {
        this.search = search;
        this.reports = reports;
    }

    /// The answer to `query` as panels, one above the other.
    Panel of(SearchQuery query, SearchAnswer answer) {
        List<Panel> panels = new ArrayList<>();
        if (!answer.understood().isBlank()) {
            panels.add(
                    new Panel.Text(new Label("理解为：" + answer.understood(), "understood as: " + answer.understood())));
        }
        if (answer.paragraphs() == 0) {
            panels.add(whatToTry(query));
            return new Panel.Stack(panels);
        }
        byReport(answer.hits()).forEach((report, hits) -> {
            panels.add(heading(hits.getFirst().facts(), report));
            hits.forEach(hit -> panels.add(document(hit)));
        });
        byFacet(answer.facets()).forEach((facet, counts) -> panels.add(table(facet, counts)));
        panels.add(totals(query, answer));
        return new Panel.Stack(panels);
    }

    private static Map<String, List<SearchAnswer.Hit>> byReport(List<SearchAnswer.Hit> hits) {
        Map<String, List<SearchAnswer.Hit>> grouped = new LinkedHashMap<>();
        for (SearchAnswer.Hit hit : hits) {
            grouped.computeIfAbsent(hit.report(), _ -> new ArrayList<>()).add(hit);
        }
        return grouped;
    }

    private static Map<String, List<SearchAnswer.Facet>> byFacet(List<SearchAnswer.Facet> facets) {
        Map<String, List<SearchAnswer.Facet>> grouped = new LinkedHashMap<>();
        for (SearchAnswer.Facet facet : facets) {
            grouped.computeIfAbsent(facet.facet(), _ -> new ArrayList<>()).add(facet);
        }
        return grouped;
    }

    private static Panel heading(ReportFacts facts, String report) {
        String year = facts.year() == 0 ? "" : " · " + facts.year();
        String name = facts.title().isBlank() ? facts.org() : facts.title();
        return new Panel.Text(name + year + " · " + report);
    }

    private static Panel document(SearchAnswer.Hit hit) {
        String path = String.join(" › ", hit.section());
        String between = path.isEmpty() ? "" : " · ";
        Label head = new Label(
                path + between + "第 " + hit.page() + " 页第 " + hit.paragraph() + " 段",
                path + between + "page " + hit.page() + ", paragraph " + hit.paragraph());
        return new Panel.Document(head, hit.report(), hit.start(), hit.text(), hit.marks());
    }

    private static Panel table(String facet, List<SearchAnswer.Facet> counts) {
        return new Panel.Table(
                FACETS.getOrDefault(facet, Label.same(facet)),
                List.of(Panel.Column.text("值", "Value"), Panel.Column.number("段落", "Paragraphs")),
                counts.stream()
                        .map(count -> Panel.Row.of(named(facet, count.value()), count.count()))
                        .toList());
    }

    private static Label named(String facet, String value) {
        return switch (facet) {
            case "role" ->
                SectionRole.named(value)
                        .map(SectionRole::label)
                        .orElse(Label.same(value));
            case "kind" ->
                ReportKind.named(value)
                        .map(ReportKind::label)
                        .orElse(Label.same(value));
            default -> Label.same(value);
        };
    }

    private static Panel totals(SearchQuery query, SearchAnswer answer) {
        String millis = String.format(Locale.ROOT, "%.1f", answer.millis());
        long from = query.offset() + 1L;
        long to = query.offset() + (long) answer.hits().size();
        boolean isPart =
                answer.hits().size() < answer.paragraphs() && !answer.hits().isEmpty();
        return new Panel.Text(new Label(
                "共 " + answer.reports() + " 份报告、" + answer.paragraphs() + " 个段落、" + answer.occurrences() + " 处，用时 "
                        + millis + " 毫秒" + (isPart ? "；以上是第 " + from + "–" + to + " 段（--limit、--offset 看其余）" : ""),
                answer.occurrences() + " places in " + answer.paragraphs() + " paragraphs of " + answer.reports()
                        + " reports, " + millis + " ms"
                        + (isPart ? "; shown are " + from + "–" + to + " (--limit and --offset show the rest)" : "")));
    }

    /// Nothing was found: is the workspace empty, do the filters keep it out, or is it the words?
    private Panel whatToTry(SearchQuery query) {
        if (reports.list(ReportFilter.ALL).isEmpty()) {
            return new Panel.Text(new Label(
                    "工作区里还没有报告。先导入：gewu import 文件夹",
                    "The workspace holds no reports yet. Bring some in: gewu import FOLDER"));
        }
        long unfiltered =
                isFiltered(query) ? search.search(withoutFilters(query)).paragraphs() : 0;
        if (unfiltered > 0) {
            return new Panel.Text(new Label(
                    "没有找到“" + query.words() + "”；去掉年度、单位、类型等限制后有 " + unfiltered + " 个段落。",
                    "Nothing found for “" + query.words()
                            + "”; without the limits on year, organisation, kind and so on there are " + unfiltered
                            + " paragraphs."));
        }
        return new Panel.Text(new Label(
                "没有找到“" + query.words() + "”。可以少写一两个词、改用更短的词，或不加引号再试；gewu reports 列出已有的报告。",
                "Nothing found for “" + query.words()
                        + "”. Try fewer or shorter words, or leave out the quotes; gewu reports lists what is there."));
    }

    private static boolean isFiltered(SearchQuery query) {
        return !query.org().isEmpty()
                || query.from() > 0
                || query.to() > 0
                || query.role().isPresent()
                || query.kind().isPresent()
                || query.exact();
    }

    private static SearchQuery withoutFilters(SearchQuery query) {
        return new SearchQuery(
                query.words(), "", 0, 0, Optional.empty(), Optional.empty(), query.sort(), 0, 0, false, false);
    }
}
