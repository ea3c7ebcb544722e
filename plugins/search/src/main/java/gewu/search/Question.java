package gewu.search;

import gewu.api.WorkbenchException;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.report.YearRange;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.CommandCall;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question as people write it, word by word; becomes a query or says which word is off.
///
/// @param value answers for a name (`year`, `org`, `region`, `role`, `kind`, `sort`, `syntax`, and the switches
/// `exact`,
///              `one-script`, `synonyms`, `lookalikes`) with the word given, if one was; for a switch any word but `no`
record Question(String words, Function<String, Optional<String>> value) {
    /// What a call of the command line asks.
    static Question of(CommandCall call) {
        return new Question(String.join(" ", call.arguments()), name -> option(call, name));
    }

    /// The word given for an option; `yes` for a switch.
    static Optional<String> option(CommandCall call, String name) {
        return call.has("--" + name) ? call.option("--" + name).or(() -> Optional.of("yes")) : Optional.empty();
    }

    /// The query behind the words: its first ten hits.
    ///
    /// @throws WorkbenchException if a word names nothing known; it lists what is
    SearchQuery query() {
        if (words.isBlank()) {
            throw usage("There is nothing to search for.", "Write a word or more, such as gewu search 三公经费.");
        }
        YearRange years = value.apply("year").map(Question::years).orElse(new YearRange(0, 0));
        SearchQuery.Within within = new SearchQuery.Within(
                "",
                value.apply("org").orElse(""),
                value.apply("region").orElse(""),
                years.first(),
                years.last(),
                value.apply("role").map(Question::role),
                value.apply("kind").map(Question::kind));
        return SearchQuery.of(words.strip())
                .within(within)
                .matching(matching())
                .withSort(value.apply("sort").map(Question::sort).orElse(SearchQuery.Sort.RELEVANCE));
    }

    private SearchQuery.Matching matching() {
        return SearchQuery.Matching.USUAL
                .in(value.apply("syntax").map(Question::syntax).orElse(SearchQuery.Syntax.ANY))
                .exactly(isOn("exact"))
                .withScripts(!isOn("one-script"))
                .withSynonyms(isOn("synonyms"))
                .withLookalikes(isOn("lookalikes"));
    }

    private boolean isOn(String name) {
        return value.apply(name).filter(word -> !word.equals("no")).isPresent();
    }

    private static SearchQuery.Syntax syntax(String word) {
        return Stream.of(SearchQuery.Syntax.values())
                .filter(syntax -> syntax.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "syntax",
                        word,
                        Stream.of(SearchQuery.Syntax.values())
                                .map(syntax -> syntax.name().toLowerCase(Locale.ROOT))));
    }

    private static YearRange years(String word) {
        YearRange years = YearRange.read(word)
                .orElseThrow(() -> usage(
                        "“" + word + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        if (years.isBackwards()) {
            throw usage(
                    "The years “" + word + "” run backwards.", "Write the earlier year first: " + years.turned() + ".");
        }
        return years;
    }

    private static SectionRole role(String word) {
        return SectionRole.named(word)
                .orElseThrow(() -> unknown(
                        "role",
                        word,
                        Stream.of(SectionRole.values())
                                .map(role -> role.id() + " " + role.label().zh())));
    }

    private static ReportKind kind(String word) {
        return ReportKind.named(word)
                .orElseThrow(() -> unknown(
                        "kind",
                        word,
                        Stream.of(ReportKind.values())
                                .map(kind -> kind.id() + " " + kind.label().zh())));
    }

    private static SearchQuery.Sort sort(String word) {
        return Stream.of(SearchQuery.Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "order",
                        word,
                        Stream.of(SearchQuery.Sort.values())
                                .map(sort -> sort.name().toLowerCase(Locale.ROOT))));
    }

    private static WorkbenchException unknown(String what, String word, Stream<String> known) {
        return usage(
                "There is no " + what + " “" + word + "”.",
                known.collect(Collectors.joining(", ", "Known are: ", ".")));
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
