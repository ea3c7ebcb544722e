package gewu.kernel.intake;

import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text at its headings.
final class HeadingSectioner implements Sectioner {
    @Override
    public Outline cut(SourceText source) {
        List<Paragraph> paragraphs = new ArrayList<>();
        String text = source.text();
        int at = 0;
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            int end = stop < 0 ? text.length() : stop;
            int next = end + 1;
            while (at < end && CleanText.isSpace(text.charAt(at))) {
                at++;
            }
            while (end > at && CleanText.isSpace(text.charAt(end - 1))) {
                end--;
            }
            if (at < end) {
                paragraphs.add(new Paragraph(paragraphs.size() + 1, source.pageAt(at), 0, at, end));
            }
            at = next;
        }
        return new Outline(paragraphs, List.of());
    }
}
