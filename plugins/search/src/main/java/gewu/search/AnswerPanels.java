package gewu.search;

import gewu.api.Label;
import gewu.api.report.Doubt;
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
import java.util.stream.Collectors;

/// Tells people an answer: what was understood, the hits by report, the counts; and what to try when there is
/// none.
final class AnswerPanels {
    private static final Map<String, Label> FACETS = Map.of(
            "org", new Label("单位", "Organisation"),
            "year", new Label("年度", "Year"),
            "region", new Label("地区", "Region"),
            "kind", new Label("报告类型", "Kind of report"),
            "role", new Label("章节类别", "Section is about"));

    private static final String QUOTES = "\"“”＂「」『』";

    private final ReportSearch search;
    private final Reports reports;

    AnswerPanels(ReportSearch search, Reports reports) {
        this.search = search;
        this.reports = reports;
    }

    /// The answer to `query` as panels, one above the other.
    Panel of(SearchQuery query, SearchAnswer answer) {
        List<Panel> panels = new ArrayList<>();
        if (!answer.understood().isBlank() && !answer.understood().equals(query.words())) {
            panels.add(
                    new Panel.Text(new Label("理解为：" + answer.understood(), "understood as: " + answer.understood())));
        }
        if (answer.paragraphs() == 0) {
            panels.add(whatToTry(query));
            explained(answer.parts()).ifPresent(panels::add);
            return new Panel.Stack(panels);
        }
        byReport(answer.hits()).forEach((report, hits) -> {
            panels.add(heading(hits.getFirst().facts(), report));
            List<Doubt> doubts = reports.doubts(report);
            hits.forEach(hit -> panels.add(document(hit, doubts)));
        });
        byFacet(answer.facets()).forEach((facet, counts) -> panels.add(table(facet, counts)));
        Matrix.of(answer.cells()).ifPresent(panels::add);
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
        String org = facts.org().isBlank() || facts.title().contains(facts.org()) ? "" : facts.org();
        String between = org.isEmpty() || facts.title().isBlank() ? "" : " · ";
        return new Panel.Text(facts.title() + between + org + year + " · " + report);
    }

    private static Panel document(SearchAnswer.Hit hit, List<Doubt> doubts) {
        String path = String.join(" › ", hit.section());
        String between = path.isEmpty() ? "" : " · ";
        Label alike = alike(hit.alike());
        Label head = new Label(
                path + between + "第 " + hit.page() + " 页第 " + hit.paragraph() + " 段" + alike.zh(),
                path + between + "page " + hit.page() + ", paragraph " + hit.paragraph() + alike.en());
        return new Panel.Document(
                head,
                hit.report(),
                hit.start(),
                hit.text(),
                hit.marks(),
                Doubt.between(doubts, hit.start(), hit.end()));
    }

    private static Label alike(SearchAnswer.Alike alike) {
        if (alike.paragraphs() == 0) {
            return Label.same("");
        }
        return alike.reports() == 0
                ? new Label(
                        " · 本报告另有 " + alike.paragraphs() + " 段相同",
                        " · " + count(alike.paragraphs(), "more paragraph") + " of this report")
                : new Label(
                        " · 另见 " + alike.reports() + " 份报告（相同段落）", " · also in " + count(alike.reports(), "report"));
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
            case "role" -> SectionRole.named(value).map(SectionRole::label).orElse(Label.same(value));
            case "kind" -> ReportKind.named(value).map(ReportKind::label).orElse(Label.same(value));
            // a year that nobody knows is counted as 0
            case "year" -> value.equals("0") ? new Label("（未注明）", "(not stated)") : Label.same(value);
            default -> value.isEmpty() ? new Label("（未注明）", "(not stated)") : Label.same(value);
        };
    }

    private static Panel totals(SearchQuery query, SearchAnswer answer) {
        String millis = String.format(Locale.ROOT, "%.1f", answer.millis());
        long from = query.offset() + 1L;
        long to = query.offset() + (long) answer.hits().size();
        Label part = part(query, answer, from, to);
        Label folded = answer.distinct() == answer.paragraphs()
                ? Label.same("")
                : new Label(
                        "（不同的 " + answer.distinct() + " 段；--all 逐段列出）",
                        " (" + answer.distinct() + " different ones; --all lists each)");
        return new Panel.Text(new Label(
                "共 " + answer.reports() + " 份报告、" + answer.paragraphs() + " 个段落" + folded.zh() + "、"
                        + answer.occurrences() + " 处，用时 " + millis + " 毫秒" + part.zh(),
                count(answer.occurrences(), "place") + " in " + count(answer.paragraphs(), "paragraph") + folded.en()
                        + " of " + count(answer.reports(), "report") + ", " + millis + " ms" + part.en()));
    }

    /// Which of the hits stand above, when it is not all of them.
    private static Label part(SearchQuery query, SearchAnswer answer, long from, long to) {
        if (answer.hits().isEmpty() && query.limit() > 0) {
            return new Label(
                    "；--offset " + query.offset() + " 已超过最后一段，没有可显示的",
                    "; --offset " + query.offset() + " is behind the last one, so none is shown");
        }
        if (answer.hits().isEmpty() || answer.hits().size() == answer.distinct()) {
            return Label.same("");
        }
        String range = from == to ? String.valueOf(from) : from + "–" + to;
        return new Label(
                "；以上是第 " + range + " 段（--limit、--offset 看其余）",
                "; shown: " + range + " (--limit and --offset show the rest)");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
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
                    "没有找到“" + query.words() + "”；去掉" + (query.matching().exact() ? " --exact 和" : "") + "年度、单位、类型等限制后有 "
                            + unfiltered + " 个段落。",
                    "Nothing found for “" + query.words() + "”; without "
                            + (query.matching().exact() ? "--exact and " : "")
                            + "the limits on year, organisation, kind and so on: " + count(unfiltered, "paragraph")
                            + "."));
        }
        boolean isQuoted = query.words().codePoints().anyMatch(sign -> QUOTES.indexOf(sign) >= 0);
        return new Panel.Text(new Label(
                "没有找到“" + query.words() + "”。可以少写一两个词、改用更短的词" + (isQuoted ? "，或不加引号" : "") + "再试；gewu reports 列出已有的报告。",
                "Nothing found for “" + query.words() + "”. Try fewer or shorter words"
                        + (isQuoted ? ", or leave out the quotes" : "") + "; gewu reports lists what is there."));
    }

    /// Which part of the question it is that fails, and what stands nearest to it.
    private static Optional<Panel> explained(List<SearchAnswer.Part> parts) {
        boolean isWorthIt =
                parts.size() > 1 || parts.stream().anyMatch(it -> !it.nearest().isEmpty());
        if (!isWorthIt) {
            return Optional.empty();
        }
        boolean hasSeveral = parts.size() > 1;
        List<Panel.Column> columns = new ArrayList<>(
                List.of(Panel.Column.text("条件", "Part"), Panel.Column.number("单独有（段）", "Alone, paragraphs")));
        if (hasSeveral) {
            columns.add(Panel.Column.number("去掉它有（段）", "Without it, paragraphs"));
        }
        columns.add(Panel.Column.text("相近的词", "Nearest words"));
        List<Panel.Row> rows = new ArrayList<>();
        for (SearchAnswer.Part part : parts) {
            String nearest = part.nearest().stream()
                    .map(it -> it.words() + " (" + it.paragraphs() + ")")
                    .collect(Collectors.joining("  "));
            rows.add(
                    hasSeveral
                            ? Panel.Row.of(part.words(), part.alone(), part.without(), nearest)
                            : Panel.Row.of(part.words(), part.alone(), nearest));
        }
        return Optional.of(new Panel.Table(new Label("哪个条件没有命中", "Which part fails"), columns, rows));
    }

    private static boolean isFiltered(SearchQuery query) {
        return !query.within().equals(SearchQuery.Within.ANYWHERE)
                || query.matching().exact();
    }

    private static SearchQuery withoutFilters(SearchQuery query) {
        return query.within(SearchQuery.Within.ANYWHERE)
                .matching(query.matching().exactly(false))
                .withOffset(0)
                .withLimit(0)
                .withFacets(false);
    }
}
