package gewu.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.ArrayUtil;

/// Counts the marks of plain words in paragraphs from the postings, without reading the paragraphs: each word
/// from left to right without overlap, and words that overlap each other as one. For one leaf, by one thread,
/// over paragraphs in order.
final class Occurrences {
    private final List<Word> words = new ArrayList<>();
    /// The places of all words of a paragraph: where one begins in the upper half, where it ends in the lower.
    private long[] places = new long[64];
    private int count;

    /// Whether a question's marks can be counted in this way.
    static boolean canCount(Question question) {
        return question.sought().stream()
                .allMatch(it -> it instanceof Question.Term term
                        && Overlap.isPlain(term)
                        && word(term).length() > 1);
    }

    private static String word(Question.Term term) {
        return term.spells().getFirst().words();
    }

    /// @param question one that [#canCount]
    Occurrences(LeafReader leaf, Question question) throws IOException {
        for (Question.Sought sought : question.sought()) {
            if (sought instanceof Question.Term term) {
                Word word = new Word(leaf, word(term));
                if (word.isThere()) {
                    words.add(word);
                }
            }
        }
    }

    /// @param paragraph behind the one asked before
    int in(int paragraph) throws IOException {
        count = 0;
        int holding = 0;
        for (Word word : words) {
            int before = count;
            word.collect(paragraph);
            holding += count > before ? 1 : 0;
        }
        return holding < 2 ? count : merged();
    }

    private int merged() {
        Arrays.sort(places, 0, count);
        int merged = 0;
        int end = -1;
        for (int i = 0; i < count; i++) {
            int start = (int) (places[i] >>> Integer.SIZE);
            merged += start >= end ? 1 : 0;
            end = Math.max(end, (int) places[i]);
        }
        return merged;
    }

    /// A word by every second of its bigrams, and its last.
    private final class Word {
        private final int length;
        private final List<PostingsEnum> postings = new ArrayList<>();
        private final List<Integer> shifts = new ArrayList<>();
        private int[] starts = new int[16];

        Word(LeafReader leaf, String word) throws IOException {
            length = word.length();
            for (int at = 0; at <= length - 2; at = at == length - 3 ? length - 2 : at + 2) {
                PostingsEnum of = leaf.postings(
                        new Term(Fields.TEXT, Bigrams.term(word.charAt(at), word.charAt(at + 1))),
                        PostingsEnum.POSITIONS);
                if (of == null) {
                    postings.clear();
                    return;
                }
                postings.add(of);
                shifts.add(at);
            }
        }

        /// Whether all its bigrams stand somewhere.
        boolean isThere() {
            return !postings.isEmpty();
        }

        /// Adds its places, from left to right without overlap.
        void collect(int paragraph) throws IOException {
            for (PostingsEnum one : postings) {
                int at = one.docID() < paragraph ? one.advance(paragraph) : one.docID();
                if (at != paragraph) {
                    return;
                }
            }
            PostingsEnum first = postings.getFirst();
            int found = first.freq();
            starts = ArrayUtil.grow(starts, found);
            for (int i = 0; i < found; i++) {
                starts[i] = first.nextPosition();
            }
            for (int i = 1; i < postings.size() && found > 0; i++) {
                found = followed(postings.get(i), shifts.get(i), found);
            }
            places = ArrayUtil.grow(places, count + found);
            int end = -1;
            for (int i = 0; i < found; i++) {
                if (starts[i] >= end) {
                    end = starts[i] + length;
                    places[count] = (long) starts[i] << Integer.SIZE | end;
                    count++;
                }
            }
        }

        /// Keeps the starts behind which, so far away, the bigram stands.
        private int followed(PostingsEnum bigram, int shift, int found) throws IOException {
            int kept = 0;
            int left = bigram.freq();
            int position = -1;
            for (int i = 0; i < found; i++) {
                int wanted = starts[i] + shift;
                while (position < wanted && left > 0) {
                    position = bigram.nextPosition();
                    left--;
                }
                if (position == wanted) {
                    starts[kept] = starts[i];
                    kept++;
                }
            }
            return kept;
        }
    }
}
