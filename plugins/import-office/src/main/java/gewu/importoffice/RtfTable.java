package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A table on its way into the text: kept row by row until it ends, because only the edges of all its cells tell which
/// columns it has. For one thread.
final class RtfTable {
    private static final int MAX_CELLS = 500_000;

    /// Edges nearer to each other than this are one, in twentieths of a point.
    private static final int SAME_EDGE = 40;

    /// A row that begins as little to the right is not set in.
    private static final int SAME_BEGIN = 200;

    private final List<Row> rows = new ArrayList<>();
    private List<Definition> definitions = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int count;
    private int left;
    private boolean isHead;
    private boolean goesOnFromLeft;
    private boolean goesOnFromAbove;
    private boolean isRowOpen;

    /// @param right edge, in twentieths of a point
    private record Definition(int right, boolean goesOnFromLeft, boolean goesOnFromAbove) {}

    private record Row(int left, List<Definition> definitions, List<String> cells, boolean isHead) {
        boolean hasEdges() {
            int before = left;
            for (Definition definition : definitions) {
                if (definition.right() <= before) {
                    return false;
                }
                before = definition.right();
            }
            return cells.size() <= definitions.size();
        }

        Definition definition(int number) {
            return number < definitions.size() ? definitions.get(number) : new Definition(0, false, false);
        }
    }

    /// A cell at its place; columns count from 0.
    private static final class Spot {
        final int from;
        int to;
        String words;
        final boolean goesOnFromAbove;
        int rowSpan = 1;
        boolean isCovered;

        Spot(int from, int to, String words, boolean goesOnFromAbove) {
            this.from = from;
            this.to = to;
            this.words = words;
            this.goesOnFromAbove = goesOnFromAbove;
        }
    }

    /// Whether words at this place are in a cell even if their paragraph does not say so.
    boolean isRowOpen() {
        return isRowOpen;
    }

    boolean isEmpty() {
        return rows.isEmpty() && cells.isEmpty() && cell.isEmpty();
    }

    /// Begins to define a row, or does so once more.
    void define() {
        definitions = new ArrayList<>();
        left = 0;
        isHead = false;
        goesOnFromLeft = false;
        goesOnFromAbove = false;
        isRowOpen = true;
    }

    void left(int edge) {
        left = edge;
    }

    void head() {
        isHead = true;
    }

    void goesOnFromLeft() {
        goesOnFromLeft = true;
    }

    void goesOnFromAbove() {
        goesOnFromAbove = true;
    }

    void edge(int right) throws Unreadable {
        definitions.add(new Definition(right, goesOnFromLeft, goesOnFromAbove));
        goesOnFromLeft = false;
        goesOnFromAbove = false;
        refuseTooMany(definitions.size());
    }

    void word(char c) {
        isRowOpen = true;
        cell.append(c);
    }

    void endLine() {
        cell.append('\n');
    }

    void endCell() throws Unreadable {
        cells.add(cell.toString());
        cell.setLength(0);
        isRowOpen = true;
        refuseTooMany(++count);
    }

    void endRow() {
        if (!cell.isEmpty() && !cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
        if (!cells.isEmpty()) {
            rows.add(new Row(left, definitions, cells, isHead));
        }
        cells = new ArrayList<>();
        isRowOpen = false;
    }

    /// Adds the table to the text. A row that never ended is one all the same; words that never came into a cell are
    /// a paragraph.
    void writeTo(Flow flow) throws Unreadable {
        flow.endLine();
        String stray = "";
        if (cells.isEmpty()) {
            stray = cell.toString();
            cell.setLength(0);
        }
        endRow();
        if (!rows.isEmpty()) {
            write(placed(), flow);
        }
        write(stray, flow);
        flow.endLine();
    }

    private void write(List<List<Spot>> placed, Flow flow) throws Unreadable {
        Grid grid = new Grid(flow);
        for (int row = 0; row < rows.size(); row++) {
            grid.beginRow(0);
            int at = 0;
            for (Spot spot : placed.get(row)) {
                grid.skip(spot.from - at);
                at = spot.to;
                if (spot.isCovered) {
                    grid.skip(spot.to - spot.from);
                } else {
                    grid.beginCell(spot.to - spot.from, spot.rowSpan);
                    write(spot.words, flow);
                    grid.endCell();
                }
            }
            grid.endRow(rows.get(row).isHead());
        }
        grid.finish();
    }

    private static void write(String words, Flow flow) throws Unreadable {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == '\n') {
                flow.endLine();
            } else {
                flow.word(words.charAt(i));
            }
        }
    }

    private List<List<Spot>> placed() {
        List<Integer> columns = rows.stream().allMatch(Row::hasEdges) ? columns() : List.of();
        List<List<Spot>> placed = new ArrayList<>();
        for (Row row : rows) {
            placed.add(columns.isEmpty() ? byNumber(row) : byEdges(row, columns));
        }
        cover(placed);
        return placed;
    }

    /// Where columns begin; the last number is the right edge of the table.
    private List<Integer> columns() {
        TreeSet<Integer> edges = new TreeSet<>();
        int first = first();
        for (Row row : rows) {
            edges.add(begin(row, first));
            for (Definition definition : row.definitions()) {
                edges.add(definition.right());
            }
        }
        List<Integer> columns = new ArrayList<>();
        for (int edge : edges) {
            if (columns.isEmpty() || edge - columns.getLast() > SAME_EDGE) {
                columns.add(edge);
            }
        }
        return columns;
    }

    private int first() {
        return rows.stream().mapToInt(Row::left).min().orElse(0);
    }

    private static int begin(Row row, int first) {
        return row.left() - first < SAME_BEGIN ? first : row.left();
    }

    private List<Spot> byEdges(Row row, List<Integer> columns) {
        List<Spot> spots = new ArrayList<>();
        int at = column(begin(row, first()), columns);
        for (int i = 0; i < row.cells().size(); i++) {
            Definition definition = row.definition(i);
            int to = Math.max(at + 1, column(definition.right(), columns));
            add(spots, at, to, row.cells().get(i), definition);
            at = to;
        }
        return spots;
    }

    private static List<Spot> byNumber(Row row) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            add(spots, i, i + 1, row.cells().get(i), row.definition(i));
        }
        return spots;
    }

    private static void add(List<Spot> spots, int from, int to, String words, Definition definition) {
        if (!definition.goesOnFromLeft() || spots.isEmpty()) {
            spots.add(new Spot(from, to, words, definition.goesOnFromAbove()));
            return;
        }
        Spot before = spots.getLast();
        before.to = to;
        if (!words.isBlank()) {
            before.words = before.words.isBlank() ? words : before.words + "\n" + words;
        }
    }

    private static int column(int edge, List<Integer> columns) {
        int low = 0;
        int high = columns.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (columns.get(middle) <= edge) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// A cell reaches down over those below that begin in its column and go on from above.
    private static void cover(List<List<Spot>> placed) {
        Map<Integer, Spot> above = Map.of();
        for (List<Spot> row : placed) {
            Map<Integer, Spot> here = new HashMap<>();
            for (Spot spot : row) {
                Spot top = spot.goesOnFromAbove ? above.get(spot.from) : null;
                if (top != null) {
                    top.rowSpan++;
                    spot.isCovered = true;
                    here.put(spot.from, top);
                } else {
                    here.put(spot.from, spot);
                }
            }
            above = here;
        }
    }

    private static void refuseTooMany(int cells) throws Unreadable {
        if (cells > MAX_CELLS) {
            throw new Unreadable(
                    "A table has more than " + MAX_CELLS + " cells.",
                    "Delete what does not belong to the report, or split the file, then import the parts.");
        }
    }
}
