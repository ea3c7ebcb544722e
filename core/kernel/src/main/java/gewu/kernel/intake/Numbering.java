package gewu.kernel.intake;

import gewu.api.report.CleanText;
import org.jspecify.annotations.Nullable;

/// The numbering that opens a line, such as `（一）` or `3.`.
///
/// @param value what the number says; reports miscount, so it is a hint and never a proof
/// @param start where it begins in the source text
/// @param end   end of the numbering with its mark, exclusive
/// @param glued whether no mark parts the number from the words, as in `2基本支出情况`
record Numbering(Shape shape, int value, int start, int end, boolean glued) {

    /// The shapes of numberings; a smaller rank usually stands further out.
    enum Shape {
        PART(0), // 第一部分
        CHAPTER(1), // 第一章
        PASSAGE(2), // 第一节
        NONE(3), // a heading without numbering
        HAN(3), // 一、
        HAN_IN_BRACKETS(4), // （一）
        DIGIT_AND_DUN(5), // 1、
        DIGIT_AND_DOT(5), // 1.
        DECIMAL(6), // 1.1
        DIGIT_IN_BRACKETS(7), // （1）
        DIGIT_BEFORE_BRACKET(8), // 1）
        CIRCLED(9); // ①

        private final int rank;

        Shape(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }

        boolean isDigit() {
            return this == DIGIT_AND_DUN || this == DIGIT_AND_DOT;
        }

        boolean isInBrackets() {
            return this == HAN_IN_BRACKETS || this == DIGIT_IN_BRACKETS;
        }
    }

    private static final String HAN_DIGITS = "〇一二三四五六七八九";

    /// Words that make a number before them a quantity or a date: `3月`, `2个`, `一、二季度`.
    private static final String UNITS = "年月日号时分秒个项名位人件次批家户处所万亿千百十元倍季级类种岁场期天点周条款层楼里米亩吨台套辆张份部册篇支种成度线区组％%‰℃";

    /// The numbering that opens the line from `at` to `end`, if any; bullets and markup stand before `at`.
    static @Nullable Numbering at(String text, int at, int end) {
        if (at >= end) {
            return null;
        }
        char first = CleanText.fold(text.charAt(at));
        if (first == '第') {
            return ordinal(text, at, end);
        }
        if (first == '(' || first == '〔' || first == '【' || first == '[') {
            return inBrackets(text, at, end);
        }
        if (first == '〈' || first == '<') {
            // so recognisers read a round bracket that is thin or broken
            Numbering read = inBrackets(text, at, end);
            return read != null && read.shape() == Shape.HAN_IN_BRACKETS ? read : null;
        }
        if (isAsciiDigit(first)) {
            return digits(text, at, end);
        }
        if (first >= '①' && first <= '⒛') {
            return oneCharacter(text, at, end, first);
        }
        if (first >= '㈠' && first <= '㈩') {
            return words(Shape.HAN_IN_BRACKETS, first - '㈠' + 1, text, at, at + 1, end, false);
        }
        return han(text, at, end);
    }

    private static @Nullable Numbering ordinal(String text, int at, int end) {
        int close = skipHan(text, at + 1, Math.min(end, at + 6));
        if (close == at + 1) {
            while (close < end && close < at + 3 && isAsciiDigit(CleanText.fold(text.charAt(close)))) {
                close++;
            }
        }
        if (close == at + 1 || close >= end) {
            return null;
        }
        int value = hanValue(text, at + 1, close);
        if (text.startsWith("部分", close)) {
            return words(Shape.PART, value, text, at, skipMark(text, close + 2, end), end, false);
        }
        return switch (text.charAt(close)) {
            case '章' -> words(Shape.CHAPTER, value, text, at, skipMark(text, close + 1, end), end, false);
            case '节' -> words(Shape.PASSAGE, value, text, at, skipMark(text, close + 1, end), end, false);
            default -> null;
        };
    }

    private static @Nullable Numbering inBrackets(String text, int at, int end) {
        int open = skipSpace(text, at + 1, end);
        int close = skipHan(text, open, Math.min(end, open + 4));
        Shape shape = Shape.HAN_IN_BRACKETS;
        if (close == open) {
            shape = Shape.DIGIT_IN_BRACKETS;
            while (close < end && close < open + 2 && isAsciiDigit(CleanText.fold(text.charAt(close)))) {
                close++;
            }
        }
        int bracket = skipSpace(text, close, end);
        if (close == open || bracket >= end || !isClosing(CleanText.fold(text.charAt(bracket)))) {
            return null;
        }
        int value = shape == Shape.HAN_IN_BRACKETS ? hanValue(text, open, close) : digitValue(text, open, close);
        return words(shape, value, text, at, skipMark(text, bracket + 1, end), end, false);
    }

    private static @Nullable Numbering digits(String text, int at, int end) {
        int close = at;
        while (close < end && isAsciiDigit(CleanText.fold(text.charAt(close)))) {
            close++;
        }
        int value = close - at > 2 ? -1 : digitValue(text, at, close);
        if (value < 1 || close >= end) {
            return null;
        }
        int marked = skipSpace(text, close, end);
        if (marked >= end) {
            return null;
        }
        char mark = CleanText.fold(text.charAt(marked));
        if (isClosing(mark)) {
            return words(Shape.DIGIT_BEFORE_BRACKET, value, text, at, marked + 1, end, false);
        }
        if (mark == '、') {
            return words(Shape.DIGIT_AND_DUN, value, text, at, marked + 1, end, false);
        }
        if (mark == '.') {
            return afterDot(text, at, value, marked, end);
        }
        boolean isWord = mark >= '\u4e00' && mark <= '\u9fff' && UNITS.indexOf(mark) < 0;
        return isWord ? words(Shape.DIGIT_AND_DOT, value, text, at, close, end, true) : null;
    }

    /// `3.部门概况`, `3.2021 年…` and `1.2 部门概况` are numberings; `8.91万件` and `8. 91 万件` are figures.
    private static @Nullable Numbering afterDot(String text, int at, int value, int dot, int end) {
        int next = skipSpace(text, dot + 1, end);
        int digits = next;
        while (digits < end && isAsciiDigit(CleanText.fold(text.charAt(digits)))) {
            digits++;
        }
        if (digits == next) {
            return words(Shape.DIGIT_AND_DOT, value, text, at, dot + 1, end, false);
        }
        int unit = skipSpace(text, digits, end);
        if (digits - next == 4 && unit < end && text.charAt(unit) == '年') {
            return words(Shape.DIGIT_AND_DOT, value, text, at, dot + 1, end, false);
        }
        if (next > dot + 1 || digits - next > 2 || unit >= end) {
            return null;
        }
        char after = CleanText.fold(text.charAt(unit));
        boolean isFigure = UNITS.indexOf(after) >= 0 || after < '\u2e80' && after != '.';
        return isFigure ? null : words(Shape.DECIMAL, digitValue(text, next, digits), text, at, digits, end, false);
    }

    private static @Nullable Numbering oneCharacter(String text, int at, int end, char first) {
        if (first <= '⑳') {
            return words(Shape.CIRCLED, first - '①' + 1, text, at, at + 1, end, false);
        }
        if (first <= '⒇') {
            return words(Shape.DIGIT_IN_BRACKETS, first - '⑴' + 1, text, at, at + 1, end, false);
        }
        return first < '⒈' ? null : words(Shape.DIGIT_AND_DOT, first - '⒈' + 1, text, at, at + 1, end, false);
    }

    private static @Nullable Numbering han(String text, int at, int end) {
        int close = skipHan(text, at, Math.min(end, at + 5));
        int marked = skipSpace(text, close, end);
        if (close == at || marked >= end) {
            return null;
        }
        char mark = CleanText.fold(text.charAt(marked));
        if (isClosing(mark)) {
            return words(Shape.HAN_IN_BRACKETS, hanValue(text, at, close), text, at, marked + 1, end, false);
        }
        if (mark != '、' && mark != '.' && mark != ',') {
            return null;
        }
        int next = skipHan(text, marked + 1, end);
        boolean counts = next > marked + 1 && next < end && UNITS.indexOf(text.charAt(next)) >= 0;
        return counts ? null : words(Shape.HAN, hanValue(text, at, close), text, at, marked + 1, end, false);
    }

    /// The numbering, if words follow it.
    private static @Nullable Numbering words(
            Shape shape, int value, String text, int at, int close, int end, boolean glued) {
        int word = skipSpace(text, close, end);
        if (word >= end) {
            return null;
        }
        char c = text.charAt(word);
        boolean opensWords = c >= '\u4e00' && c <= '\u9fff'
                || Character.isLetterOrDigit(c)
                || "“\"‘《〈「『（(*【[".indexOf(c) >= 0
                || c >= '\u2e80' && c <= '\u2fdf';
        return opensWords ? new Numbering(shape, value, at, close, glued) : null;
    }

    private static int skipMark(String text, int at, int end) {
        int next = skipSpace(text, at, end);
        return next < end && "、.．:：".indexOf(text.charAt(next)) >= 0 ? next + 1 : at;
    }

    private static int skipSpace(String text, int at, int end) {
        int next = at;
        while (next < end && CleanText.isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int skipHan(String text, int at, int end) {
        int next = at;
        while (next < end && isHanDigit(CleanText.fold(text.charAt(next)))) {
            next++;
        }
        return next;
    }

    private static boolean isHanDigit(char c) {
        return c == '十' || c == '百' || HAN_DIGITS.indexOf(c) >= 0;
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == '〕' || c == '】' || c == ']' || c == '〉' || c == '>';
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digitValue(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + CleanText.fold(text.charAt(i)) - '0';
        }
        return value;
    }

    /// 二十一 is 21; ordinary digits are read too.
    private static int hanValue(String text, int from, int to) {
        int value = 0;
        int digit = 0;
        for (int i = from; i < to; i++) {
            char c = CleanText.fold(text.charAt(i));
            if (c == '十' || c == '百') {
                value += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = digit * 10 + (isAsciiDigit(c) ? c - '0' : HAN_DIGITS.indexOf(c));
            }
        }
        return value + digit;
    }
}
