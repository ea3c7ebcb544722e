package gewu.problems;

import java.util.ArrayList;
import java.util.List;

/// The number or counting word with which a line or a part of a line opens: `1.`, `（一）`, `①`, `一是`, `首先`.
///
/// @param rank a smaller one usually stands further out; 9 for counting words inside sentences
/// @param end  where the words behind it begin
record Label(int rank, int end) {
    static final Label NONE = new Label(-1, 0);
    static final int COUNTING = 9;

    /// How far behind 一头 its 另一头 may stand.
    private static final int FAR = 200;

    private static final String HAN = "一二三四五六七八九十";
    private static final List<String> COUNTING_WORDS =
            List.of("首先", "其次", "再次", "再者", "最后", "此外,", "另外,", "一方面", "另一方面", "另一头");

    boolean is() {
        return rank >= 0;
    }

    /// The label at the beginning of a line; bullets before it are passed over.
    static Label atLine(String text, Span line) {
        int at = line.start();
        while (at < line.end() && " -—*•●■◆#·".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        Label label = at(text, at, line.end());
        return label.is() ? label : new Label(-1, at);
    }

    /// The label at a place.
    static Label at(String text, int at, int end) {
        if (at >= end) {
            return NONE;
        }
        char first = text.charAt(at);
        int han = han(text, at, end);
        if (han > at) {
            return behindHan(text, at, han, end);
        }
        if (first == '第') {
            int close = han(text, at + 1, end);
            return close > at + 1 && close < end && ",、:".indexOf(text.charAt(close)) >= 0
                    ? new Label(COUNTING, close + 1)
                    : NONE;
        }
        if (first == '(' || first == '[' || first == '〔') {
            int close = han(text, at + 1, end);
            boolean isHan = close > at + 1;
            close = isHan ? close : digits(text, at + 1, end);
            return close > at + 1 && close < end && ")]〕".indexOf(text.charAt(close)) >= 0
                    ? new Label(isHan ? 1 : 4, behindMark(text, close + 1, end))
                    : NONE;
        }
        if (first >= '①' && first <= '⒛') {
            return new Label(first <= '⑳' ? 6 : 3, at + 1);
        }
        int close = digits(text, at, end);
        if (close > at && close - at <= 2 && close < end) {
            char mark = text.charAt(close);
            boolean isFigure = mark == '.' && close + 1 < end && isDigit(text.charAt(close + 1));
            if (mark == ')') {
                return new Label(5, close + 1);
            }
            return ".、".indexOf(mark) >= 0 && !isFigure ? new Label(3, close + 1) : NONE;
        }
        return NONE;
    }

    private static Label behindHan(String text, int at, int close, int end) {
        if (close >= end) {
            return NONE;
        }
        return switch (text.charAt(close)) {
            case '是', '要' -> close - at <= 2 ? new Label(COUNTING, behindMark(text, close + 1, end)) : NONE;
            case '、' -> new Label(0, close + 1);
            case ')' -> new Label(1, close + 1);
            default -> NONE;
        };
    }

    /// The counting words and numbers inside a stretch, which part it, by where they begin.
    static List<Span> inside(String text, Span span) {
        List<Span> all = new ArrayList<>();
        int first = at(text, span.start(), span.end()).rank();
        for (int i = span.start(); i < span.end(); i++) {
            if (i > span.start() && "。;:!?\n".indexOf(text.charAt(i - 1)) < 0 && !isSoft(text, i)) {
                continue;
            }
            Label label = at(text, i, span.end());
            boolean isOuter = label.is()
                    && label.rank() < 3
                    && label.rank() != first
                    && i > span.start()
                    && text.charAt(i - 1) != '\n';
            if (label.is() && !isOuter) {
                all.add(new Span(i, label.end()));
                i = label.end() - 1;
            } else {
                String word = counting(text, i, span.end());
                if (!word.isEmpty()) {
                    all.add(new Span(i, i + word.length()));
                }
            }
        }
        return all;
    }

    /// Behind a comma or a space only words such as 二是 and signs such as ② count, not figures.
    private static boolean isSoft(String text, int at) {
        char before = text.charAt(at - 1);
        char c = text.charAt(at);
        return (before == ',' || before == ' ' || before == '、')
                        && (HAN.indexOf(c) >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '是' || c == '另')
                || c >= '①' && c <= '⑳'
                || c == '(' && before != ')' && "。;:,、".indexOf(before) >= 0;
    }

    private static String counting(String text, int at, int end) {
        if (text.startsWith("一头", at) && text.indexOf("另一头", at, Math.min(end, at + FAR)) > 0) {
            return "一头";
        }
        for (String word : COUNTING_WORDS) {
            if (at + word.length() <= end && text.startsWith(word, at)) {
                return word;
            }
        }
        return "";
    }

    private static int han(String text, int at, int end) {
        int close = at;
        while (close < end && close < at + 3 && HAN.indexOf(text.charAt(close)) >= 0) {
            close++;
        }
        return close;
    }

    private static int digits(String text, int at, int end) {
        int close = at;
        while (close < end && isDigit(text.charAt(close))) {
            close++;
        }
        return close;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int behindMark(String text, int at, int end) {
        return at < end && "、.,:".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }
}
