package gewu.workbench.page;

import gewu.workbench.passage.Excerpt;
import gewu.workbench.passage.Underline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A report, ready to be read.
///
/// @param facts   organisation, year, kind and size in one line
/// @param offers   what can be done with it
/// @param notes    what became of a passage that was looked for, and that no other report follows
/// @param versions other versions of it, and what may be one
/// @param outline the sections, in reading order
/// @param blocks  paragraphs and tables, in reading order
/// @param remarks what stands beside paragraphs, by their number
/// @param hits    paragraphs with marks, in reading order
/// @param places  how many marks there are
/// @param isResembling whether some of them hold words that only look like those asked for
/// @param walk     where the question's other hits are
/// @param found    what underlines tell
/// @param original the pages themselves
/// @param isBare   whether figures and problems are still to be underlined
public record ReportPage(
        String id,
        String title,
        String facts,
        List<Offer> offers,
        List<Note> notes,
        List<VersionLine> versions,
        List<OutlineLine> outline,
        List<Block> blocks,
        Map<Integer, List<Remark>> remarks,
        List<Integer> hits,
        int places,
        boolean isResembling,
        Walk walk,
        Set<Underline.Kind> found,
        Original original,
        boolean isBare) {
    private static final int BLOCKS_OF_A_SHEET = 16;

    public ReportPage {
        offers = List.copyOf(offers);
        notes = List.copyOf(notes);
        versions = List.copyOf(versions);
        outline = List.copyOf(outline);
        blocks = List.copyOf(blocks);
        remarks = Map.copyOf(remarks);
        hits = List.copyOf(hits);
        found = Set.copyOf(found);
    }

    /// The blocks in stretches, so that a browser need not lay out those that are out of sight.
    public List<List<Block>> sheets() {
        List<List<Block>> sheets = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at += BLOCKS_OF_A_SHEET) {
            sheets.add(blocks.subList(at, Math.min(at + BLOCKS_OF_A_SHEET, blocks.size())));
        }
        return sheets;
    }

    public boolean hasFigures() {
        return found.contains(Underline.Kind.FIGURE);
    }

    public boolean hasProblems() {
        return found.contains(Underline.Kind.PROBLEM) || found.contains(Underline.Kind.REMEDY);
    }

    /// Whether a recogniser was not sure of some of the words.
    public boolean isDoubtful() {
        return blocks.stream()
                .flatMap(ReportPage::excerpts)
                .anyMatch(excerpt -> !excerpt.doubts().isEmpty());
    }

    private static Stream<Excerpt> excerpts(Block block) {
        return switch (block) {
            case Line line -> Stream.of(line.text());
            case Grid grid ->
                Stream.concat(grid.heads().stream(), grid.rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .map(Cell::text);
        };
    }

    /// What stands beside a block.
    public List<Remark> remarks(Block block) {
        return switch (block) {
            case Line line -> remarks.getOrDefault(line.number(), List.of());
            case Grid grid ->
                Stream.concat(grid.heads().stream(), grid.rows().stream())
                        .flatMap(row -> row.paragraphs().stream())
                        .flatMap(number -> remarks.getOrDefault(number, List.of()).stream())
                        .toList();
        };
    }

    /// What somebody has to say of a paragraph, such as a note.
    ///
    /// @param to where all of them are told, and more are written; empty if nowhere
    public record Remark(String words, String to) {}

    /// Something to know before reading.
    ///
    /// @param isWarning whether what is shown isn't what was looked for
    public record Note(String words, boolean isWarning) {}

    /// Addresses that lead from this report on; all of them empty when nothing is asked.
    ///
    /// @param list   the answer this report is a part of
    /// @param before the hits in the report before
    /// @param behind the hits in the next report
    public record Walk(String list, String before, String behind) {
        static final Walk NONE = new Walk("", "", "");
    }

    /// Pictures of the pages.
    ///
    /// @param address  of the pictures, without the page; empty if there are none
    /// @param edition  changes with the file
    /// @param question what of the report's address says what is marked on them
    public record Original(String address, String edition, String question) {
        static final Original NONE = new Original("", "", "");
    }

    /// Another version of the report.
    ///
    /// @param words   what it is
    /// @param report  where it is read
    /// @param changes where it is shown what changed
    public record VersionLine(String words, String report, String changes) {}

    /// A section in the outline.
    ///
    /// @param level     from 1 to 6
    /// @param role      empty when it is the same as the one above
    /// @param paragraph the paragraph its heading stands in
    public record OutlineLine(int level, String label, String heading, String role, int paragraph) {}

    /// What stands one below the other.
    public sealed interface Block {}

    /// A paragraph.
    ///
    /// @param number  from 1
    /// @param level   of the heading it is, from 1 to 6; 0 for plain text
    /// @param newPage number of the page that begins with it; 0 if none does
    /// @param cite    where its citations are
    /// @param notes   where notes on it are written; empty if nobody offers that
    public record Line(int number, int level, int newPage, String cite, String notes, Excerpt text) implements Block {}

    /// A table.
    ///
    /// @param number  from 1, in reading order
    /// @param newPage number of the page that begins with it; 0 if none does
    /// @param heads   the rows that name the columns; repeated on each sheet when printed
    /// @param rows    all others
    public record Grid(int number, int newPage, List<Row> heads, List<Row> rows) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /// A row of a table.
    ///
    /// @param paragraphs the numbers of those that begin in it; as a rule one, and none in an empty row
    /// @param newPage    number of the page that begins with it; 0 if none does
    /// @param cells      those that begin in it; places of the row that a cell from above covers have none
    public record Row(List<Integer> paragraphs, int newPage, List<Cell> cells) {
        public Row {
            paragraphs = List.copyOf(paragraphs);
            cells = List.copyOf(cells);
        }
    }

    /// A cell of a table.
    ///
    /// @param names  what it is the head of
    /// @param isFigure whether it stands to the right, as figures and the heads above them do
    public record Cell(Names names, int rowSpan, int columnSpan, boolean isFigure, Excerpt text) {
        /// What a cell names.
        public enum Names {
            NOTHING,
            ROW,
            COLUMN
        }

        /// Whether it needs much room so as not to become a tower of short lines.
        public boolean isLong() {
            return text.text().length() > 24;
        }

        /// Whether it needs some.
        public boolean isMiddling() {
            return text.text().length() > 8 && !isLong();
        }
    }
}
