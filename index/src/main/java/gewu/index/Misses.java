package gewu.index;

import gewu.api.search.SearchAnswer.Part;
import gewu.api.search.SearchAnswer.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/// Says of the parts of a question that found nothing what each finds alone, and of words that stand nowhere
/// which pieces of them do. For one reader, by one thread.
final class Misses {
    private static final int MOST_PIECES = 3;

    /// So many counts at most for one part; each is about a millisecond.
    private static final int MOST_TRIALS = 60;

    private final Rewriter rewriter;
    private final IndexSearcher searcher;

    Misses(IndexReader reader) {
        this.rewriter = new Rewriter(reader);
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    long count(Question question) throws IOException {
        return searcher.count(rewriter.matching(question));
    }

    /// @param without how many paragraphs match when the part is left out
    Part explained(Question part, long without) throws IOException {
        long alone = count(part);
        List<Piece> nearest = alone == 0 && part instanceof Question.Term term ? nearest(term) : List.of();
        return new Part(part.understood(), alone, without, nearest);
    }

    /// The longest pieces that stand somewhere, from long to short and from left to right, none inside another.
    private List<Piece> nearest(Question.Term term) throws IOException {
        Question.Spelling spelling = term.spells().getFirst();
        String words = spelling.words();
        List<int[]> taken = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int trials = 0;
        for (int size = words.length() - 1; size >= 2; size--) {
            for (int at = 0; at + size <= words.length(); at++) {
                if (pieces.size() >= MOST_PIECES || trials >= MOST_TRIALS) {
                    return pieces;
                }
                int from = at;
                int to = at + size;
                if (taken.stream().noneMatch(it -> it[0] <= from && to <= it[1])) {
                    trials++;
                    String piece = words.substring(from, to);
                    long paragraphs = count(Question.Term.of(new Question.Spelling(piece, spelling.reading())));
                    if (paragraphs > 0) {
                        pieces.add(new Piece(piece, paragraphs));
                        taken.add(new int[] {from, to});
                    }
                }
            }
        }
        return pieces;
    }
}
