package gewu.kernel.intake;

import gewu.api.report.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One visible line of a text.
///
/// @param start     first character that is no white space
/// @param end       end of the last such character, exclusive
/// @param words     where the words begin, behind bullets and markup; the numbering counts as words
/// @param numbering the numbering that opens the words
/// @param kind      what sort of line it is
/// @param width     columns it takes, a Chinese character counting two
/// @param indented  whether white space opens it
/// @param gap       whether an empty line or the end of a page stands before it
record Line(
        int start,
        int end,
        int words,
        @Nullable Numbering numbering,
        Kind kind,
        int width,
        boolean indented,
        boolean gap) {

    enum Kind {
        TEXT,
        /// A row of a table, its cells parted by tabs, bars or wide gaps.
        ROW,
        /// `名称：…`, a date on its own, a page number: complete in itself.
        ALONE
    }

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–·~]{0,3}\\s*\\d{1,4}\\s*[-—–·~]{0,3}|第\\s*\\d+\\s*页.{0,12}|\\d+\\s*/\\s*\\d+");
    private static final Pattern DATE = Pattern.compile(
            "[(（]?\\s*[12〇○零一二三四五六七八九\\d]{4}\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月(\\s*[\\d一二三四五六七八九十]{1,3}\\s*日)?\\s*[)）]?");
    private static final Pattern KEY_AND_VALUE = Pattern.compile("[\\u4e00-\\u9fff（）()/、\\s]{0,16}"
            + "(单位|部门|名称|机构|负责人|填报人|评价人|日期|时间|联系人|电话|地址|编号|盖章|公章|签字|成员|年度|年份|属性|级次)"
            + "\\s*[)）]?\\s*[：:][^。；;]{0,60}");
    private static final int LONGEST_ALONE = 90;

    /// What the patterns above can begin with, and what stands before the colon.
    private static final Signs PAGE_NUMBER_OPENS = Signs.of("-—–·~0123456789第 \t\u000b");

    private static final Signs DATE_OPENS = Signs.of("(（12〇○零一二三四五六七八九0123456789 \t\u000b");
    private static final Signs KEY_IS_FOLLOWED_BY = Signs.of(")） \t\u000b");
    private static final Signs KEY_ENDS = Signs.of("位门称构人期间话址号章字员度份性次");

    private static final Signs BULLETS = Signs.of("•●◆■□▪◦○➢★※◇▶");
    private static final Signs MARKUP = Signs.of("•●◆■□▪◦○➢★※◇▶-*+>—·#_[");
    private static final Signs LINE_ENDS = Signs.of("\n\r\f\u2028\u2029\u0085\u000b");
    private static final Signs OPENS_IN_MID_SENTENCE = Signs.of("，。、；：！？）》”’】〕％,.;:!?)%]");
    private static final Signs SENTENCE_ENDS = Signs.of("。！？；：!?;:…");

    /// All lines of a text that hold more than white space.
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        boolean gap = false;
        while (at < text.length()) {
            int stop = at;
            while (stop < text.length() && !isLineEnd(text.charAt(stop))) {
                stop++;
            }
            int start = at;
            while (start < stop && isBlank(text.charAt(start))) {
                start++;
            }
            if (start == stop) {
                gap |= stop > at || stop == text.length() || !isSecondHalf(text, stop);
            } else {
                lines.add(line(text, at, start, stop, gap));
                gap = false;
            }
            gap |= stop < text.length() && text.charAt(stop) == '\f';
            at = stop + 1;
        }
        return lines;
    }

    /// The same line as a row of a table.
    Line asRow() {
        return new Line(start, end, words, numbering, Kind.ROW, width, indented, gap);
    }

    int length() {
        return end - start;
    }

    /// Whether the line can begin nothing new, as `，其中` and `）的通知` can't.
    boolean opensInMidSentence(String text) {
        return OPENS_IN_MID_SENTENCE.has(text.charAt(start));
    }

    boolean opensSomethingNew() {
        return numbering != null || words > start || kind != Kind.TEXT;
    }

    /// The last character, not counting closing quotation marks and brackets behind a full stop.
    char lastSign(String text) {
        int at = end - 1;
        while (at > start && "”’』」）)]】》\"*".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        char c = text.charAt(at);
        return at < end - 1 && !isSentenceEnd(c) ? text.charAt(end - 1) : c;
    }

    boolean endsSentence(String text) {
        return isSentenceEnd(lastSign(text));
    }

    static boolean isSentenceEnd(char c) {
        return SENTENCE_ENDS.has(c);
    }

    private static Line line(String text, int from, int start, int stop, boolean gap) {
        int end = stop;
        while (isBlank(text.charAt(end - 1))) {
            end--;
        }
        int words = words(text, start, end);
        Numbering numbering = Numbering.at(text, words, end);
        if (numbering != null && numbering.glued() && words == start && start > from) {
            numbering = null;
        }
        int body = numbering == null ? words : numbering.end();
        Kind kind = isRow(text, body, end) || endsWithEmptyCell(text, end, stop)
                ? Kind.ROW
                : isAlone(text, start, end) ? Kind.ALONE : Kind.TEXT;
        return new Line(start, end, words, numbering, kind, width(text, start, end), start > from, gap);
    }

    private static boolean isPageNumber(String text, int start, int end) {
        return PAGE_NUMBER_OPENS.has(text.charAt(start))
                && PAGE_NUMBER.matcher(text).region(start, end).matches();
    }

    private static boolean isAlone(String text, int start, int end) {
        return end - start <= LONGEST_ALONE
                && (isPageNumber(text, start, end) || isDate(text, start, end) || isKeyAndValue(text, start, end));
    }

    private static boolean isDate(String text, int start, int end) {
        return DATE_OPENS.has(text.charAt(start))
                && text.indexOf('年', start, end) >= 0
                && DATE.matcher(text).region(start, end).matches();
    }

    /// Looks at what stands before the first colon, where most lines show that they are none.
    private static boolean isKeyAndValue(String text, int start, int end) {
        int colon = start;
        while (colon < end && text.charAt(colon) != '：' && text.charAt(colon) != ':') {
            colon++;
        }
        int key = colon;
        while (key > start && KEY_IS_FOLLOWED_BY.has(text.charAt(key - 1))) {
            key--;
        }
        return colon < end
                && key > start
                && KEY_ENDS.has(text.charAt(key - 1))
                && KEY_AND_VALUE.matcher(text).region(start, end).matches();
    }

    /// Where wide brackets open a numbering, no blank parts them from the dash before (`-（一）`).
    private static boolean isBracket(char c) {
        return c == '（' || c == '(' || c == '〈' || c == '<';
    }

    /// Skips what Markdown and Word leave before the words: bullets, `#`, `**`, `[bookmark: …]`.
    private static int words(String text, int start, int end) {
        if (!MARKUP.has(text.charAt(start)) || end - start <= 12 && isPageNumber(text, start, end)) {
            return start;
        }
        int at = start;
        while (at < end) {
            int next = at;
            char c = text.charAt(at);
            if (BULLETS.has(c)) {
                next = at + 1;
            } else if ((c == '-' || c == '*' || c == '+' || c == '>' || c == '—' || c == '·')
                    && at + 1 < end
                    && (isBlank(text.charAt(at + 1)) || c == '-' && isBracket(text.charAt(at + 1)))) {
                next = at + 1;
            } else if (c == '#') {
                next = at + 1;
            } else if ((c == '*' || c == '_') && at + 1 < end && text.charAt(at + 1) == c) {
                next = at + 2;
            } else if (c == '[' && isResidue(text, at, end)) {
                next = text.indexOf(']', at) + 1;
            }
            while (next > at && next < end && isBlank(text.charAt(next))) {
                next++;
            }
            if (next == at || next >= end) {
                break;
            }
            at = next;
        }
        return at;
    }

    /// `[bookmark: _GoBack]`
    private static boolean isResidue(String text, int at, int end) {
        int colon = at + 1;
        while (colon < end && colon < at + 20 && Character.isLetter(text.charAt(colon)) && text.charAt(colon) < 128) {
            colon++;
        }
        if (colon == at + 1 || colon >= end || text.charAt(colon) != ':') {
            return false;
        }
        int close = text.indexOf(']', colon);
        return close > 0 && close < Math.min(end, colon + 60);
    }

    /// Cells are parted by tabs, bars, or at least two wide gaps.
    private static boolean isRow(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < end && text.charAt(at) == '|') {
            return true;
        }
        int wide = 0;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\t') {
                return true;
            }
            if (!isBlank(c)) {
                at++;
                continue;
            }
            int gap = at;
            while (gap < end && text.charAt(gap) != '\t' && isBlank(text.charAt(gap))) {
                gap++;
            }
            if (gap - at >= 3) {
                wide++;
            }
            at = gap == at ? at + 1 : gap;
        }
        return wide >= 2;
    }

    private static boolean endsWithEmptyCell(String text, int end, int stop) {
        for (int i = end; i < stop; i++) {
            if (text.charAt(i) == '\t') {
                return true;
            }
        }
        return false;
    }

    private static int width(String text, int start, int end) {
        int width = 0;
        for (int i = start; i < end; i++) {
            width += text.charAt(i) < '\u2000' ? 1 : 2;
        }
        return width;
    }

    /// Whether the line end at `at` is the second character of `\r\n`.
    private static boolean isSecondHalf(String text, int at) {
        return text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\r';
    }

    private static boolean isLineEnd(char c) {
        return LINE_ENDS.has(c);
    }

    private static boolean isBlank(char c) {
        return CleanText.isSpace(c);
    }
}
