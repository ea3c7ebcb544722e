package gewu.index;

import gewu.api.search.Suggestion;
import gewu.api.search.Suggestion.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Proposes headings that hold what was typed, those that begin with it first, and words that begin with it,
/// the most frequent first. For one reader, by one thread.
final class Suggestions {
    /// What stands in fewer paragraphs is no common word.
    private static final int LEAST = 2;

    private final DirectoryReader reader;

    Suggestions(DirectoryReader reader) {
        this.reader = reader;
    }

    List<Suggestion> of(String typed, int limit) throws IOException {
        String folded = SearchText.of(typed).toString();
        if (folded.isEmpty()) {
            return List.of();
        }
        Map<String, Long> headings = new HashMap<>();
        Map<String, Long> words = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            countHeadings(leaf.reader().terms(Fields.NEAREST_HEADING), folded, headings);
            countWords(leaf.reader().terms(Fields.WORDS), folded, words);
        }
        List<Suggestion> all = new ArrayList<>(frequent(headings, folded, Kind.HEADING, limit));
        frequent(words, folded, Kind.WORD, limit).stream()
                .filter(word -> !headings.containsKey(word.words()))
                .forEach(all::add);
        return all;
    }

    private static void countHeadings(
            @org.jspecify.annotations.Nullable Terms terms, String folded, Map<String, Long> counts)
            throws IOException {
        if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                String heading = term.utf8ToString();
                if (SearchText.of(heading).find(folded, 0) >= 0) {
                    counts.merge(heading, (long) all.docFreq(), Long::sum);
                }
            }
        }
    }

    private static void countWords(
            @org.jspecify.annotations.Nullable Terms terms, String folded, Map<String, Long> counts)
            throws IOException {
        if (terms != null) {
            TermsEnum all = terms.iterator();
            BytesRef term = all.seekCeil(new BytesRef(folded)) == TermsEnum.SeekStatus.END ? null : all.term();
            while (term != null && term.utf8ToString().startsWith(folded)) {
                String word = term.utf8ToString();
                if (word.length() > 1) {
                    counts.merge(word, (long) all.docFreq(), Long::sum);
                }
                term = all.next();
            }
        }
    }

    private static List<Suggestion> frequent(Map<String, Long> counts, String folded, Kind kind, int limit) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() >= LEAST)
                .sorted(Comparator.comparing((Map.Entry<String, Long> it) ->
                                !SearchText.of(it.getKey()).toString().startsWith(folded))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparingInt(it -> it.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(it -> new Suggestion(it.getKey(), kind, it.getValue()))
                .toList();
    }
}
