package gewu.compare;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A section with all that stands in it, as one side of a comparison.
///
/// @param section its number; 0 for what stands before the first heading
/// @param heading without numbering; empty before the first heading
/// @param above   the headings around it, outermost first
record Block(
        Report report, int section, String heading, List<String> above, SectionRole role, List<Wording> paragraphs) {
    Block {
        above = List.copyOf(above);
        paragraphs = List.copyOf(paragraphs);
    }

    /// The uppermost sections of a report, and what stands before them.
    static List<Block> all(Report report) {
        List<Block> blocks = new ArrayList<>();
        List<Paragraph> before =
                report.paragraphs().stream().filter(it -> it.section() == 0).toList();
        if (!before.isEmpty()) {
            blocks.add(new Block(report, 0, "", List.of(), SectionRole.OTHER, wordings(report, before)));
        }
        report.sections().stream().filter(it -> it.parent() == 0).forEach(it -> blocks.add(of(report, it)));
        return blocks;
    }

    /// The sections of a role or with these words in their heading; a section in another one of them is part of it.
    static List<Block> named(Report report, String words) {
        Optional<SectionRole> role = SectionRole.named(words.strip());
        String heading = CleanText.of(words.strip()).text();
        Set<Integer> taken = new HashSet<>();
        List<Block> blocks = new ArrayList<>();
        for (Section section : report.sections()) {
            boolean isMeant = role.filter(it -> it == section.role()).isPresent()
                    || section.heading().contains(heading);
            boolean isInside = report.pathTo(section.number()).stream().anyMatch(it -> taken.contains(it.number()));
            if (isMeant && !isInside) {
                taken.add(section.number());
                blocks.add(of(report, section));
            }
        }
        return blocks;
    }

    private static Block of(Report report, Section section) {
        List<Paragraph> inside = report.paragraphs().stream()
                .filter(it -> it.section() > 0
                        && report.pathTo(it.section()).stream().anyMatch(around -> around.number() == section.number()))
                .toList();
        return new Block(
                report,
                section.number(),
                section.heading(),
                report.pathTo(section.parent()).stream().map(Section::heading).toList(),
                section.role(),
                wordings(report, inside));
    }

    private static List<Wording> wordings(Report report, List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(it -> Wording.of(report, it))
                .filter(it -> it.size() > 0)
                .toList();
    }

    /// The runs of words of the whole section.
    Shingles shingles() {
        return Shingles.of(
                paragraphs.stream().flatMap(it -> it.tokens().stream()).toList());
    }
}
