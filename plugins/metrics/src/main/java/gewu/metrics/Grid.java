package gewu.metrics;

import java.util.List;

/// A table of a report: its caption, the rows that name columns, and the rows below. Every row has the same number of
/// cells; an empty one is where nothing stands.
///
/// @param caption what stands right above
/// @param heads   the rows of column names; may be empty
record Grid(String caption, List<List<Cell>> heads, List<List<Cell>> rows) {
    Grid {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /// One cell.
    ///
    /// @param text  its clean words
    /// @param start first UTF-16 unit in the source text
    /// @param end   end, exclusive; equal to `start` for an empty cell
    record Cell(String text, int start, int end) {
        static Cell empty(int at) {
            return new Cell("", at, at);
        }

        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /// Where its first row begins in the source text.
    int start() {
        return rows.getFirst().getFirst().start();
    }

    int columns() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /// The whole name of a column: what its head cells say from above to below.
    String nameOf(int column) {
        StringBuilder name = new StringBuilder();
        for (List<Cell> head : heads) {
            String words = head.get(column).text();
            if (!name.toString().endsWith(words)) {
                name.append(words);
            }
        }
        return name.toString();
    }
}
