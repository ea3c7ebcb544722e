package gewu.index.segment;

import java.io.IOException;
import java.io.Reader;

/// A text, 1,024 units at a time, each time up to the last line break among them.
///
/// Words at a border depend on where it falls, so this is exactly what Lucene's segmenting tokenizers do;
/// without a line break in sight a window ends anywhere, even within a word.
final class TextWindow {
    static final int SIZE = 1024;

    private final char[] units = new char[SIZE];
    private Reader reader = Reader.nullReader();
    private int length;
    private int usable;
    private int offset;

    void open(Reader reader) {
        this.reader = reader;
        length = 0;
        usable = 0;
        offset = 0;
    }

    /// Moves on.
    ///
    /// @return false at the end of the text
    boolean next() throws IOException {
        offset += usable;
        int left = length - usable;
        System.arraycopy(units, usable, units, 0, left);
        length = left + fill(left);
        usable = length;
        if (length == SIZE) {
            usable = lastBreak();
        }
        return length > 0;
    }

    private int fill(int from) throws IOException {
        int at = from;
        while (at < SIZE) {
            int count = reader.read(units, at, SIZE - at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        return at - from;
    }

    private int lastBreak() {
        for (int i = length - 1; i >= 0; i--) {
            switch (units[i]) {
                case '\r', '\n', '\u0085', '\u2028', '\u2029' -> {
                    return i + 1;
                }
                default -> {}
            }
        }
        return length;
    }

    char[] units() {
        return units;
    }

    /// How many of the units belong to this window.
    int usable() {
        return usable;
    }

    /// Where the window begins in the text.
    int offset() {
        return offset;
    }

    /// How much of the text was read so far, in UTF-16 units.
    int seen() {
        return offset + length;
    }
}
