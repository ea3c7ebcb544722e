package gewu.api.report;

import java.util.List;
import java.util.Optional;

/// A table as it stands in the source text: each row a line, its cells parted by tabs.
///
/// @param number  from 1, in reading order
/// @param start   first UTF-16 unit in the source text
/// @param end     end, exclusive; a table that runs over several pages is one
/// @param rows    how many
/// @param columns how many
/// @param cells   row by row; a merged cell stands once, at its first row and column
public record Table(int number, int start, int end, int rows, int columns, List<Cell> cells) {
    public Table {
        cells = List.copyOf(cells);
    }

    /// One cell.
    ///
    /// @param row        first row, from 1
    /// @param column     first column, from 1
    /// @param rowSpan    over how many rows it reaches; at least 1
    /// @param columnSpan over how many columns it reaches; at least 1
    /// @param head       whether it names a row or a column
    /// @param start      first UTF-16 unit in the source text
    /// @param end        end, exclusive; equal to `start` for an empty cell
    public record Cell(int row, int column, int rowSpan, int columnSpan, boolean head, int start, int end) {
        /// Whether the cell covers this place.
        public boolean covers(int atRow, int atColumn) {
            return atRow >= row && atRow < row + rowSpan && atColumn >= column && atColumn < column + columnSpan;
        }
    }

    /// The cell that covers a place, both from 1; empty where a broken table has none.
    public Optional<Cell> cell(int row, int column) {
        return cells.stream().filter(it -> it.covers(row, column)).findFirst();
    }

    /// The cells that name what stands at a place: the heads above it and those at its left, outermost first.
    public List<Cell> heads(Cell of) {
        return cells.stream()
                .filter(it -> it.head() && !it.equals(of))
                .filter(it -> isAbove(it, of) || isLeft(it, of))
                .toList();
    }

    private static boolean isAbove(Cell head, Cell of) {
        return head.row() < of.row() && head.column() <= of.column() && of.column() < head.column() + head.columnSpan();
    }

    private static boolean isLeft(Cell head, Cell of) {
        return head.column() < of.column() && head.row() <= of.row() && of.row() < head.row() + head.rowSpan();
    }
}
