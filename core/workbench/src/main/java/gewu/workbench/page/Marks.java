package gewu.workbench.page;

import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is marked in a report, in offsets of its source text.
///
/// @param byParagraph by number of paragraph; those without marks are left out
/// @param resembling  those among the marks that hold no word as asked for, but one that looks like it
record Marks(Map<Integer, List<Mark>> byParagraph, Set<Mark> resembling) {
    static final Marks NONE = new Marks(Map.of(), Set.of());

    Marks {
        byParagraph = Map.copyOf(byParagraph);
        resembling = Set.copyOf(resembling);
    }

    List<Mark> of(Paragraph paragraph) {
        return byParagraph.getOrDefault(paragraph.number(), List.of());
    }

    /// The numbers of the paragraphs that hold marks, in reading order.
    List<Integer> paragraphs() {
        return byParagraph.keySet().stream().sorted().toList();
    }

    int places() {
        return byParagraph.values().stream().mapToInt(List::size).sum();
    }
}
