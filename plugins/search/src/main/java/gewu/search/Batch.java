package gewu.search;

import gewu.api.WorkbenchException;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Many questions under the same limits; one that can't be read stops none of the others.
///
/// @param value answers for the limits and switches of all questions, as those of a [Question]
record Batch(ReportSearch search, Function<String, Optional<String>> value) {
    /// The limits and switches that hold for all questions.
    static final List<String> LIMITS =
            List.of("year", "org", "role", "kind", "region", "synonyms", "lookalikes", "one-script", "syntax", "exact");

    /// What came of one line.
    ///
    /// @param fault what is wrong with it; empty when it was answered
    record Outcome(QueryList.Line line, Optional<SearchAnswer> answer, String fault) {
        boolean isEmpty() {
            return answer.isPresent() && answer.get().paragraphs() == 0;
        }

        /// The first proof.
        Optional<SearchAnswer.Hit> first() {
            return answer.flatMap(it -> it.hits().stream().findFirst());
        }

        /// The sentence round the first place of its first proof.
        String sentence() {
            return first().filter(it -> !it.marks().isEmpty())
                    .map(it -> it.sentence(it.marks().getFirst()))
                    .orElse("");
        }
    }

    /// Asks one of them for its counts, by organisation and year too, and for its first proof.
    Outcome ask(QueryList.Line line) {
        try {
            SearchQuery query =
                    new Question(line.words(), value).query().withLimit(1).withFacets();
            return new Outcome(line, Optional.of(search.search(query)), "");
        } catch (WorkbenchException wrong) {
            if (wrong.kind() != WorkbenchException.Kind.USAGE) {
                throw wrong;
            }
            return new Outcome(line, Optional.empty(), wrong.getMessage() + " " + wrong.remedy());
        }
    }
}
