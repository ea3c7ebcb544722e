package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.export.Exporter;
import gewu.api.plugin.Extensions;
import gewu.api.report.CleanText;
import gewu.api.report.Doubt;
import gewu.api.report.ReportFacts;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.View;
import gewu.workbench.passage.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers the search page's questions. Safe for all threads.
final class SearchDesk {
    private static final int HITS = 20;
    /// More than a house of 20,000 reports holds.
    private static final int MOST_OFFSET = 2_000_000;

    private static final int CHARACTERS_OF_A_HIT = 260;
    private static final int CHARACTERS_ASKED_FOR = 100;
    private static final int VALUES_AT_FIRST = 8;
    private static final int MOST_VALUES = 1_000;
    private static final int ROWS_AT_FIRST = 12;
    private static final int MOST_ROWS = 1_000;
    /// The facet of which all values are listed.
    private static final String WHOLE = "values";

    private static final String QUOTES = "\"“”＂「」『』";
    /// Signs that mean something in a question, even in quotes.
    private static final Pattern SIGNS = Pattern.compile("[*?？＊\\\\]");

    private static final Map<String, Label> FACETS = Map.of(
            "org", new Label("单位", "Organisation"),
            "year", new Label("年度", "Year"),
            "region", new Label("地区", "Region"),
            "kind", new Label("报告类型", "Kind of report"),
            "role", new Label("章节类别", "Section"));

    private final ReportSearch search;
    private final Reports reports;
    private final Extensions extensions;
    private final HitForms forms;

    SearchDesk(ReportSearch search, Reports reports, Extensions extensions) {
        this.search = search;
        this.reports = reports;
        this.extensions = extensions;
        this.forms = new HitForms(extensions);
    }

    SearchPage answer(Ask ask) {
        Question question = Question.of(ask);
        int page = ask.number("page", 1 + MOST_OFFSET / HITS);
        int asked = page > 0 ? (page - 1) * HITS : ask.number("offset", MOST_OFFSET);
        SearchQuery query = question.query().withLimit(HITS).withFacets();
        SearchAnswer first = search.search(query.withOffset(asked));
        boolean isBehindAll = asked > 0 && first.hits().isEmpty() && first.distinct() > 0;
        int offset = isBehindAll ? lastPage(first.distinct()) : asked;
        SearchAnswer answer = isBehindAll ? search.search(query.withOffset(offset)) : first;
        return new SearchPage(
                answer.understood().equals(question.words()) ? "" : answer.understood(),
                totals(answer, ask.language()),
                settings(question),
                groups(answer.hits(), question, offset),
                answer.hits().stream().anyMatch(hit -> !hit.resembling().isEmpty()),
                limits(question),
                facets(answer.facets(), question, ask.parameter(WHOLE)),
                matrix(answer, question, ask.parameter("matrix").equals("all")),
                answer.paragraphs() == 0 ? advice(question) : List.of(),
                answer.parts().stream()
                        .map(part -> part(part, answer.parts().size() > 1, question))
                        .toList(),
                answer.paragraphs() == 0 ? List.of() : uses(question),
                forms.of(question),
                turning(question, offset, answer));
    }

    private static int lastPage(long hits) {
        return (int) Math.min((hits - 1) / HITS * HITS, MOST_OFFSET);
    }

    private static String totals(SearchAnswer answer, String language) {
        String millis = String.format(Locale.ROOT, "%.1f", answer.millis());
        boolean isFolded = answer.distinct() < answer.paragraphs();
        return new Label(
                        counted(answer.reports()) + " 份报告 · " + counted(answer.paragraphs()) + " 个段落"
                                + (isFolded ? "（归并相同的后 " + counted(answer.distinct()) + " 个）" : "") + " · "
                                + counted(answer.occurrences()) + " 处 · " + millis + " 毫秒",
                        counted(answer.reports()) + " reports · " + counted(answer.paragraphs()) + " paragraphs"
                                + (isFolded ? " (" + counted(answer.distinct()) + " different ones)" : "") + " · "
                                + counted(answer.occurrences()) + " places · " + millis + " ms")
                .in(language);
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static SearchPage.Settings settings(Question question) {
        String language = question.language();
        Map<String, Label> titles = Map.of(
                "synonyms",
                new Label("同义词", "Synonyms"),
                "lookalikes",
                new Label("形近字", "Look-alikes"),
                "one-script",
                new Label("区分繁简", "One script"),
                "exact",
                new Label("精确", "Exact"),
                Question.EACH,
                new Label("相同段落逐段列出", "Equal paragraphs one by one"));
        Map<String, Label> remarks = Map.of(
                "synonyms",
                new Label("同义词也算命中", "find synonyms as well"),
                "lookalikes",
                new Label("识别时可能认错一个字的词也算", "find words with one character taken for one that looks like it"),
                "one-script",
                new Label("繁体与简体须与所写一致", "traditional and simplified characters are different"),
                "exact",
                new Label("引号、括号、全半角和繁简都须与所写一致", "quotes, brackets, width and script must be as typed"),
                Question.EACH,
                new Label("不归并字句相同的段落", "don't fold paragraphs that say the same"));
        Label unnamed = Label.same("");
        return new SearchPage.Settings(
                Stream.concat(Question.SWITCHES.stream(), Stream.of(Question.EACH))
                        .map(name -> new SearchPage.Switch(
                                name,
                                titles.getOrDefault(name, unnamed).in(language),
                                remarks.getOrDefault(name, unnamed).in(language),
                                question.isOn(name)))
                        .toList(),
                Stream.of(SearchQuery.Sort.values())
                        .map(sort -> new SearchPage.Choice(
                                sort.name().toLowerCase(Locale.ROOT),
                                order(sort).in(language),
                                sort == question.sort()))
                        .toList(),
                Stream.concat(Stream.of("q"), Question.LIMITS.stream())
                        .filter(name -> !question.value(name).isEmpty())
                        .map(name -> new SearchPage.Kept(name, question.value(name)))
                        .toList());
    }

    private static Label order(SearchQuery.Sort sort) {
        return switch (sort) {
            case RELEVANCE -> new Label("按相关度", "by relevance");
            case YEAR -> new Label("按年度", "by year");
            case ORG -> new Label("按单位", "by organisation");
        };
    }

    private List<SearchPage.Group> groups(List<SearchAnswer.Hit> hits, Question question, int offset) {
        Map<String, List<SearchPage.HitLine>> lines = new LinkedHashMap<>();
        Map<String, SearchPage.Group> heads = new HashMap<>();
        Map<String, List<Doubt>> doubts = new HashMap<>();
        int nth = offset;
        for (SearchAnswer.Hit hit : hits) {
            nth++;
            int number = nth;
            heads.computeIfAbsent(hit.report(), _ -> head(hit, question, number));
            lines.computeIfAbsent(hit.report(), _ -> new ArrayList<>())
                    .add(line(hit, question, nth, doubts.computeIfAbsent(hit.report(), reports::doubts)));
        }
        return lines.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(heads.get(entry.getKey())).stream()
                        .map(head ->
                                new SearchPage.Group(head.title(), head.facts(), head.address(), entry.getValue())))
                .toList();
    }

    private static SearchPage.Group head(SearchAnswer.Hit hit, Question question, int nth) {
        ReportFacts facts = hit.facts();
        String year = facts.year() == 0 ? "" : String.valueOf(facts.year());
        return new SearchPage.Group(
                facts.title().isBlank() ? hit.report() : facts.title(),
                String.join(
                        " · ",
                        Stream.of(facts.org(), year, facts.kind().label().in(question.language()))
                                .filter(part -> !part.isBlank())
                                .toList()),
                question.report(hit.report(), 0, nth),
                List.of());
    }

    private static SearchPage.HitLine line(SearchAnswer.Hit hit, Question question, int nth, List<Doubt> doubts) {
        String path = String.join(" › ", hit.section());
        String place = new Label(
                        "第 " + hit.page() + " 页 · 第 " + hit.paragraph() + " 段",
                        "page " + hit.page() + " · paragraph " + hit.paragraph())
                .in(question.language());
        return new SearchPage.HitLine(
                path.isEmpty() ? place : path + " · " + place,
                question.report(hit.report(), hit.paragraph(), nth),
                Excerpt.of(
                                hit.text(),
                                hit.start(),
                                hit.marks(),
                                hit.resembling(),
                                Doubt.between(doubts, hit.start(), hit.end()))
                        .around(CHARACTERS_OF_A_HIT),
                alike(hit.alike()).in(question.language()),
                hit.alike().paragraphs() == 0 ? "" : each(hit, question));
    }

    private static Label alike(SearchAnswer.Alike alike) {
        if (alike.paragraphs() == 0) {
            return Label.same("");
        }
        return alike.reports() == 0
                ? new Label(
                        "同一报告内另有 " + counted(alike.paragraphs()) + " 段相同",
                        counted(alike.paragraphs()) + " more like it in this report")
                : new Label(
                        "另见 " + counted(alike.reports()) + " 份报告", "also in " + counted(alike.reports()) + " reports");
    }

    /// All paragraphs that begin as this one does, one by one, within the same limits.
    private static String each(SearchAnswer.Hit hit, Question question) {
        String words = SIGNS.split(CleanText.joined(hit.text()), 2)[0];
        String phrase = words.codePoints()
                .filter(sign -> QUOTES.indexOf(sign) < 0)
                .limit(CHARACTERS_ASKED_FOR)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        Question each = phrase.isEmpty() ? question : question.with("q", "\"" + phrase + "\"");
        return each.with("exact", "").with(Question.EACH, "yes").at("/search");
    }

    private static List<SearchPage.Limit> limits(Question question) {
        return Question.LIMITS.stream()
                .filter(name -> !question.value(name).isEmpty())
                .map(name -> new SearchPage.Limit(
                        title(name, question.language()) + " " + question.named(name),
                        question.with(name, "").at("/search")))
                .toList();
    }

    private static String title(String facet, String language) {
        return FACETS.getOrDefault(facet, Label.same(facet)).in(language);
    }

    /// @param whole the facet of which all values are listed
    private static List<SearchPage.FacetGroup> facets(
            List<SearchAnswer.Facet> facets, Question question, String whole) {
        return facets.stream()
                .collect(Collectors.groupingBy(SearchAnswer.Facet::facet, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> group(
                        entry.getKey(),
                        entry.getValue(),
                        question,
                        entry.getKey().equals(whole)))
                .toList();
    }

    /// A list that is hardly longer than what is shown at first is shown whole, a long one when it is asked for.
    private static SearchPage.FacetGroup group(
            String facet, List<SearchAnswer.Facet> values, Question question, boolean isWhole) {
        int most = isWhole ? MOST_VALUES : values.size() <= 2 * VALUES_AT_FIRST ? values.size() : VALUES_AT_FIRST;
        boolean isOpen =
                Question.LIMITS.contains(facet) && question.value(facet).isEmpty();
        List<SearchPage.FacetLine> lines = values.stream()
                .limit(most)
                .map(it -> new SearchPage.FacetLine(
                        Question.named(facet, isStated(it) ? it.value() : "", question.language()),
                        it.count(),
                        isOpen && isStated(it)
                                ? question.with(facet, it.value()).at("/search")
                                : ""))
                .toList();
        String id = "facet-" + facet;
        return new SearchPage.FacetGroup(
                id,
                title(facet, question.language()),
                lines,
                values.size() - lines.size(),
                isWhole ? "" : question.at("/search", WHOLE, facet) + "#" + id);
    }

    /// A year that nobody knows is counted as 0.
    private static boolean isStated(SearchAnswer.Facet facet) {
        return !facet.value().isEmpty()
                && !(facet.facet().equals("year") && facet.value().equals("0"));
    }

    private static SearchPage.Matrix matrix(SearchAnswer answer, Question question, boolean isWhole) {
        List<SearchAnswer.Facet> organisations =
                answer.facets().stream().filter(it -> it.facet().equals("org")).toList();
        Map<String, Map<Integer, Long>> shown = new LinkedHashMap<>();
        organisations.stream()
                .limit(isWhole ? MOST_ROWS : ROWS_AT_FIRST)
                .forEach(it -> shown.put(it.value(), new HashMap<>()));
        SortedSet<Integer> years = new TreeSet<>();
        for (SearchAnswer.Cell cell : answer.cells()) {
            years.add(cell.year());
            Map<Integer, Long> counts = shown.get(cell.org());
            if (counts != null) {
                counts.put(cell.year(), cell.paragraphs());
            }
        }
        if (years.size() < 2 || organisations.size() < 2) {
            return new SearchPage.Matrix(List.of(), List.of(), organisations.size(), "");
        }
        List<SearchPage.MatrixRow> rows = shown.entrySet().stream()
                .map(row -> row(row.getKey(), years, row.getValue(), question))
                .toList();
        return new SearchPage.Matrix(
                years.stream()
                        .map(year -> year == 0 ? new Label("不详", "?").in(question.language()) : String.valueOf(year))
                        .toList(),
                rows,
                organisations.size(),
                organisations.size() <= rows.size() || isWhole
                        ? ""
                        : question.at("/search", "matrix", "all") + "#matrix");
    }

    private static SearchPage.MatrixRow row(
            String org, SortedSet<Integer> years, Map<Integer, Long> counts, Question question) {
        Question within = question.with("org", org);
        return new SearchPage.MatrixRow(
                new SearchPage.FacetLine(
                        Question.named("org", org, question.language()),
                        counts.values().stream().mapToLong(Long::longValue).sum(),
                        org.isEmpty() ? "" : within.at("/search")),
                years.stream()
                        .map(year -> new SearchPage.FacetLine(
                                String.valueOf(year),
                                counts.getOrDefault(year, 0L),
                                org.isEmpty() || year == 0
                                        ? ""
                                        : within.with("year", String.valueOf(year))
                                                .at("/search")))
                        .toList());
    }

    private static List<String> advice(Question question) {
        boolean isQuoted = question.words().codePoints().anyMatch(sign -> QUOTES.indexOf(sign) >= 0);
        Label words = new Label("少写一两个词，或换更短的词。", "Use fewer or shorter words.");
        Label quotes = new Label("去掉引号：引号要求逐字一致。", "Leave out the quotes: they ask for exactly these words.");
        Label limits = new Label("去掉上面的限制条件。", "Take away the limits above.");
        Label exact = new Label("关掉“精确”。", "Switch “exact” off.");
        return Stream.of(
                        question.isLimited() ? Optional.of(limits) : Optional.<Label>empty(),
                        question.isOn("exact") ? Optional.of(exact) : Optional.<Label>empty(),
                        Optional.of(words),
                        isQuoted ? Optional.of(quotes) : Optional.<Label>empty())
                .flatMap(Optional::stream)
                .map(label -> label.in(question.language()))
                .toList();
    }

    private static SearchPage.Part part(SearchAnswer.Part part, boolean isOneOfSeveral, Question question) {
        return new SearchPage.Part(
                part.words(),
                counted(part.alone()),
                isOneOfSeveral ? counted(part.without()) : "",
                part.nearest().stream()
                        .map(piece -> new SearchPage.FacetLine(
                                piece.words(),
                                piece.paragraphs(),
                                question.with("q", piece.words()).at("/search")))
                        .toList());
    }

    /// The words in context, and a file in every format there is.
    private List<SearchPage.Use> uses(Question question) {
        Label context = new Label("上下文 (KWIC)", "In context (KWIC)");
        Question plain = question.with("sort", "").with(Question.EACH, "");
        return Stream.concat(
                        extensions.find(View.class, "kwic").stream()
                                .map(view -> new SearchPage.Use(
                                        context.in(question.language()), plain.at(Link.view(view.id())), false)),
                        extensions.of(Exporter.class).stream()
                                .map(format -> new SearchPage.Use(
                                        format.title().in(question.language()),
                                        question.at(
                                                "/export",
                                                "format",
                                                format.attribute("ending").orElse(format.id())),
                                        true)))
                .toList();
    }

    private static SearchPage.Turning turning(Question question, int offset, SearchAnswer answer) {
        int behind = offset + answer.hits().size();
        if (answer.distinct() <= HITS) {
            return SearchPage.Turning.NONE;
        }
        boolean isMore = behind < answer.distinct();
        String of = counted(answer.distinct());
        return new SearchPage.Turning(
                offset == 0 ? "" : question.at("/search"),
                offset == 0 ? "" : page(question, Math.max(offset - HITS, 0)),
                isMore ? page(question, behind) : "",
                isMore ? page(question, lastPage(answer.distinct())) : "",
                new Label(
                                "第 " + counted(offset + 1L) + "–" + counted(behind) + " 段，共 " + of + " 段",
                                counted(offset + 1L) + "–" + counted(behind) + " of " + of)
                        .in(question.language()),
                1 + offset / HITS,
                1 + lastPage(answer.distinct()) / HITS);
    }

    private static String page(Question question, int offset) {
        return question.at("/search", "offset", offset == 0 ? "" : String.valueOf(offset));
    }

    /// Where the answer's hits lie in the report before or behind one, in the order in which reports appear first.
    ///
    /// @param nth which hit of the answer led to the report, from 1; 0 for none
    /// @return its page; that of the same report when there is no other
    String neighbour(Question question, String report, int nth, boolean isBefore) {
        return new HitWalk(search, question).neighbour(report, nth, isBefore);
    }
}
