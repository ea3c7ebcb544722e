package gewu.kernel.intake;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import gewu.api.report.SourceText;
import java.util.List;
import java.util.Optional;

/// Looks whether an outline keeps what every [gewu.api.intake.Sectioner] promises, before it is kept for
/// good.
final class OutlineCheck {
    private OutlineCheck() {}

    /// The first broken promise in a sentence; empty when all are kept.
    static Optional<String> fault(SourceText source, Outline outline) {
        return sectionFault(source, outline.sections())
                .or(() -> paragraphFault(
                        source, outline.paragraphs(), outline.sections().size()));
    }

    private static Optional<String> sectionFault(SourceText source, List<Section> sections) {
        int start = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (section.number() != i + 1) {
                return Optional.of("section " + (i + 1) + " has the number " + section.number());
            }
            if (section.parent() < 0 || section.parent() > i) {
                return Optional.of("section " + section.number() + " stands in section " + section.parent()
                        + ", which does not come before it");
            }
            if (section.start() < start
                    || section.headingEnd() < section.start()
                    || section.end() < section.headingEnd()
                    || section.end() > source.text().length()) {
                return Optional.of("section " + section.number() + " from " + section.start() + " to " + section.end()
                        + " is out of order or out of the text");
            }
            start = section.start();
        }
        return Optional.empty();
    }

    private static Optional<String> paragraphFault(SourceText source, List<Paragraph> paragraphs, int sections) {
        int at = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (paragraph.number() != i + 1) {
                return Optional.of("paragraph " + (i + 1) + " has the number " + paragraph.number());
            }
            if (paragraph.start() < at
                    || paragraph.end() <= paragraph.start()
                    || paragraph.end() > source.text().length()) {
                return Optional.of("paragraph " + paragraph.number() + " from " + paragraph.start() + " to "
                        + paragraph.end() + " overlaps another or is out of the text");
            }
            if (paragraph.section() < 0 || paragraph.section() > sections) {
                return Optional.of("paragraph " + paragraph.number() + " stands in section " + paragraph.section()
                        + " of " + sections);
            }
            if (holdsWords(source, at, paragraph.start())) {
                return Optional.of("the words from " + at + " to " + paragraph.start() + " stand in no paragraph");
            }
            at = paragraph.end();
        }
        return holdsWords(source, at, source.text().length())
                ? Optional.of("the words behind " + at + " stand in no paragraph")
                : Optional.empty();
    }

    private static boolean holdsWords(SourceText source, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CleanText.isSpace(source.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
