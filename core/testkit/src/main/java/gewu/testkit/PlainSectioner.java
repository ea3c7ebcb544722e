package gewu.testkit;

import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The plainest sectioner that keeps the contract: a line is a paragraph, and a line that begins with `一、` heads a
/// section.
public final class PlainSectioner implements Sectioner {
    private static final Pattern HEADING = Pattern.compile("([一二三四五六七八九十]+、)(.+)");

    @Override
    public Outline cut(SourceText source) {
        List<int[]> lines = lines(source.text());
        List<Section> sections = new ArrayList<>();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int[] line = lines.get(i);
            Matcher heading = HEADING.matcher(source.text()).region(line[0], line[1]);
            if (heading.matches()) {
                sections.add(section(source, heading, sections.size() + 1, nextHeading(source, lines, i + 1)));
            }
            paragraphs.add(new Paragraph(i + 1, source.pageAt(line[0]), sections.size(), line[0], line[1]));
        }
        return new Outline(paragraphs, sections);
    }

    private static Section section(SourceText source, Matcher heading, int number, int end) {
        String words = CleanText.of(heading.group(2)).text();
        return new Section(
                number,
                0,
                1,
                heading.group(1),
                words,
                role(words),
                heading.start(),
                heading.end(),
                end,
                source.pageAt(heading.start()));
    }

    private static SectionRole role(String heading) {
        if (heading.contains("问题")) {
            return SectionRole.PROBLEMS;
        }
        if (heading.contains("措施") || heading.contains("打算")) {
            return SectionRole.REMEDIES;
        }
        return heading.contains("支出") ? SectionRole.BUDGET : SectionRole.OTHER;
    }

    private static int nextHeading(SourceText source, List<int[]> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .filter(line ->
                        HEADING.matcher(source.text()).region(line[0], line[1]).matches())
                .map(line -> line[0])
                .findFirst()
                .orElse(source.text().length());
    }

    /// Where each line that is not empty begins and ends, white space trimmed.
    private static List<int[]> lines(String text) {
        List<int[]> lines = new ArrayList<>();
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
                lines.add(new int[] {at, end});
            }
            at = next;
        }
        return lines;
    }
}
