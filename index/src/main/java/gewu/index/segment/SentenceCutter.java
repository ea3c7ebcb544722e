package gewu.index.segment;

import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.analysis.util.CharArrayIterator;

/// Cuts a window of text into sentences where `BreakIterator.getSentenceInstance(Locale.ROOT)` does. For one thread.
final class SentenceCutter {
    private static final BreakIterator PROTOTYPE = BreakIterator.getSentenceInstance(Locale.ROOT);

    private final BreakIterator sentences = (BreakIterator) PROTOTYPE.clone();
    private final CharArrayIterator characters = CharArrayIterator.newSentenceInstance();

    void open(char[] units, int length) {
        characters.setText(units, 0, length);
        sentences.setText(characters);
    }

    /// The end of the next sentence, which begins where the one before ended; -1 after the last.
    int next() {
        int end = sentences.next();
        return end == BreakIterator.DONE ? -1 : end;
    }
}
