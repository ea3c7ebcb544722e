package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Doubt;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.Reports;
import gewu.api.report.SectionRole;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.workbench.passage.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers the search page's questions. Safe for all threads.
final class SearchDesk {
    private static final int HITS = 20;
    private static final int MOST_OFFSET = 100_000;
    private static final int CHARACTERS_OF_A_HIT = 260;
    private static final String QUOTES = "\"“”＂「」『』";
    private static final List<String> LIMITS = List.of("year", "org", "kind", "role");
    private static final Map<String, Label> FACETS = Map.of(
            "org", new Label("单位", "Organisation"),
            "year", new Label("年度", "Year"),
            "region", new Label("地区", "Region"),
            "kind", new Label("报告类型", "Kind of report"),
            "role", new Label("章节类别", "Section"));

    private final ReportSearch search;
    private final Reports reports;

    SearchDesk(ReportSearch search, Reports reports) {
        this.search = search;
        this.reports = reports;
    }

    SearchPage answer(Ask ask) {
        int offset = number(ask, "offset", MOST_OFFSET);
        int year = number(ask, "year", 9999);
        SearchQuery query = SearchQuery.of(ask.parameter("q"))
                .within(SearchQuery.Within.ANYWHERE
                        .withOrg(ask.parameter("org"))
                        .withYears(year, year)
                        .withRole(SectionRole.named(ask.parameter("role")))
                        .withKind(ReportKind.named(ask.parameter("kind"))))
                .withSort(sort(ask.parameter("sort")))
                .withLimit(HITS)
                .withOffset(offset)
                .withFacets();
        SearchAnswer answer = search.search(query);
        boolean isMore = offset + answer.hits().size() < answer.paragraphs();
        return new SearchPage(
                answer.understood().equals(ask.parameter("q").strip()) ? "" : answer.understood(),
                totals(answer, ask.language()),
                groups(answer.hits(), ask),
                limits(ask),
                facets(answer.facets(), ask),
                answer.paragraphs() == 0 ? advice(ask) : List.of(),
                offset == 0 ? "" : here(ask, "offset", offset <= HITS ? "" : String.valueOf(offset - HITS)),
                isMore ? here(ask, "offset", String.valueOf(offset + HITS)) : "");
    }

    private static String totals(SearchAnswer answer, String language) {
        String millis = String.format(Locale.ROOT, "%.1f", answer.millis());
        return new Label(
                        answer.reports() + " 份报告 · " + answer.paragraphs() + " 个段落 · " + answer.occurrences() + " 处 · "
                                + millis + " 毫秒",
                        answer.reports() + " reports · " + answer.paragraphs() + " paragraphs · " + answer.occurrences()
                                + " places · " + millis + " ms")
                .in(language);
    }

    private List<SearchPage.Group> groups(List<SearchAnswer.Hit> hits, Ask ask) {
        Map<String, List<SearchAnswer.Hit>> byReport = new LinkedHashMap<>();
        for (SearchAnswer.Hit hit : hits) {
            byReport.computeIfAbsent(hit.report(), _ -> new ArrayList<>()).add(hit);
        }
        return byReport.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), ask))
                .toList();
    }

    private SearchPage.Group group(String report, List<SearchAnswer.Hit> hits, Ask ask) {
        ReportFacts facts = hits.getFirst().facts();
        String year = facts.year() == 0 ? "" : String.valueOf(facts.year());
        return new SearchPage.Group(
                facts.title().isBlank() ? report : facts.title(),
                String.join(
                        " · ",
                        Stream.of(facts.org(), year, facts.kind().label().in(ask.language()))
                                .filter(part -> !part.isBlank())
                                .toList()),
                Link.report(report, 0, ask.parameter("q")),
                hits.stream().map(hit -> line(hit, ask)).toList());
    }

    private SearchPage.HitLine line(SearchAnswer.Hit hit, Ask ask) {
        String path = String.join(" › ", hit.section());
        String place = new Label(
                        "第 " + hit.page() + " 页 · 第 " + hit.paragraph() + " 段",
                        "page " + hit.page() + " · paragraph " + hit.paragraph())
                .in(ask.language());
        return new SearchPage.HitLine(
                path.isEmpty() ? place : path + " · " + place,
                Link.report(hit.report(), hit.paragraph(), ask.parameter("q")),
                Excerpt.of(
                                hit.text(),
                                hit.start(),
                                hit.marks(),
                                Doubt.between(reports.doubts(hit.report()), hit.start(), hit.end()))
                        .around(CHARACTERS_OF_A_HIT));
    }

    private static List<SearchPage.Limit> limits(Ask ask) {
        return LIMITS.stream()
                .filter(name -> !ask.parameter(name).isEmpty())
                .map(name -> new SearchPage.Limit(
                        FACETS.getOrDefault(name, Label.same(name)).in(ask.language()) + " "
                                + named(name, ask.parameter(name), ask.language()),
                        here(ask, name, "")))
                .toList();
    }

    private static List<SearchPage.FacetGroup> facets(List<SearchAnswer.Facet> facets, Ask ask) {
        Map<String, List<SearchPage.FacetLine>> byFacet = new LinkedHashMap<>();
        for (SearchAnswer.Facet facet : facets) {
            boolean isOpen = isStated(facet)
                    && LIMITS.contains(facet.facet())
                    && ask.parameter(facet.facet()).isEmpty();
            byFacet.computeIfAbsent(facet.facet(), _ -> new ArrayList<>())
                    .add(new SearchPage.FacetLine(
                            named(facet.facet(), isStated(facet) ? facet.value() : "", ask.language()),
                            facet.count(),
                            isOpen ? here(ask, facet.facet(), facet.value()) : ""));
        }
        return byFacet.entrySet().stream()
                .map(entry -> new SearchPage.FacetGroup(
                        FACETS.getOrDefault(entry.getKey(), Label.same(entry.getKey()))
                                .in(ask.language()),
                        entry.getValue()))
                .toList();
    }

    /// A year that nobody knows is counted as 0.
    private static boolean isStated(SearchAnswer.Facet facet) {
        return !facet.value().isEmpty()
                && !(facet.facet().equals("year") && facet.value().equals("0"));
    }

    private static String named(String facet, String value, String language) {
        return switch (facet) {
            case "role" ->
                SectionRole.named(value).map(role -> role.label().in(language)).orElse(value);
            case "kind" ->
                ReportKind.named(value).map(kind -> kind.label().in(language)).orElse(value);
            default -> value.isEmpty() ? new Label("（未注明）", "(not stated)").in(language) : value;
        };
    }

    private static List<String> advice(Ask ask) {
        boolean isLimited =
                LIMITS.stream().anyMatch(name -> !ask.parameter(name).isEmpty());
        boolean isQuoted = ask.parameter("q").codePoints().anyMatch(sign -> QUOTES.indexOf(sign) >= 0);
        Label words = new Label("少写一两个词，或换更短的词。", "Use fewer or shorter words.");
        Label quotes = new Label("去掉引号：引号要求逐字一致。", "Leave out the quotes: they ask for exactly these words.");
        Label limits = new Label("去掉上面的限制条件。", "Take away the limits above.");
        return Stream.of(
                        isLimited ? Optional.of(limits) : Optional.<Label>empty(),
                        Optional.of(words),
                        isQuoted ? Optional.of(quotes) : Optional.<Label>empty())
                .flatMap(Optional::stream)
                .map(label -> label.in(ask.language()))
                .toList();
    }

    /// This question with one thing changed; a changed limit begins with the first hits again.
    private static String here(Ask ask, String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(ask.parameters());
        parameters.remove("lang");
        if (!name.equals("offset")) {
            parameters.remove("offset");
        }
        return Link.with("/search", parameters, name, value);
    }

    private static SearchQuery.Sort sort(String word) {
        return Stream.of(SearchQuery.Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(SearchQuery.Sort.RELEVANCE);
    }

    private static int number(Ask ask, String name, int most) {
        String word = ask.parameter(name);
        if (word.isEmpty()) {
            return 0;
        }
        if (!word.matches("\\d{1,9}") || Integer.parseInt(word) > most) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    new Label("“" + word + "”不能作为 " + name + "。", "“" + word + "” can't be the " + name + ".")
                            .in(ask.language()),
                    new Label("请写 0 到 " + most + " 之间的整数。", "Write a whole number from 0 to " + most + ".")
                            .in(ask.language()));
        }
        return Integer.parseInt(word);
    }
}
