package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The rows of a table of a Rich Text document until it ends. For one thread.
///
/// A row says where each of its cells ends, in twips (1/1440 inch); which columns a cell spans shows only beside the
/// other rows.
final class RtfTable {
    private static final int MAX_CELLS = 500_000;
    private static final int MAX_COLUMNS = 1_000;
    /// Edges as near as two millimetres are one.
    private static final int SAME_EDGE = 113;

    private static final int USUAL_WIDTH = 1_000;

    private final List<Row> rows = new ArrayList<>();
    private List<Place> places = new ArrayList<>();
    private List<Flow> cells = new ArrayList<>();
    private Flow cell = new Flow();
    private Place place = new Place();
    private boolean isHead;
    private int count;

    /// One cell as a row defines it.
    private static final class Place {
        int right;
        boolean goesOnFromLeft;
        boolean goesOnFromAbove;
    }

    private record Row(List<Place> places, List<Flow> cells, boolean isHead) {}

    /// A row's definition begins.
    void beginDefinition() {
        places = new ArrayList<>();
        place = new Place();
        isHead = false;
    }

    void isHead() {
        isHead = true;
    }

    void mergesRight() {
        place.goesOnFromLeft = false;
    }

    void isMergedLeft() {
        place.goesOnFromLeft = true;
    }

    void mergesDown() {
        place.goesOnFromAbove = false;
    }

    void isMergedUp() {
        place.goesOnFromAbove = true;
    }

    /// A cell's definition ends with its right edge.
    void endDefinition(int right) {
        if (places.size() < MAX_COLUMNS) {
            place.right = right;
            places.add(place);
        }
        place = new Place();
    }

    /// The words of the cell that is open.
    Flow cell() {
        return cell;
    }

    void endCell() throws Unreadable {
        cell.endLine();
        cells.add(cell);
        cell = new Flow();
        if (++count > MAX_CELLS) {
            throw new Unreadable(
                    "A table has more than " + MAX_CELLS + " cells.", "Split the file and import its parts.");
        }
    }

    void endRow() throws Unreadable {
        if (cell.hasWords()) {
            endCell();
        }
        if (!cells.isEmpty()) {
            rows.add(new Row(placesOf(cells.size()), cells, isHead));
        }
        cells = new ArrayList<>();
    }

    /// Adds the rows gathered so far as a table, and is empty then. A row that never ended is one all the same.
    void writeTo(Flow flow) throws Unreadable {
        if (!cells.isEmpty() || cell.hasWords()) {
            endRow();
        }
        if (rows.isEmpty()) {
            return;
        }
        flow.endLine();
        List<Integer> edges = edges();
        Grid grid = new Grid(flow);
        for (Row row : rows) {
            write(row, edges, grid, flow);
        }
        grid.finish();
        rows.clear();
        count = 0;
    }

    private static void write(Row row, List<Integer> edges, Grid grid, Flow flow) throws Unreadable {
        grid.beginRow(0);
        int column = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            int next = columnOf(edges, row.places().get(i).right) + 1;
            while (i + 1 < row.cells().size()
                    && row.places().get(i + 1).goesOnFromLeft
                    && !row.cells().get(i + 1).hasWords()) {
                i++;
                next = columnOf(edges, row.places().get(i).right) + 1;
            }
            int first = firstOfMerged(row, i);
            int span = Math.max(1, next - column);
            boolean isTaken = row.places().get(first).goesOnFromAbove
                    && !row.cells().get(first).hasWords()
                    && grid.goOnFromAbove(span);
            if (!isTaken) {
                grid.beginCell(span);
                flow.append(row.cells().get(first));
                grid.endCell();
            }
            column += span;
        }
        grid.endRow(row.isHead());
    }

    /// The cell whose words stand for those merged into it from the right.
    private static int firstOfMerged(Row row, int last) {
        int first = last;
        while (first > 0
                && row.places().get(first).goesOnFromLeft
                && !row.cells().get(first).hasWords()) {
            first--;
        }
        return first;
    }

    /// The edges of all rows, from left to right; of edges that nearly meet, the last.
    private List<Integer> edges() {
        TreeSet<Integer> all = new TreeSet<>();
        rows.forEach(row -> row.places().forEach(its -> all.add(its.right)));
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (!edges.isEmpty() && edge - edges.getLast() <= SAME_EDGE) {
                edges.removeLast();
            }
            edges.add(edge);
        }
        return edges;
    }

    private static int columnOf(List<Integer> edges, int edge) {
        int column = 0;
        while (column < edges.size() - 1 && edges.get(column) < edge) {
            column++;
        }
        return column;
    }

    /// As many places as there are cells: what a row forgot to define goes on to the right.
    private List<Place> placesOf(int cells) {
        List<Place> its = new ArrayList<>(places.subList(0, Math.min(cells, places.size())));
        while (its.size() < cells) {
            Place more = new Place();
            more.right = (its.isEmpty() ? 0 : its.getLast().right) + USUAL_WIDTH;
            its.add(more);
        }
        return its;
    }
}
