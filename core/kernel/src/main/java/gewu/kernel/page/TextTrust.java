package gewu.kernel.page;

import gewu.api.intake.LaidPage;
import gewu.api.intake.Plausibility;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/// Judges whether a page's own text can be taken, or whether its picture has to be read instead.
///
/// When in doubt it trusts: a page of nothing but figures, an English page, or three words beside a
/// stamp are texts. All threads may share one instance.
public final class TextTrust {
    /// What a page's text is worth.
    public sealed interface Verdict {
        /// The text says what people see.
        record Trusted() implements Verdict {}

        /// The text is not what people see, or is not there.
        ///
        /// @param why one sentence about the page
        record Untrusted(String why) implements Verdict {}

        /// There is nothing to read on the page.
        record Empty() implements Verdict {}
    }

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    /// From here on, a picture is what the page is about.
    private static final double MOST_OF_A_PAGE = 0.5;

    private static final double MUCH_OF_A_PAGE = 0.25;

    /// What a stamp on a scan, the mark of a scanning program or a page number add to it at most.
    private static final int MARGINALIA = 50;

    private static final int PAGE_NUMBER = 10;

    /// Fewer characters than these say nothing about a page.
    private static final int ENOUGH = 20;

    /// Signs that stand in good pages by the dozen: leaders of a table of contents, blanks of a form, ticked boxes.
    private static final String USUAL_SIGNS =
            ".,%-()/:;_'\"·•●○■□▲△★☆◆◇√✓✔☑☒☐×÷±≥≤＞＜＝＋～→←↑↓¥￥$€§°℃‰№①②③④⑤⑥⑦⑧⑨⑩|—–…‘’“”";

    private static final String LEADERS = ".…·‥_—-";

    /// Running Chinese reaches 0.9 and its poorest sixty characters 0.66; shifted characters have about 0.35.
    private static final double UNLIKELY = 0.45;

    /// Even lists of names have more than four in five; shifted characters have one in three.
    private static final double LEAST_EVERYDAY = 0.6;

    private final Plausibility plausibility = new Plausibility();

    public Verdict of(LaidPage page) {
        Census census = Census.of(page);
        if (census.all() == 0 && page.unmapped() == 0) {
            return ofWordless(page);
        }
        int drawn = census.all() - census.leaders() + page.unmapped();
        if (isNotable(page.unmapped(), drawn, 0.1)) {
            return new Verdict.Untrusted(percent(page.unmapped(), drawn) + " of its glyphs have no character.");
        }
        boolean isPicture = (page.pictured() >= MOST_OF_A_PAGE && census.all() < MARGINALIA)
                || (page.pictured() >= MUCH_OF_A_PAGE && census.all() < PAGE_NUMBER);
        if (isPicture) {
            return new Verdict.Untrusted("Pictures cover " + percent(page.pictured()) + " of it, and only "
                    + census.all() + " characters are text.");
        }
        return ofWords(census);
    }

    private static Verdict ofWordless(LaidPage page) {
        if (page.pictured() > 0) {
            return new Verdict.Untrusted("It has pictures and no text.");
        }
        // Letters drawn as outlines leave some of their strokes among the lines.
        return page.rules().size() > 3 ? new Verdict.Untrusted("It has drawings and no text.") : new Verdict.Empty();
    }

    private Verdict ofWords(Census census) {
        if (isNotable(census.unreadable(), census.all(), 0.1)) {
            return new Verdict.Untrusted(
                    percent(census.unreadable(), census.all()) + " of its characters are none that people read.");
        }
        if (census.all() < ENOUGH) {
            return new Verdict.Trusted();
        }
        if (census.accented() > 0.25 * census.all()) {
            return new Verdict.Untrusted(percent(census.accented(), census.all())
                    + " of its characters are accented Latin letters, as if decoded wrongly.");
        }
        if (census.signs() > 0.25 * census.all()) {
            return new Verdict.Untrusted(
                    percent(census.signs(), census.all()) + " of its characters are signs that texts hardly have.");
        }
        if (census.foreign() > 0.2 * census.all() && census.scripts() > 2) {
            return new Verdict.Untrusted("Its letters are of " + census.scripts() + " foreign scripts at once.");
        }
        if (census.latin() >= 2 * ENOUGH
                && 2 * census.latin() > census.all()
                && census.vowels() < 0.2 * census.latin()) {
            return new Verdict.Untrusted("Its Latin letters make no words: hardly any is a vowel.");
        }
        int han = census.han().length();
        if ((han >= ENOUGH && census.everyday() < LEAST_EVERYDAY * han)
                || (han >= 3 * ENOUGH && plausibility.of(census.han()) < UNLIKELY)) {
            return new Verdict.Untrusted("Its Chinese characters make no sense: hardly any is a common one.");
        }
        return new Verdict.Trusted();
    }

    /// More than a few, and more than `share` of all; or most of them.
    private static boolean isNotable(int some, int all, double share) {
        return (some >= 5 && some > share * all) || 2 * some > all;
    }

    private static String percent(int some, int all) {
        return percent((double) some / all);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /// How many characters of which kind a page has, white space aside.
    ///
    /// @param leaders points and strokes that only fill a line, as in a table of contents: a page of them may
    ///                still lack most of its words
    private record Census(
            int all,
            int leaders,
            int unreadable,
            int accented,
            int signs,
            int foreign,
            int scripts,
            int latin,
            int vowels,
            int everyday,
            String han) {
        static Census of(LaidPage page) {
            StringBuilder text = new StringBuilder();
            page.glyphs().forEach(glyph -> text.append(glyph.text()));
            int all = 0;
            int leaders = 0;
            int before = -1;
            int unreadable = 0;
            int accented = 0;
            int signs = 0;
            int foreign = 0;
            int latin = 0;
            int vowels = 0;
            int everyday = 0;
            Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
            StringBuilder han = new StringBuilder();
            for (int c :
                    Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
                if (isSpace(c)) {
                    continue;
                }
                all++;
                leaders += c == before && LEADERS.indexOf(c) >= 0 ? 1 : 0;
                before = c;
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                if (isUnreadable(c)) {
                    unreadable++;
                } else if (c >= 0x80 && c <= 0xff && USUAL_SIGNS.indexOf(c) < 0) {
                    accented++;
                } else if (script == Character.UnicodeScript.HAN) {
                    String usual = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                    han.append(usual);
                    everyday += isEveryday(usual) ? 1 : 0;
                } else if (c < 0x80 && Character.isLetter(c)) {
                    latin++;
                    vowels += "aeiouAEIOU".indexOf(c) < 0 ? 0 : 1;
                } else if (Character.isLetter(c) && isForeign(script)) {
                    foreign++;
                    scripts.add(script);
                } else if (isUnusualSign(c)) {
                    signs++;
                }
            }
            return new Census(
                    all,
                    leaders,
                    unreadable,
                    accented,
                    signs,
                    foreign,
                    scripts.size(),
                    latin,
                    vowels,
                    everyday,
                    han.toString());
        }

        private static boolean isSpace(int c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff || c == 0x200b || c == 0xad;
        }

        /// Whether it stands in the first level of one of the two national character sets, simplified or traditional.
        private static boolean isEveryday(String character) {
            return isBetween(character.getBytes(GB18030), 0xb0a1, 0xd7f9)
                    || isBetween(character.getBytes(BIG5), 0xa440, 0xc67e);
        }

        private static boolean isBetween(byte[] code, int first, int last) {
            if (code.length != 2) {
                return false;
            }
            int value = (code[0] & 0xff) << 8 | (code[1] & 0xff);
            return value >= first && value <= last && (code[1] & 0xff) >= (first & 0xff);
        }

        private static boolean isUnreadable(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
                default -> c == 0xfffd;
            };
        }

        private static boolean isForeign(Character.UnicodeScript script) {
            return switch (script) {
                case LATIN, HAN, COMMON, INHERITED, GREEK, UNKNOWN -> false;
                default -> true;
            };
        }

        private static boolean isUnusualSign(int c) {
            if (Character.isLetterOrDigit(c) || USUAL_SIGNS.indexOf(c) >= 0) {
                return false;
            }
            boolean isChinesePunctuation = (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
            boolean isNumber = Character.getType(c) == Character.OTHER_NUMBER || (c >= 0x2160 && c <= 0x2188);
            boolean isFrame = c >= 0x2500 && c <= 0x257f;
            return !isChinesePunctuation && !isNumber && !isFrame;
        }
    }
}
