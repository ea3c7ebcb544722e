package gewu.problems;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The clean text of a whole report, a paragraph a line, with the way back to the source.
final class Scroll {
    private final Report report;
    private final String text;
    private final int[] sources;
    private final List<Line> lines;

    private Scroll(Report report, String text, int[] sources, List<Line> lines) {
        this.report = report;
        this.text = text;
        this.sources = sources;
        this.lines = lines;
    }

    /// A paragraph.
    ///
    /// @param section number of the section it stands in
    /// @param opens   number of the section whose heading it opens with; 0 for none
    /// @param body    where the words behind that heading begin
    /// @param source  where it stands in the source
    record Line(Span span, int section, int opens, int body, Span source) {}

    static Scroll of(Report report) {
        StringBuilder text = new StringBuilder();
        int[] sources = new int[report.text().length() + report.paragraphs().size() + 1];
        List<Line> lines = new ArrayList<>();
        for (Paragraph paragraph : report.paragraphs()) {
            CleanText clean = report.clean(paragraph);
            int start = text.length();
            String words = clean.text();
            for (int i = 0; i < words.length(); i++) {
                sources[start + i] = clean.sourceStart(i);
            }
            text.append(stopped(words));
            int opens = opens(report, paragraph);
            int body = opens == 0
                    ? start
                    : start
                            + Math.min(
                                    words.length(),
                                    clean.cleanAt(
                                            report.sections().get(opens - 1).headingEnd()));
            lines.add(new Line(
                    new Span(start, text.length()),
                    paragraph.section(),
                    opens,
                    body,
                    new Span(paragraph.start(), paragraph.end())));
            sources[text.length()] = paragraph.end();
            text.append('\n');
        }
        return new Scroll(report, text.toString(), Arrays.copyOf(sources, text.length()), List.copyOf(lines));
    }

    /// A half-width point behind a Chinese word, and before another or nothing, ends a sentence.
    private static String stopped(String words) {
        if (words.indexOf('.') < 0) {
            return words;
        }
        StringBuilder all = new StringBuilder(words);
        for (int i = words.indexOf('.'); i >= 0; i = words.indexOf('.', i + 1)) {
            boolean isBehindWord = i > 1 && (isHan(words.charAt(i - 1)) || ")%\"”".indexOf(words.charAt(i - 1)) >= 0);
            int next = i + 1;
            while (next < words.length() && words.charAt(next) == ' ') {
                next++;
            }
            boolean isBeforeWord =
                    next == words.length() || isHan(words.charAt(next)) || "(“\"".indexOf(words.charAt(next)) >= 0;
            if (isBehindWord
                    && isBeforeWord
                    && Label.at(words, 0, words.length()).end() != i + 1) {
                all.setCharAt(i, '。');
            }
        }
        return all.toString();
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static int opens(Report report, Paragraph paragraph) {
        if (paragraph.section() == 0) {
            return 0;
        }
        int start = report.sections().get(paragraph.section() - 1).start();
        return start >= paragraph.start() && start < paragraph.end() ? paragraph.section() : 0;
    }

    String text() {
        return text;
    }

    List<Line> lines() {
        return lines;
    }

    Report report() {
        return report;
    }

    /// The first place that stands at or behind an offset of the source.
    int at(int source) {
        int found = Arrays.binarySearch(sources, source);
        return found >= 0 ? found : -found - 1;
    }

    /// A stretch without the signs and spaces at its ends; brackets and quotation marks stay if both are there.
    Span trimmed(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isSign(text.charAt(start))) {
            start++;
        }
        while (start < end && isSign(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isSign(char c) {
        return " \n\t。;,:、.!?·-—*#|•●■◆".indexOf(c) >= 0;
    }

    Passage passage(Span span) {
        return report.passage(sources[span.start()], sources[span.end() - 1] + 1);
    }
}
