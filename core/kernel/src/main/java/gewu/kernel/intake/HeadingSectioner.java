package gewu.kernel.intake;

import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.kernel.intake.HeadingFinder.Heading;
import gewu.kernel.intake.LineJoiner.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Cuts a text into paragraphs and, at its headings, into sections.
///
/// Broken lines become paragraphs ([LineJoiner]), some paragraphs open with a heading ([HeadingFinder]),
/// headings stand at levels ([HeadingLevels]), and their words say the role of a section ([HeadingWords]).
final class HeadingSectioner implements Sectioner {
    @Override
    public Outline cut(SourceText source) {
        List<Block> blocks = new LineJoiner(source).blocks();
        List<Heading> headings = new HeadingFinder(source.text(), blocks).find();
        List<Section> sections = sections(source, blocks, headings);
        return new Outline(paragraphs(source, blocks, headings), sections);
    }

    private static List<Paragraph> paragraphs(SourceText source, List<Block> blocks, List<Heading> headings) {
        List<Paragraph> paragraphs = new ArrayList<>(blocks.size());
        int section = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (section < headings.size() && headings.get(section).block() == i) {
                section++;
            }
            int start = blocks.get(i).first().start();
            paragraphs.add(new Paragraph(
                    i + 1, source.pageAt(start), section, start, blocks.get(i).end()));
        }
        return paragraphs;
    }

    private static List<Section> sections(SourceText source, List<Block> blocks, List<Heading> headings) {
        int[] levels = HeadingLevels.of(headings);
        int[] ends = ends(blocks, headings, levels);
        List<Section> sections = new ArrayList<>(headings.size());
        Deque<Section> around = new ArrayDeque<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            while (!around.isEmpty() && around.peek().level() >= levels[i]) {
                around.pop();
            }
            Optional<Section> parent = Optional.ofNullable(around.peek());
            SectionRole role = HeadingWords.role(heading.says(), parent.map(Section::role));
            int start = blocks.get(heading.block()).first().start();
            Section section = new Section(
                    i + 1,
                    parent.map(Section::number).orElse(0),
                    levels[i],
                    heading.label(),
                    heading.words(),
                    role,
                    start,
                    heading.end(),
                    ends[i],
                    source.pageAt(start));
            sections.add(section);
            around.push(section);
        }
        return sections;
    }

    /// Each section ends with the last paragraph before the next heading of its level or above.
    private static int[] ends(List<Block> blocks, List<Heading> headings, int[] levels) {
        int[] ends = new int[levels.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < levels.length; i++) {
            while (!open.isEmpty() && levels[open.peek()] >= levels[i]) {
                ends[open.pop()] = blocks.get(headings.get(i).block() - 1).end();
            }
            open.push(i);
        }
        while (!open.isEmpty()) {
            ends[open.pop()] = blocks.getLast().end();
        }
        return ends;
    }
}
