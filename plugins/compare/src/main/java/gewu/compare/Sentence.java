package gewu.compare;

import java.nio.ByteBuffer;

/// One sentence of a report as the map of boilerplate knows it.
///
/// @param masked    the same number for the same words, figures masked
/// @param exact     the same number for the same words and figures
/// @param paragraph its number, from 1
/// @param start     first UTF-16 unit in the source text
/// @param end       end, exclusive
/// @param words     how many
/// @param signs     what it names; see the constants
record Sentence(long masked, long exact, int paragraph, int start, int end, int words, int signs) {
    /// It names the report's own year.
    static final int OWN_YEAR = 1;
    /// It names, as if it were its own, a year that does not fit the report's.
    static final int STRANGE_YEAR = 2;
    /// It names the report's own region.
    static final int OWN_REGION = 4;
    /// It names the report's own organisation.
    static final int OWN_ORG = 8;

    /// Bytes of a sentence.
    static final int BYTES = 36;

    void write(ByteBuffer to) {
        to.putLong(masked)
                .putLong(exact)
                .putInt(paragraph)
                .putInt(start)
                .putInt(end)
                .putInt(words)
                .putInt(signs);
    }

    static Sentence read(ByteBuffer from) {
        return new Sentence(
                from.getLong(),
                from.getLong(),
                from.getInt(),
                from.getInt(),
                from.getInt(),
                from.getInt(),
                from.getInt());
    }

    boolean has(int sign) {
        return (signs & sign) != 0;
    }
}
