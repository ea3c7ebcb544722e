package gewu.problems;

import java.util.Optional;

/// `关于X的问题`: a problem named in the heading of what was done about it.
///
/// @param problem the words between
/// @param behind  where the words behind it begin
record About(Span problem, int behind) {
    private static final int LONGEST = 70;

    /// The problem that a stretch opens with, if any.
    ///
    /// @param sure whether problems are spoken of here, so that it need not say that something is wanting
    static Optional<About> in(String text, Span span, Lexicon lexicon, boolean sure) {
        Label label = Label.atLine(text, span);
        int start = Math.max(span.start(), label.end());
        String opener = text.startsWith("关于", start) ? "关于" : text.startsWith("针对", start) ? "针对" : "";
        if (opener.isEmpty()) {
            return Optional.empty();
        }
        int at = text.indexOf("问题", start, Math.min(span.end(), start + LONGEST + 2));
        if (at < 0 || at > Math.min(span.end(), start + LONGEST)) {
            return Optional.empty();
        }
        int from = start + opener.length();
        int to = at;
        while (from < to && isQuote(text.charAt(from))) {
            from++;
        }
        while (to > from && (isQuote(text.charAt(to - 1)) || "的等方面".indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        Span problem = new Span(from, to);
        boolean isLack = problem.length() >= 4
                && (sure || lexicon.lacks().in(text, problem).is());
        int behind = at + 2;
        for (String word : new String[] {"的整改情况", "整改情况", "的整改"}) {
            behind += text.startsWith(word, behind) ? word.length() : 0;
        }
        return isLack ? Optional.of(new About(problem, Math.min(behind, span.end()))) : Optional.empty();
    }

    private static boolean isQuote(char c) {
        return "\"“”'‘’《》〈〉".indexOf(c) >= 0;
    }
}
