package gewu.problems;

import java.util.ArrayList;
import java.util.List;

/// A sentence and its clauses.
///
/// @param soft whether a semicolon ends it
record Sentence(Span span, boolean soft) {
    static List<Sentence> in(String text, Span span) {
        List<Sentence> all = new ArrayList<>();
        int start = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if ("。!?;\n".indexOf(c) >= 0) {
                add(text, all, start, i, c == ';');
                start = i + 1;
            }
        }
        add(text, all, start, span.end(), false);
        return all;
    }

    private static void add(String text, List<Sentence> all, int start, int end, boolean soft) {
        int from = start;
        int to = end;
        while (from < to && " ,:、.".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && " ,、".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        if (to > from) {
            all.add(new Sentence(new Span(from, to), soft));
        }
    }

    /// The clauses, without the commas between them.
    List<Span> clauses(String text) {
        List<Span> all = new ArrayList<>();
        int start = span.start();
        for (int i = span.start(); i <= span.end(); i++) {
            if (i == span.end() || text.charAt(i) == ',' || text.charAt(i) == ':') {
                int from = start;
                while (from < i && text.charAt(from) == ' ') {
                    from++;
                }
                if (i > from) {
                    all.add(new Span(from, i));
                }
                start = i + 1;
            }
        }
        return all;
    }

    /// Whether it only leads to what stands below.
    boolean isLeadIn(String text) {
        String words = span.in(text);
        char last = words.charAt(words.length() - 1);
        boolean pointsBelow =
                words.contains("以下") || words.contains("如下") || words.contains("几方面") || words.contains("几个方面");
        return last == ':' || pointsBelow && words.length() <= 60;
    }
}
