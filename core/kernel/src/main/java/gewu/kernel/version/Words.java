package gewu.kernel.version;

import java.text.Normalizer;

/// The bare words of a text, by which two files are compared: letters and digits of one width, small, and nothing
/// between them but the point of a figure, for 14.58 is not 1458.
final class Words {
    private Words() {}

    static String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u4e00' && c <= '\u9fff') {
                words.append(c);
            } else if ((c == '.' || c == '．') && isPoint(text, i, words)) {
                words.append('.');
            } else if (c < '\u0080') {
                addNarrow(c, words);
            } else if (c >= '\uff01' && c <= '\uff5e') {
                addNarrow((char) (c - 0xfee0), words);
            } else if (!isChinesePunctuation(c)) {
                int rare = text.codePointAt(i);
                addRare(rare, words);
                i += Character.charCount(rare) - 1;
            }
        }
        return words.toString();
    }

    /// Whether digits stand before and behind, as in `1458.34`, and in `16.⏎76` where a line was broken.
    private static boolean isPoint(String text, int at, StringBuilder before) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next < text.length()
                && !before.isEmpty()
                && isDigit(before.charAt(before.length() - 1))
                && Character.isDigit(text.charAt(next));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void addNarrow(char c, StringBuilder words) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            words.append(c);
        } else if (c >= 'A' && c <= 'Z') {
            words.append((char) (c + ('a' - 'A')));
        }
    }

    /// Spaces and signs of Chinese text; `〇` is a digit.
    private static boolean isChinesePunctuation(char c) {
        return (c >= '\u2000' && c <= '\u206f') || (c >= '\u3000' && c <= '\u303f' && c != '〇');
    }

    private static void addRare(int codePoint, StringBuilder words) {
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(words::appendCodePoint);
    }
}
