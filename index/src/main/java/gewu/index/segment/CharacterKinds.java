package gewu.index.segment;

/// What smartcn's segmenter takes each UTF-16 unit for.
///
/// A dictionary's own table refines [#HAN] to the number of the character in the dictionary; see [WordTree].
final class CharacterKinds {
    static final int MARK = 0;
    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int HAN = 3;
    static final int SPACE = 4;
    static final int WIDE_LETTER = 5;
    static final int WIDE_DIGIT = 6;
    static final int OTHER = 7;
    static final int SURROGATE = 8;

    /// How many kinds there are; numbers of dictionary characters begin here.
    static final int COUNT = 9;

    private CharacterKinds() {}

    static int of(char c) {
        if (c >= '\u4E00' && c <= '\u9FA5') {
            return HAN;
        }
        if (c < '\u0080') {
            return ofAscii(c);
        }
        if (Character.isSurrogate(c)) {
            return SURROGATE;
        }
        if (c == '\u3000') {
            return SPACE;
        }
        if (c >= '\uFF10' && c <= '\uFF19') {
            return WIDE_DIGIT;
        }
        if ((c >= '\uFF21' && c <= '\uFF3A') || (c >= '\uFF41' && c <= '\uFF5A')) {
            return WIDE_LETTER;
        }
        boolean mark = c <= '\u00BB'
                || (c >= '\u2010' && c <= '\u2642')
                || (c >= '\u3001' && c <= '\u301E')
                || (c >= '\uFE30' && c <= '\uFF63');
        return mark ? MARK : OTHER;
    }

    private static int ofAscii(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            return LETTER;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            return SPACE;
        }
        return c > ' ' ? MARK : OTHER;
    }
}
