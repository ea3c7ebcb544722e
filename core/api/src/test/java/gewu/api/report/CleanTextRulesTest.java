package gewu.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds [CleanText], which is written for speed, against its rules written plainly, for every character there is.
class CleanTextRulesTest {
    private static final String SPACES =
            "\u0085\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f";
    private static final String INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad";

    @ParameterizedTest
    @ValueSource(strings = {"?", "甲?乙", "甲 ?\n乙", "8?9", "8. ?1", "a ? b", "? ?", "甲\t?乙", "1\n?2", "“ ?公"})
    void cleansEveryCharacterByItsRules(String around) {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String source = around.replace('?', (char) c);
            CleanText clean = CleanText.of(source);
            Plain plain = Plain.of(source);
            if (!clean.text().equals(plain.text()) || !sources(clean).equals(plain.sources)) {
                assertThat(clean.text() + " from " + sources(clean))
                        .as("character U+%04X in “%s”", c, around)
                        .isEqualTo(plain.text() + " from " + plain.sources);
            }
        }
    }

    private static List<Integer> sources(CleanText clean) {
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < clean.text().length(); i++) {
            sources.add(clean.sourceStart(i));
        }
        return sources;
    }

    private static final class Plain {
        private final StringBuilder words = new StringBuilder();
        private final List<Integer> sources = new ArrayList<>();

        static Plain of(String source) {
            Plain plain = new Plain();
            int at = 0;
            while (at < source.length()) {
                char c = source.charAt(at);
                int next = at + 1;
                if (isSpace(c)) {
                    while (next < source.length()
                            && (isSpace(source.charAt(next)) || isInvisible(source.charAt(next)))) {
                        next++;
                    }
                    boolean stays = !plain.words.isEmpty()
                            && next < source.length()
                            && parts(
                                    plain.words.charAt(plain.words.length() - 1),
                                    source.substring(at, next),
                                    fold(source.charAt(next)));
                    if (stays) {
                        plain.add(' ', at);
                    }
                } else if (!isInvisible(c)) {
                    plain.add(fold(c), at);
                }
                at = next;
            }
            return plain;
        }

        String text() {
            return words.toString();
        }

        private void add(char c, int source) {
            words.append(c);
            sources.add(source);
        }

        private static boolean isSpace(char c) {
            return c <= ' ' || SPACES.indexOf(c) >= 0;
        }

        private static boolean isInvisible(char c) {
            return INVISIBLE.indexOf(c) >= 0;
        }

        private static char fold(char c) {
            if (c >= '！' && c <= '～') {
                return (char) (c - '！' + '!');
            }
            if (c == '￥') {
                return '¥';
            }
            boolean isRadical = c >= '\u2e80' && c <= '\u2fdf';
            boolean isForm = c >= '\uf900' && c <= '\ufaff';
            String usual = isRadical || isForm ? Normalizer.normalize("" + c, Normalizer.Form.NFKC) : "" + c;
            return usual.length() == 1 ? usual.charAt(0) : c;
        }

        private static boolean parts(char before, String space, char after) {
            if (space.indexOf('\t') >= 0) {
                return true;
            }
            if (before >= '0' && before <= '9' && after >= '0' && after <= '9') {
                return space.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\f');
            }
            return isLatin(before) && isLatin(after) && (Character.isLetter(before) || Character.isLetter(after));
        }

        /// Quotation marks, dashes and dots of Chinese texts stand among the Latin characters and are none.
        private static boolean isLatin(char c) {
            return c < '\u2e80' && !(c >= '\u2010' && c <= '\u2027') && c != '·' && c != '×';
        }
    }
}
