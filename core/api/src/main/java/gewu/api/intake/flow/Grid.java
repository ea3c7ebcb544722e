package gewu.api.intake.flow;

import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table as it grows, row by row, inside a [Flow]. For one thread.
public final class Grid {
    private static final int MAX_SPAN = 1_000;
    private static final int DEEPEST_HEAD = 3;

    private final Flow flow;
    private final int start;
    private final List<Spot> spots = new ArrayList<>();
    private final Map<Integer, Spot> lastInColumn = new HashMap<>();
    private int row;
    private int column;
    private int columns;
    private int inRow;
    private int markedHeads;
    private int end;

    public Grid(Flow flow) {
        this.flow = flow;
        this.start = flow.length();
        this.end = start;
    }

    /// One merged or single cell.
    private static final class Spot {
        final int row;
        final int column;
        int columnSpan;
        int rowSpan = 1;
        int start;
        int end;

        Spot(int row, int column, int columnSpan) {
            this.row = row;
            this.column = column;
            this.columnSpan = columnSpan;
        }
    }

    /// Begins a row.
    ///
    /// @param skipped columns left out at its beginning
    public void beginRow(int skipped) {
        row++;
        inRow = 0;
        column = 1 + Math.clamp(skipped, 0, MAX_SPAN);
    }

    /// Ends the row.
    ///
    /// @param isHead whether the file says that it names the columns
    public void endRow(boolean isHead) {
        if (isHead && markedHeads == row - 1) {
            markedHeads = row;
        }
        end = flow.length();
        flow.endRow();
    }

    /// Begins a cell; its words follow in the flow.
    public void beginCell(int span) {
        beginCell(span, 1);
    }

    /// Begins a cell that is known to reach over several rows.
    public void beginCell(int span, int rowSpan) {
        beginCell(span, span, rowSpan);
    }

    /// Begins a cell that takes up fewer places of its row than it reaches over, because the rest follow as places to
    /// skip.
    public void beginCell(int taken, int span, int rowSpan) {
        Spot spot = new Spot(row, column, Math.clamp(span, 1, MAX_SPAN));
        spot.rowSpan = Math.max(1, rowSpan);
        if (inRow++ > 0) {
            flow.nextCell();
        }
        spot.start = flow.beginCell();
        spots.add(spot);
        lastInColumn.put(column, spot);
        advance(Math.clamp(taken, 1, MAX_SPAN));
    }

    /// Ends the cell begun last.
    public void endCell() {
        spots.getLast().end = flow.endCell();
    }

    /// The cell above goes on in this row.
    ///
    /// @return false if there is none above: it is a cell of its own
    public boolean goOnFromAbove(int span) {
        Spot above = lastInColumn.get(column);
        if (above == null || above.row + above.rowSpan != row) {
            return false;
        }
        above.rowSpan++;
        advance(above.columnSpan);
        return true;
    }

    /// The cell before goes on over these columns.
    public void goOnFromLeft(int span) {
        if (!spots.isEmpty() && spots.getLast().row == row) {
            spots.getLast().columnSpan += Math.clamp(span, 1, MAX_SPAN);
            advance(Math.clamp(span, 1, MAX_SPAN));
        }
    }

    /// Leaves places empty that a cell above or nobody covers.
    public void skip(int span) {
        advance(Math.clamp(span, 0, MAX_SPAN));
    }

    /// Keeps the table, unless it has no cell.
    public void finish() {
        if (spots.isEmpty()) {
            return;
        }
        int headRows = markedHeads > 0 ? markedHeads : guessedHeads();
        boolean headColumn = namesRows(headRows);
        List<Table.Cell> cells = new ArrayList<>(spots.size());
        for (Spot spot : spots) {
            boolean isHead = spot.row <= headRows || (headColumn && spot.column == 1);
            int rowSpan = Math.min(spot.rowSpan, row - spot.row + 1);
            int columnSpan = Math.min(spot.columnSpan, columns - spot.column + 1);
            cells.add(new Table.Cell(spot.row, spot.column, rowSpan, columnSpan, isHead, spot.start, spot.end));
        }
        flow.table(start, end, row, columns, cells);
    }

    private void advance(int span) {
        column += span;
        columns = Math.max(columns, column - 1);
    }

    /// The first row names the columns; a first row that is one title over the whole width hands this on to the next,
    /// and a head of two storeys shows by a merged cell in its upper one.
    private int guessedHeads() {
        int first = 1;
        while (first < row && isTitle(first)) {
            first++;
        }
        int deep = 1;
        for (Spot spot : spots) {
            if (spot.row == first) {
                deep = Math.max(deep, spot.rowSpan);
            } else if (spot.row > first) {
                break;
            }
        }
        int heads = first - 1 + (deep > DEEPEST_HEAD ? 1 : deep);
        return row == 1 || heads < row ? heads : 1;
    }

    private boolean isTitle(int number) {
        int cells = 0;
        int span = 0;
        for (Spot spot : spots) {
            if (spot.row == number) {
                cells++;
                span = spot.columnSpan;
            } else if (spot.row > number) {
                break;
            }
        }
        return cells == 1 && span >= columns && columns > 1;
    }

    /// Whether the first column holds names, not figures or counts.
    private boolean namesRows(int headRows) {
        int names = 0;
        int others = 0;
        for (Spot spot : spots) {
            if (spot.column == 1 && spot.row > headRows) {
                if (isName(spot)) {
                    names++;
                } else {
                    others++;
                }
            }
        }
        return columns > 1 && names > 0 && names >= 4 * others;
    }

    private boolean isName(Spot spot) {
        return spot.end > spot.start && spot.end - spot.start <= 60 && flow.hasLetter(spot.start, spot.end);
    }
}
