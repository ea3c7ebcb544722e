package gewu.workbench.page;

import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.workbench.passage.Underline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is marked in a report, in offsets of its source text.
///
/// @param byParagraph by number of paragraph; those without marks are left out
/// @param underlines  what was found in the words, in the order in which it begins
/// @param resembling  those among the marks that hold no word as asked for, but one that looks like it
record Marks(Map<Integer, List<Mark>> byParagraph, Set<Mark> resembling, List<Underline> underlines) {
    static final Marks NONE = new Marks(Map.of(), Set.of());

    Marks {
        byParagraph = Map.copyOf(byParagraph);
        resembling = Set.copyOf(resembling);
        underlines = List.copyOf(underlines);
    }

    /// Marks without underlines.
    Marks(Map<Integer, List<Mark>> byParagraph, Set<Mark> resembling) {
        this(byParagraph, resembling, List.of());
    }

    Marks with(List<Underline> found) {
        return new Marks(byParagraph, resembling, found);
    }

    /// The underlines of the words from `start` to `end` of the source text.
    List<Underline> under(int start, int end) {
        return Underline.between(underlines, start, end);
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
