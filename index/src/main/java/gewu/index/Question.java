package gewu.index;

import gewu.api.search.SearchQuery.Matching;
import gewu.api.search.Selection;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person's words were understood as.
sealed interface Question permits Question.All, Question.Any, Question.Without, Question.Sought, Where {
    /// Every part must hold.
    record All(List<Question> parts) implements Question {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one part must hold.
    record Any(List<Question> parts) implements Question {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// The part must not hold.
    record Without(Question part) implements Question {}

    /// Something that is looked for in a paragraph's words, and marked there.
    sealed interface Sought extends Question permits Question.Term, Question.Chosen, Wildcard, Near {}

    /// Words that must stand one after another.
    ///
    /// @param typed  as the person typed them
    /// @param spells the ways they may be spelled; one is enough
    /// @param amount their worth in 元 if they are an amount of money, which is found however it is written
    /// @param resembling spellings in which one character is another that looks like it
    record Term(String typed, List<Spelling> spells, Optional<String> amount, List<Spelling> resembling)
            implements Sought {
        private static final Pattern COMMA_BESIDE_DIGIT = Pattern.compile("\\d,|,\\d");

        public Term {
            spells = List.copyOf(spells);
            resembling = List.copyOf(resembling);
        }

        /// @return a term without spellings when there is nothing in it to look for
        static Term of(String typed, Matching matching) {
            if (matching.exact() || !matching.scripts()) {
                Reading reading = reading(matching);
                return new Term(
                        typed, spelled(SearchText.of(typed, reading).toString(), reading), Optional.empty(), List.of());
            }
            SearchText folded = SearchText.of(typed);
            Set<Spelling> spells = new LinkedHashSet<>(spelled(folded.toString(), Reading.FOLDED));
            if (COMMA_BESIDE_DIGIT.matcher(folded.toString()).find()) {
                // “5,80” may have been cut out of 15,805.99, where the comma is not there when folded.
                String written = SearchText.of(typed, Reading.WITH_SEPARATORS).toString();
                spells.addAll(spelled(written, Reading.WITH_SEPARATORS));
            }
            List<Spelling> resembling = matching.lookalikes()
                    ? Lookalikes.of(folded.toString()).stream()
                            .map(words -> new Spelling(words, Reading.FOLDED))
                            .toList()
                    : List.of();
            return new Term(typed, new ArrayList<>(spells), Amount.wholly(folded), resembling);
        }

        /// Looks for folded words as they are.
        static Term of(Spelling spelling) {
            return new Term(spelling.words(), List.of(spelling), Optional.empty(), List.of());
        }

        /// How closely characters must agree.
        static Reading reading(Matching matching) {
            if (matching.exact()) {
                return Reading.TYPED;
            }
            return matching.scripts() ? Reading.FOLDED : Reading.OF_ONE_SCRIPT;
        }

        private static List<Spelling> spelled(String words, Reading reading) {
            return words.isEmpty() ? List.of() : List.of(new Spelling(words, reading));
        }
    }

    /// Where a plugin says that a condition of its own holds.
    ///
    /// @param written in the language of questions
    record Chosen(String written, Selection selection) implements Sought {}

    /// @param words   not empty
    /// @param reading of the text in which the words must stand
    record Spelling(String words, Reading reading) implements VerifiedQuery.Check {
        @Override
        public String field() {
            return Fields.SOURCE;
        }

        @Override
        public boolean holds(String source) {
            return SearchText.of(source, reading).find(words, 0) >= 0;
        }
    }

    /// What is looked for, each once; not what is to be left out.
    default List<Sought> sought() {
        Set<Sought> sought = new LinkedHashSet<>();
        collect(sought);
        return List.copyOf(sought);
    }

    private void collect(Set<Sought> into) {
        switch (this) {
            case All all -> all.parts().forEach(part -> part.collect(into));
            case Any any -> any.parts().forEach(part -> part.collect(into));
            case Without _, Where _ -> {}
            case Sought one -> into.add(one);
        }
    }

    /// Whether it says what to find, and not only what to leave out.
    default boolean isAffirmative() {
        return switch (this) {
            case All(var parts) -> parts.stream().anyMatch(Question::isAffirmative);
            case Any(var parts) -> parts.stream().allMatch(Question::isAffirmative);
            case Without _ -> false;
            case Where _, Sought _ -> true;
        };
    }

    /// The question in its own language, as it was understood: `(会议费 | 接待费) 上升 -培训`.
    default String understood() {
        return switch (this) {
            case All(var parts) -> parts.stream().map(Question::inside).collect(Collectors.joining(" "));
            case Any(var parts) -> parts.stream().map(Question::inside).collect(Collectors.joining(" | "));
            case Without(var part) -> "-" + part.inside();
            case Term(var typed, var spells, var amount, var resembling) ->
                (spells.isEmpty() ? typed : spells.getFirst().words())
                        + amount.map(yuan -> " (= " + yuan + " 元)").orElse("")
                        + (resembling.isEmpty() ? "" : "≈");
            case Chosen(var written, var _) -> written;
            case Wildcard wildcard -> wildcard.written();
            case Near near -> near.written();
            case Where where -> where.written();
        };
    }

    private String inside() {
        return switch (this) {
            case All _, Any _ -> "(" + understood() + ")";
            case Without _, Sought _, Where _ -> understood();
        };
    }
}
