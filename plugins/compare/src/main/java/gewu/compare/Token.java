package gewu.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a paragraph: a Chinese character, a Latin word, or a figure with its unit. Punctuation and layout are
/// none.
///
/// @param text  the word; a figure without the commas of thousands
/// @param mask  the same for figures of one kind, such as `#元` for 5.76万元; the text itself for other words
/// @param start in the clean text of the paragraph
/// @param end   in the clean text, exclusive
record Token(Kind kind, String text, String mask, int start, int end) {
    /// What a word is.
    enum Kind {
        WORD,
        /// A year, such as `2021年`.
        YEAR,
        /// Any other figure: an amount, a count, a share, a day.
        FIGURE
    }

    private static final String NUMERALS = "[〇零一二两三四五六七八九十百千万]";
    private static final String UNITS = "元|人次|件次|批次|人|名|件|批|起|户|家|个|项|次|辆|台|套|份|篇|期|场|条|平方米|公里|亩|吨|天|小时|分钟|分|周年|年|月|日";

    /// Figures as reports write them: `2021年12月31日`, `二〇二一年`, `1,805.99万元`, `25.16%`, `百分之九十八`, `十二件`.
    private static final Pattern TOKEN = Pattern.compile("(?<day>\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)"
            + "|(?:(?:19|20)\\d\\d年)?\\d{1,2}月\\d{1,2}[日号])"
            + "|(?<month>(?:19|20)\\d\\d年\\d{1,2}月)"
            + "|(?<year>(?<!\\d)(?:19|20)\\d\\d年|(?<!\\d)(?:19|20)\\d\\d(?=[-—~～至]+(?:19|20)?\\d\\d年)"
            + "|二[〇零○OО]{1}[〇零○一二三四五六七八九]{2}年)"
            + "|(?<share>\\d+(?:\\.\\d+)?[%‰]|百分之[〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?)"
            + "|(?<points>\\d+(?:\\.\\d+)?个?百分点)"
            + "|(?<number>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*)(?:(?:余|多)?(?:百万|千万|[千百]?[万亿]|[千百])?(?<unit>"
            + UNITS + "))?"
            + "|" + NUMERALS + "{2,}(?<hanUnit>" + UNITS + ")"
            + "|[A-Za-z]+|[〇\\p{L}]");

    /// The words of a clean text, in order.
    static List<Token> of(String clean) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(clean);
        while (matcher.find()) {
            tokens.add(read(matcher));
        }
        return tokens;
    }

    private static Token read(Matcher found) {
        String words = found.group();
        int start = found.start();
        int end = found.end();
        char first = words.charAt(0);
        boolean isPlain = words.length() == 1 && !(first >= '0' && first <= '9');
        if (isPlain || first >= 'A' && first <= 'z') {
            return new Token(Kind.WORD, words, words, start, end);
        }
        if (found.group("year") != null) {
            return new Token(Kind.YEAR, words, "#年", start, end);
        }
        return new Token(Kind.FIGURE, words.replace(",", ""), maskOf(found), start, end);
    }

    private static String maskOf(Matcher found) {
        if (found.group("day") != null) {
            return "#日";
        }
        if (found.group("month") != null) {
            return "#月份";
        }
        if (found.group("share") != null) {
            return "#%";
        }
        if (found.group("points") != null) {
            return "#点";
        }
        String unit = found.group("unit");
        String hanUnit = found.group("hanUnit");
        return "#" + (unit != null ? unit : hanUnit != null ? hanUnit : "");
    }

    boolean isFigure() {
        return kind != Kind.WORD;
    }

    /// The year that a word of the kind [Kind#YEAR] names; 0 for other words.
    int year() {
        if (kind != Kind.YEAR) {
            return 0;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789".indexOf(text.charAt(i));
            year = year * 10 + (digit >= 0 ? digit : Math.max(0, "〇一二三四五六七八九".indexOf(text.charAt(i))));
        }
        return year;
    }
}
