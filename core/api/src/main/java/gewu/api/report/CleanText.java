package gewu.api.report;

import java.text.Normalizer;
import java.util.Arrays;

/// A stretch of source text as a reader understands it, with a map both ways.
///
/// Three things are mended, and nothing is ever reworded:
/// - *width*: `２０２１，（）` becomes `2021,()`; radicals and compatibility forms that PDF programs emit become the usual
/// characters;
/// - *broken lines*: white space inside Chinese words, inside numbers (`8. 91`, `1857.⏎41`) and around
/// Chinese characters is dropped; between Latin words, and where a tab parts the cells of a row, one space
/// stays;
/// - *invisible characters* (zero-width spaces, soft hyphens) are dropped.
///
/// Each clean character stands for exactly one source character. Immutable; all threads may share it.
public final class CleanText {
    private final String text;
    private final int start;
    private final int end;
    private final int[] sources;

    private CleanText(String text, int start, int end, int[] sources) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.sources = sources;
    }

    /// Cleans a whole text.
    public static CleanText of(String source) {
        return of(source, 0, source.length());
    }

    /// Cleans the stretch from `start` to `end` of `source`; offsets on the source side keep counting from
    /// the source's beginning.
    public static CleanText of(String source, int start, int end) {
        char[] clean = new char[end - start];
        int[] sources = new int[end - start];
        int length = 0;
        int at = start;
        while (at < end) {
            char c = source.charAt(at);
            if (isUsual(c)) {
                sources[length] = at;
                clean[length] = c;
                length++;
                at++;
            } else if (isInvisible(c)) {
                at++;
            } else if (isSpace(c)) {
                int next = at + 1;
                while (next < end && (isSpace(source.charAt(next)) || isInvisible(source.charAt(next)))) {
                    next++;
                }
                if (length > 0
                        && next < end
                        && spaceCounts(clean[length - 1], fold(source.charAt(next)), source, at, next)) {
                    sources[length] = at;
                    clean[length] = ' ';
                    length++;
                }
                at = next;
            } else {
                sources[length] = at;
                clean[length] = fold(c);
                length++;
                at++;
            }
        }
        return new CleanText(
                new String(clean, 0, length),
                start,
                end,
                length == sources.length ? sources : Arrays.copyOf(sources, length));
    }

    /// `source` with its broken lines joined, and every character that stays as it is written: for people to
    /// read.
    public static String joined(String source) {
        CleanText clean = of(source);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < clean.text.length(); i++) {
            joined.append(clean.text.charAt(i) == ' ' ? ' ' : source.charAt(clean.sources[i]));
        }
        return joined.toString();
    }

    /// The clean words.
    public String text() {
        return text;
    }

    /// Where the clean character at `clean` stands in the source; the end of the stretch for the length of
    /// the text.
    public int sourceStart(int clean) {
        return clean == sources.length ? end : sources[clean];
    }

    /// Where a clean range that ends (exclusively) at `clean` ends in the source.
    public int sourceEnd(int clean) {
        return clean == 0 ? start : sources[clean - 1] + 1;
    }

    /// The clean offset of the first character that stands at or behind `source`.
    public int cleanAt(int source) {
        int found = Arrays.binarySearch(sources, source);
        return found >= 0 ? found : -found - 1;
    }

    /// Whether `c` only lays out: spaces of all widths, tabs, ends of lines and pages.
    public static boolean isSpace(char c) {
        if (isUsual(c)) {
            return false;
        }
        return c <= ' '
                || c == '\u0085'
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f';
    }

    /// Folds the width of one character, and the radicals and compatibility forms of Chinese characters.
    public static char fold(char c) {
        if (c < '\u2e80' || (c >= '\u4e00' && c <= '\u9fff')) {
            return c;
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return (char) (c - 0xfee0);
        }
        if (c == '\uffe5') {
            return '\u00a5';
        }
        if (c <= Compatible.LAST_RADICAL) {
            return Compatible.RADICALS[c - Compatible.FIRST_RADICAL];
        }
        if (c >= Compatible.FIRST_FORM && c <= Compatible.LAST_FORM) {
            return Compatible.FORMS[c - Compatible.FIRST_FORM];
        }
        return c;
    }

    /// Whether `c` is what most text is made of and stays as it is: a Chinese character or a visible one of
    /// ASCII.
    private static boolean isUsual(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c > ' ' && c <= '~');
    }

    private static boolean isInvisible(char c) {
        return (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
    }

    /// Whether the white space from `from` to `to` parts two things, rather than breaking one.
    private static boolean spaceCounts(char previous, char after, String source, int from, int to) {
        boolean isBreak = false;
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (c == '\t') {
                return true;
            }
            isBreak |= c == '\n' || c == '\r' || c == '\f';
        }
        if (isDigit(previous) && isDigit(after)) {
            return !isBreak;
        }
        return previous < '\u2e80'
                && after < '\u2e80'
                && (isLetter(previous) || isLetter(after))
                && !isChinesePunctuation(previous)
                && !isChinesePunctuation(after);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    /// Quotation marks, dashes and dots that stand below the Chinese blocks and are used in Chinese text.
    private static boolean isChinesePunctuation(char c) {
        return (c >= '\u2010' && c <= '\u2027') || c == '\u00b7' || c == '\u00d7';
    }

    /// What radicals and compatibility forms fold to, worked out once and only where a text holds one.
    private static final class Compatible {
        static final char FIRST_RADICAL = '\u2e80';
        static final char LAST_RADICAL = '\u2fdf';
        static final char FIRST_FORM = '\uf900';
        static final char LAST_FORM = '\ufaff';
        static final char[] RADICALS = usual(FIRST_RADICAL, LAST_RADICAL);
        static final char[] FORMS = usual(FIRST_FORM, LAST_FORM);

        private static char[] usual(char first, char last) {
            char[] usual = new char[last - first + 1];
            for (char c = first; c <= last; c++) {
                String form = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                usual[c - first] = form.length() == 1 ? form.charAt(0) : c;
            }
            return usual;
        }
    }
}
