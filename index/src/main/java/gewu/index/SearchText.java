package gewu.index;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// A paragraph (or a person's words) as it is compared when words are looked for, with the way back to the
/// source.
///
/// A word stands in a paragraph when its characters stand one after another in the paragraph's search text.
final class SearchText {

    /// How closely characters must agree.
    enum Reading {
        /// As [Fold] says; separators of thousands inside numbers are not there.
        FOLDED,
        /// As [Fold] says; separators of thousands stand as written.
        WITH_SEPARATORS,
        /// As [Fold] says, but traditional characters are not simplified ones.
        OF_ONE_SCRIPT,
        /// As typed; only layout white space is not there.
        TYPED
    }

    /// Characters from `start` to `end`, exclusive, of a search text.
    record Place(int start, int end) {}

    private final CleanText clean;
    private final char[] characters;
    private final int[] origins;
    private final int length;

    private SearchText(CleanText clean, char[] characters, int[] origins, int length) {
        this.clean = clean;
        this.characters = characters;
        this.origins = origins;
        this.length = length;
    }

    static SearchText of(String source) {
        return of(source, Reading.FOLDED);
    }

    static SearchText of(String source, Reading reading) {
        return of(source, 0, source.length(), reading);
    }

    /// Reads the stretch from `start` to `end` of `source`; marks count from the source's beginning.
    static SearchText of(String source, int start, int end, Reading reading) {
        CleanText clean = CleanText.of(source, start, end);
        String text = clean.text();
        char[] characters = new char[text.length()];
        int[] origins = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char read = switch (reading) {
                case TYPED -> c == ' ' ? Fold.NOTHING : source.charAt(clean.sourceStart(i));
                case WITH_SEPARATORS -> Fold.of(c);
                case OF_ONE_SCRIPT -> c == ',' && partsThousands(text, i) ? Fold.NOTHING : Fold.inItsScript(c);
                case FOLDED -> c == ',' && partsThousands(text, i) ? Fold.NOTHING : Fold.of(c);
            };
            if (read != Fold.NOTHING) {
                characters[length] = read;
                origins[length] = i;
                length++;
            }
        }
        return new SearchText(clean, characters, origins, length);
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    /// The first place at or behind `from` where `word` stands; -1 if there is none.
    int find(String word, int from) {
        int last = length - word.length();
        for (int at = from; at <= last; at++) {
            if (standsAt(word, at)) {
                return at;
            }
        }
        return -1;
    }

    /// The source range of the characters from `from` to `to`, exclusive.
    Mark mark(int from, int to) {
        return new Mark(clean.sourceStart(origins[from]), clean.sourceEnd(origins[to - 1] + 1));
    }

    /// The amounts of money in it, in order.
    List<Amount> amounts() {
        List<Amount> amounts = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            if (characters[i] == '元') {
                Amount.endingWith(this, i).ifPresent(amounts::add);
            }
        }
        return amounts;
    }

    String substring(int from, int to) {
        return new String(characters, from, to - from);
    }

    /// A hash that equal texts share, and hardly any others.
    long wording() {
        byte[] bytes = new byte[length * 2];
        for (int i = 0; i < length; i++) {
            bytes[2 * i] = (byte) (characters[i] >> 8);
            bytes[2 * i + 1] = (byte) characters[i];
        }
        return StringHelper.murmurhash3_x64_128(new BytesRef(bytes))[0];
    }

    /// The characters themselves, for analysis; not to be written to, valid up to [#length].
    char[] characters() {
        return characters;
    }

    @Override
    public String toString() {
        return substring(0, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchText it && Arrays.equals(characters, 0, length, it.characters, 0, it.length);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /// Whether `word` stands at this place; not if the text ends before it does.
    boolean standsAt(String word, int at) {
        if (at + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (characters[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the comma at `at` parts groups of three digits: `18,059,900` but not `2019,2020`.
    private static boolean partsThousands(String text, int at) {
        int before = at - 1;
        while (before >= 0 && isDigit(text.charAt(before))) {
            before--;
        }
        int behind = at + 1;
        while (behind < text.length() && isDigit(text.charAt(behind))) {
            behind++;
        }
        int digitsBefore = at - 1 - before;
        return digitsBefore >= 1 && digitsBefore <= 3 && behind - at - 1 == 3;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
