package gewu.kernel.page;

import java.util.List;

/// A table of a page.
///
/// @param edges   the left sides of its columns and the right side of the last
/// @param ruled   whether lines show it; else only alignment does
/// @param cells   row by row
record SetTable(double top, double bottom, List<Double> edges, int rows, boolean ruled, List<SetCell> cells) {
    SetTable {
        edges = List.copyOf(edges);
        cells = List.copyOf(cells);
    }

    int columns() {
        return edges.size() - 1;
    }

    /// A cell; rows and columns count from 1.
    record SetCell(int row, int column, int rowSpan, int columnSpan, List<SetLine> lines) {
        SetCell {
            lines = List.copyOf(lines);
        }

        String words() {
            StringBuilder words = new StringBuilder();
            lines.forEach(line -> words.append(line.text()));
            return words.toString();
        }

        SetCell below(int rows) {
            return new SetCell(row + rows, column, rowSpan, columnSpan, lines);
        }
    }
}
