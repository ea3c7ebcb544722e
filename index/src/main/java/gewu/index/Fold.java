package gewu.index;

import gewu.api.report.CleanText;
import java.util.Arrays;

/// Which characters count as the same when words are looked for.
///
/// On top of what [CleanText] mends: capital letters are small ones, traditional characters are simplified
/// ones, and white space, quotation marks and brackets of all kinds are not there.
final class Fold {
    /// What a character folds to when it is not there.
    static final char NOTHING = 0;

    /// Pairs of a traditional and a simplified character, as ICU's transliterator Traditional-Simplified has
    /// them.
    private static final String SIMPLIFIED = Resource.text("simplified.txt").replace("\n", "");
    private static final char[] TABLE = table(true);
    private static final char[] OF_ONE_SCRIPT = table(false);

    private Fold() {}

    /// The character that stands for `c` and all its equals, or [#NOTHING]. Folding twice is folding once.
    static char of(char c) {
        return TABLE[c];
    }

    /// The same, but traditional characters and simplified ones are different.
    static char inItsScript(char c) {
        return OF_ONE_SCRIPT[c];
    }

    /// Changes whenever some character folds differently; an index made with another value has to be made anew.
    static String fingerprint() {
        return Integer.toHexString(Arrays.hashCode(TABLE));
    }

    private static char[] table(boolean simplifies) {
        char[] simplified = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < simplified.length; c++) {
            simplified[c] = (char) c;
        }
        for (int i = 0; simplifies && i < SIMPLIFIED.length(); i += 2) {
            simplified[SIMPLIFIED.charAt(i)] = SIMPLIFIED.charAt(i + 1);
        }
        char[] table = new char[simplified.length];
        for (int c = 0; c < table.length; c++) {
            char wide = CleanText.fold((char) c);
            table[c] = isTransparent(wide) ? NOTHING : Character.toLowerCase(simplified[wide]);
        }
        return table;
    }

    private static boolean isTransparent(char c) {
        if (CleanText.isSpace(c) || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }
}
