package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.testkit.ReportGenerator.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Generated reports for benchmarks, their broken lines joined to paragraphs as the pipeline would.
final class GeneratedReports {
    private static final Pattern NUMBERED = Pattern.compile("(- )?[（(]?[一二三四五六七八九十0-9０-９]+[）)、.．].*", Pattern.DOTALL);

    private GeneratedReports() {}

    static Report cut(Generated generated) {
        String[] words = generated.name().split("-");
        ReportFacts facts = new ReportFacts(
                generated.name(),
                words[0],
                words[0].substring(0, 3),
                Integer.parseInt(words[1]),
                ReportKind.WHOLE_DEPARTMENT);
        String text = generated.text();
        return new Report(generated.name(), 1, facts, SourceText.onePage(text), paragraphs(text), List.of());
    }

    private static List<Paragraph> paragraphs(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            while (end < text.length() && goesOn(text, end)) {
                end = lineEnd(text, end + 1);
            }
            int last = end;
            while (last > start && text.charAt(last - 1) <= ' ') {
                last--;
            }
            if (last > start) {
                paragraphs.add(new Paragraph(paragraphs.size() + 1, 1, 0, start, last));
            }
            start = end + 1;
            while (start < text.length() && text.charAt(start) <= ' ') {
                start++;
            }
        }
        return paragraphs;
    }

    private static int lineEnd(String text, int from) {
        int stop = text.indexOf('\n', from);
        return stop < 0 ? text.length() : stop;
    }

    private static boolean goesOn(String text, int end) {
        boolean isWhole = end == 0 || "。；：！？;:".indexOf(text.charAt(end - 1)) >= 0;
        String next = text.substring(end + 1, lineEnd(text, end + 1));
        return !isWhole && !next.isBlank() && !NUMBERED.matcher(next).matches() && text.charAt(end - 1) != '\n';
    }
}
