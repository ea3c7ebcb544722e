package gewu.notebook;

import gewu.api.WorkbenchException;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.report.YearRange;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question that is kept, with the conditions and switches it was asked with.
///
/// @param words as the person typed them, in whichever syntax
record Question(String words, SearchQuery.Within within, SearchQuery.Matching matching) {
    /// The question of a call, whose options are those of `gewu search`.
    ///
    /// @throws WorkbenchException if a word names nothing known; it lists what is
    static Question of(List<String> words, CommandCall call) {
        String typed = String.join(" ", words).strip();
        if (typed.isEmpty()) {
            throw Fault.usage("There is nothing to search for.", "Write a word or more, such as 三公经费.");
        }
        YearRange years = call.option("--year").map(Question::years).orElse(new YearRange(0, 0));
        SearchQuery.Within within = SearchQuery.Within.ANYWHERE
                .withYears(years.first(), years.last())
                .withOrg(call.option("--org").orElse(""))
                .withRegion(call.option("--region").orElse(""))
                .withRole(call.option("--role").map(Question::role))
                .withKind(call.option("--kind").map(Question::kind));
        SearchQuery.Matching matching = SearchQuery.Matching.USUAL
                .in(call.option("--syntax").map(Question::syntax).orElse(SearchQuery.Syntax.ANY))
                .exactly(call.has("--exact"))
                .withScripts(!call.has("--one-script"))
                .withSynonyms(call.has("--synonyms"))
                .withLookalikes(call.has("--lookalikes"));
        return new Question(typed, within, matching);
    }

    /// The question to the index, by organisation and report, so that the hits of a report come together.
    SearchQuery query() {
        return SearchQuery.of(words).within(within).matching(matching).withSort(SearchQuery.Sort.ORG);
    }

    /// The same question about one report alone.
    Question inReport(String id) {
        return new Question(words, within.withReport(id), matching);
    }

    /// In one line, as it would be asked again: `三公经费 --year 2021..2023 --synonyms`.
    String shown() {
        String options = options();
        return options.isEmpty() ? words : words + " " + options;
    }

    /// The conditions and switches that are not the usual ones, as they are written: `--year 2021 --exact`.
    String options() {
        StringJoiner options = new StringJoiner(" ");
        if (within.from() > 0 || within.to() > 0) {
            options.add("--year " + new YearRange(within.from(), within.to()));
        }
        add(options, "--org", within.org());
        add(options, "--region", within.region());
        within.role().ifPresent(it -> options.add("--role " + it.label().zh()));
        within.kind().ifPresent(it -> options.add("--kind " + it.label().zh()));
        if (matching.syntax() != SearchQuery.Syntax.ANY) {
            options.add("--syntax " + matching.syntax().name().toLowerCase(Locale.ROOT));
        }
        add(options, "--exact", matching.exact());
        add(options, "--one-script", !matching.scripts());
        add(options, "--synonyms", matching.synonyms());
        add(options, "--lookalikes", matching.lookalikes());
        return options.toString();
    }

    /// Where it is asked again.
    Panel.Target again() {
        Map<String, String> asked = new HashMap<>();
        asked.put("q", words);
        asked.put(
                "year",
                within.from() > 0 || within.to() > 0 ? new YearRange(within.from(), within.to()).toString() : "");
        asked.put("org", within.org());
        asked.put("region", within.region());
        asked.put("role", within.role().map(SectionRole::id).orElse(""));
        asked.put("kind", within.kind().map(ReportKind::id).orElse(""));
        asked.put("exact", matching.exact() ? "yes" : "");
        asked.put("one-script", matching.scripts() ? "" : "yes");
        asked.put("synonyms", matching.synonyms() ? "yes" : "");
        asked.put("lookalikes", matching.lookalikes() ? "yes" : "");
        return new Panel.Target("search", asked);
    }

    private static void add(StringJoiner options, String name, String value) {
        if (!value.isEmpty()) {
            options.add(name + " " + (value.matches("[\\p{L}\\p{N}]+") ? value : "'" + value + "'"));
        }
    }

    private static void add(StringJoiner options, String name, boolean isOn) {
        if (isOn) {
            options.add(name);
        }
    }

    private static YearRange years(String word) {
        YearRange years = YearRange.read(word)
                .orElseThrow(() -> Fault.usage(
                        "“" + word + "” names no years.", "Write them like 2021, 2020..2022, 2020.. or ..2022."));
        if (years.isBackwards()) {
            throw Fault.usage(
                    "The years “" + word + "” run backwards.", "Write the earlier year first: " + years.turned() + ".");
        }
        return years;
    }

    private static SectionRole role(String word) {
        return SectionRole.named(word)
                .orElseThrow(() -> unknown(
                        "There is no role “" + word + "”.",
                        Stream.of(SectionRole.values())
                                .map(it -> it.id() + " " + it.label().zh())));
    }

    private static ReportKind kind(String word) {
        return ReportKind.named(word)
                .orElseThrow(() -> unknown(
                        "There is no kind “" + word + "”.",
                        Stream.of(ReportKind.values())
                                .map(it -> it.id() + " " + it.label().zh())));
    }

    private static SearchQuery.Syntax syntax(String word) {
        return Stream.of(SearchQuery.Syntax.values())
                .filter(it -> it.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "There is no syntax “" + word + "”.",
                        Stream.of(SearchQuery.Syntax.values())
                                .map(it -> it.name().toLowerCase(Locale.ROOT))));
    }

    private static WorkbenchException unknown(String message, Stream<String> known) {
        return Fault.usage(message, known.collect(Collectors.joining(", ", "Known are: ", ".")));
    }
}
