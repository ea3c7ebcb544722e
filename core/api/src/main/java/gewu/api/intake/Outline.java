package gewu.api.intake;

import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import java.util.List;

/// How a text is cut; see [Sectioner] for what holds.
public record Outline(List<Paragraph> paragraphs, List<Section> sections) {
    public Outline {
        paragraphs = List.copyOf(paragraphs);
        sections = List.copyOf(sections);
    }
}
