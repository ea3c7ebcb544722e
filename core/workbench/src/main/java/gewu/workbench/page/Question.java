package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.report.YearRange;
import gewu.api.search.SearchQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What somebody asks on the search page, as the address has it: words, limits, switches and order. It goes along into
/// reports, files and views, so that all of them mean the same.
///
/// @param parameters by the names of the search page, none of them empty
record Question(Map<String, String> parameters, String language) {
    /// Limits beside the words.
    static final List<String> LIMITS = List.of("year", "org", "region", "kind", "role");
    /// What may be switched on; the order is that of the page.
    static final List<String> SWITCHES = List.of("synonyms", "lookalikes", "one-script", "exact");

    private static final String WORDS = "q";
    private static final String ORDER = "sort";
    /// Equal paragraphs one by one.
    static final String EACH = "all";

    Question {
        parameters = Map.copyOf(parameters);
    }

    /// What of the address belongs to the question.
    static Question of(Ask ask) {
        Map<String, String> known = new LinkedHashMap<>();
        Stream.of(Stream.of(WORDS, ORDER, EACH), LIMITS.stream(), SWITCHES.stream())
                .flatMap(names -> names)
                .filter(name -> !ask.parameter(name).isEmpty())
                .forEach(name -> known.put(name, ask.parameter(name)));
        return new Question(known, ask.language());
    }

    String words() {
        return value(WORDS);
    }

    /// The value of a parameter; empty when it isn't given.
    String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean isOn(String name) {
        return !value(name).isEmpty() && !value(name).equals("no");
    }

    /// Whether something beside the words narrows the answer.
    boolean isLimited() {
        return LIMITS.stream().anyMatch(name -> !value(name).isEmpty());
    }

    /// The query behind it: its first ten hits.
    ///
    /// @throws WorkbenchException if a year is none
    SearchQuery query() {
        YearRange years = years();
        return SearchQuery.of(words())
                .within(SearchQuery.Within.ANYWHERE
                        .withOrg(value("org"))
                        .withRegion(value("region"))
                        .withYears(years.first(), years.last())
                        .withRole(SectionRole.named(value("role")))
                        .withKind(ReportKind.named(value("kind"))))
                .matching(SearchQuery.Matching.USUAL
                        .exactly(isOn("exact"))
                        .withScripts(!isOn("one-script"))
                        .withSynonyms(isOn("synonyms"))
                        .withLookalikes(isOn("lookalikes")))
                .withSort(sort())
                .folded(!isOn(EACH));
    }

    SearchQuery.Sort sort() {
        return Stream.of(SearchQuery.Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(value(ORDER)))
                .findFirst()
                .orElse(SearchQuery.Sort.RELEVANCE);
    }

    private YearRange years() {
        String word = value("year");
        if (word.isEmpty()) {
            return new YearRange(0, 0);
        }
        YearRange years = YearRange.read(word)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        new Label("“" + word + "”不是年度。", "“" + word + "” is no year or range of years.").in(language),
                        new Label("请写成 2021 或 2020..2022。", "Write it like 2021 or 2020..2022.").in(language)));
        return years.isBackwards() ? years.turned() : years;
    }

    /// The question with one thing changed; an empty value takes it away.
    Question with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Question(changed, language);
    }

    /// The address at which `path` takes this question along.
    String at(String path) {
        return Link.with(path, parameters, "", "");
    }

    /// The same with one parameter more.
    String at(String path, String name, String value) {
        return Link.with(path, parameters, name, value);
    }

    /// The report's page with this question's marks.
    ///
    /// @param paragraph number of the one it is opened at; 0 for the beginning
    /// @param nth       which hit of the answer led there, from 1; 0 for none
    String report(String id, int paragraph, int nth) {
        return at(Link.report(id, 0, ""), "n", nth > 0 ? String.valueOf(nth) : "")
                + (paragraph > 0 ? "#p" + paragraph : "");
    }

    /// What people see of a limit: its value in their language.
    String named(String name) {
        return named(name, value(name), language);
    }

    static String named(String facet, String value, String language) {
        return switch (facet) {
            case "role" ->
                SectionRole.named(value).map(role -> role.label().in(language)).orElse(value);
            case "kind" ->
                ReportKind.named(value).map(kind -> kind.label().in(language)).orElse(value);
            default -> value.isEmpty() ? new Label("（未注明）", "(not stated)").in(language) : value;
        };
    }
}
