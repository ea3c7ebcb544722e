package gewu.index;

import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.search.SearchField;
import gewu.api.search.SearchFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a question may use beyond the language itself: the conditions and functions that plugins contribute,
/// and synonyms.
///
/// @param synonyms of words
/// @param fields   by name
/// @param functions with the signs for which each is asked
record Vocabulary(Synonyms synonyms, List<Extension<SearchField>> fields, List<Extension<SearchFunction>> functions) {
    Vocabulary {
        fields = List.copyOf(fields);
        functions = List.copyOf(functions);
    }

    static Vocabulary of(Synonyms synonyms, Extensions extensions) {
        return new Vocabulary(synonyms, extensions.of(SearchField.class), extensions.of(SearchFunction.class));
    }

    Stream<String> fieldNames() {
        return fields.stream().map(Extension::id);
    }

    /// How a field that plugins contribute is used.
    Optional<String> example(String field) {
        return find(field).flatMap(it -> it.attribute("example"));
    }

    Optional<Question.Chosen> where(String field, String value) {
        return find(field)
                .map(it ->
                        new Question.Chosen(field + ":" + value, it.instance().select(value)));
    }

    private Optional<Extension<SearchField>> find(String field) {
        return fields.stream().filter(it -> it.id().equals(field)).findFirst();
    }

    /// What a word means to the first plugin that understands it.
    Optional<Question.Chosen> read(String word) {
        for (Extension<SearchFunction> function : functions) {
            Map<String, String> attributes = function.attributes();
            if (Stream.of(attributes.getOrDefault("signs", "").split("\\s+"))
                    .anyMatch(sign -> !sign.isEmpty() && word.contains(sign))) {
                Optional<Question.Chosen> understood =
                        function.instance().read(word).map(it -> new Question.Chosen(it.written(), it.selection()));
                if (understood.isPresent()) {
                    return understood;
                }
            }
        }
        return Optional.empty();
    }
}
