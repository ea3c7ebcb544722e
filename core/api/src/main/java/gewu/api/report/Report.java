package gewu.api.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A report as it was read: who wrote it, its source text, and how the text is cut. Immutable; all threads may share
/// it.
///
/// @param id         permanent; the same for all versions
/// @param version    from 1
/// @param paragraphs in reading order; number n stands at index n-1
/// @param sections   in reading order; number n stands at index n-1
public record Report(
        String id,
        int version,
        ReportFacts facts,
        SourceText source,
        List<Paragraph> paragraphs,
        List<Section> sections) {
    public Report {
        paragraphs = List.copyOf(paragraphs);
        sections = List.copyOf(sections);
    }

    /// The source text, never rewritten.
    public String text() {
        return source.text();
    }

    public List<Page> pages() {
        return source.pages();
    }

    /// A paragraph's source words.
    public String textOf(Paragraph paragraph) {
        return text().substring(paragraph.start(), paragraph.end());
    }

    /// A paragraph with broken lines joined and width folded, and the way back to the source.
    public CleanText clean(Paragraph paragraph) {
        return CleanText.of(text(), paragraph.start(), paragraph.end());
    }

    /// The passage from `start` to `end` of the source text.
    public Passage passage(int start, int end) {
        return new Passage(id, source.pageAt(start), start, end, text().substring(start, end));
    }

    /// The headings above a paragraph, outermost first; empty before the first heading.
    public List<Section> path(Paragraph paragraph) {
        return pathTo(paragraph.section());
    }

    /// The sections around and including section `number`, outermost first.
    public List<Section> pathTo(int number) {
        List<Section> path = new ArrayList<>();
        for (int at = number; at > 0; at = sections.get(at - 1).parent()) {
            path.add(sections.get(at - 1));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /// What the paragraph is about; [SectionRole#OTHER] before the first heading.
    public SectionRole roleOf(Paragraph paragraph) {
        return paragraph.section() == 0
                ? SectionRole.OTHER
                : sections.get(paragraph.section() - 1).role();
    }

    /// Every place where `pattern` matches the clean text of a paragraph, with the passage it stands for.
    public List<Found> find(Pattern pattern) {
        List<Found> found = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            CleanText clean = clean(paragraph);
            Matcher matcher = pattern.matcher(clean.text());
            while (matcher.find()) {
                found.add(new Found(this, paragraph, clean, matcher.toMatchResult()));
            }
        }
        return List.copyOf(found);
    }
}
