package gewu.notebook;

import gewu.api.search.SearchQuery;
import gewu.api.workbench.CommandCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A question that is kept.
///
/// @param words      as the person typed them
/// @param conditions what the options said, in the language of questions: `year:2021..2023 org:档案局`
/// @param isExact    whether quotes, brackets, width and traditional characters must be as typed
record Question(String words, String conditions, boolean isExact) {
    private static final List<String> FIELDS = List.of("year", "org", "role", "kind");

    /// What would end a condition, or begin another part of the question.
    private static final String PARTING = "[\\s\"“”()（）|:：]+";

    /// The question of a call.
    static Question of(List<String> words, CommandCall call) {
        String typed = String.join(" ", words).strip();
        if (typed.isEmpty()) {
            throw Fault.usage("There is nothing to search for.", "Write a word or more, such as 三公经费.");
        }
        List<String> conditions = new ArrayList<>();
        for (String field : FIELDS) {
            Optional<String> value = call.option("--" + field);
            value.ifPresent(it -> conditions.add(field + ":" + it.replaceAll(PARTING, "")));
        }
        return new Question(typed, String.join(" ", conditions), call.has("--exact"));
    }

    /// The question to the index, by organisation and report, so that the hits of a report come together.
    SearchQuery query() {
        SearchQuery query = SearchQuery.of(conditions.isEmpty() ? words : words + " " + conditions)
                .withSort(SearchQuery.Sort.ORG);
        return isExact ? query.withExact() : query;
    }

    /// In one line, for people.
    String shown() {
        return words + (conditions.isEmpty() ? "" : " " + conditions) + (isExact ? " --exact" : "");
    }
}
