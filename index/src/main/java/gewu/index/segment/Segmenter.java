package gewu.index.segment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/// Cuts texts into words without Lucene's machinery and without creating anything for a word.
///
/// The words are those of [WordTokenizer]. Holds scratch space: one for each thread, used again for the next text.
public final class Segmenter {
    private final TextWindow window = new TextWindow();
    private final SentenceCutter sentences = new SentenceCutter();
    private final char[] term = new char[TextWindow.SIZE];
    private final WordPath path;

    private int words;
    private int word;
    private int sentenceEnd;

    public Segmenter(WordDictionary dictionary) {
        path = new WordPath(dictionary);
    }

    /// Hands every word of a text to `sink`.
    public void segment(CharSequence text, TokenSink sink) {
        try (Reader reader = Reader.of(text)) {
            open(reader);
            while (next()) {
                sink.word(term, writeTerm(term), start(), end());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a reader of a text in memory has nothing to fail at
        }
    }

    /// Begins a text.
    void open(Reader reader) {
        window.open(reader);
        sentences.open(window.units(), 0);
        words = 0;
        word = 0;
        sentenceEnd = 0;
    }

    /// Moves to the next word.
    ///
    /// @return false if there is none
    boolean next() throws IOException {
        if (++word < words) {
            return true;
        }
        do {
            int start = sentenceEnd;
            sentenceEnd = sentences.next();
            if (sentenceEnd < 0) {
                if (!window.next()) {
                    words = 0;
                    word = 0;
                    return false;
                }
                sentences.open(window.units(), window.usable());
                sentenceEnd = 0;
                words = 0;
            } else {
                words = path.cut(window.units(), start, sentenceEnd);
            }
        } while (words == 0);
        word = 0;
        return true;
    }

    int start() {
        return window.offset() + path.start(word);
    }

    int end() {
        return window.offset() + path.end(word);
    }

    /// Writes the word as it is indexed; answers its length, which is at most `end() - start()`.
    int writeTerm(char[] into) {
        return path.term(word, into);
    }

    /// How much of the text was read so far, in UTF-16 units; all of it when there is no next word.
    int seen() {
        return window.seen();
    }
}
