package gewu.importweb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Where the cells of a table stand: as a browser places them, but without two cells in one place.
final class TableShape {
    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_ROWS = 65_534;
    private static final int MAX_CELLS = 100_000;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Map<Element, Place> places = new HashMap<>();
    private final Map<Element, Boolean> rows = new HashMap<>();
    private int columns;
    private int heads;
    private boolean isOversized;

    private TableShape() {}

    /// Where one cell stands.
    ///
    /// @param column from 1
    record Place(int column, int columnSpan, int rowSpan) {}

    /// The shape of the rows of this table itself, not of tables inside.
    ///
    /// @param leftOut what does not count
    static TableShape of(Element table, Set<Node> leftOut) {
        TableShape shape = new TableShape();
        List<Group> groups = groups(table, leftOut);
        int all = groups.stream().mapToInt(it -> it.rows().size()).sum();
        for (Group group : groups) {
            shape.place(group, group.isHead() && group.rows().size() < all, leftOut);
        }
        return shape;
    }

    /// Rows over whose end no cell reaches.
    private record Group(boolean isHead, List<Element> rows) {}

    private static List<Group> groups(Element table, Set<Node> leftOut) {
        List<Group> groups = new ArrayList<>();
        List<Group> feet = new ArrayList<>();
        for (Element part : table.children()) {
            switch (Looks.name(part)) {
                case "thead" -> groups.add(new Group(true, rowsOf(part, leftOut)));
                case "tbody" -> groups.add(new Group(false, rowsOf(part, leftOut)));
                case "tfoot" -> feet.add(new Group(false, rowsOf(part, leftOut)));
                case "tr" -> groups.add(new Group(false, leftOut.contains(part) ? List.of() : List.of(part)));
                default -> {}
            }
        }
        groups.addAll(feet);
        return groups;
    }

    private static List<Element> rowsOf(Element part, Set<Node> leftOut) {
        if (leftOut.contains(part)) {
            return List.of();
        }
        return part.children().stream()
                .filter(it -> Looks.name(it).equals("tr") && !leftOut.contains(it))
                .toList();
    }

    /// The cells of a row that are seen.
    static List<Element> cellsOf(Element row, Set<Node> leftOut) {
        return row.children().stream()
                .filter(it -> Looks.name(it).equals("td") || Looks.name(it).equals("th"))
                .filter(it -> !leftOut.contains(it))
                .toList();
    }

    private void place(Group group, boolean isHead, Set<Node> leftOut) {
        List<List<Element>> cells = new ArrayList<>();
        int[] kept = new int[group.rows().size() + 1]; // how many rows with cells stand above each
        for (int i = 0; i < group.rows().size(); i++) {
            List<Element> its = cellsOf(group.rows().get(i), leftOut);
            cells.add(its);
            kept[i + 1] = kept[i] + (its.isEmpty() ? 0 : 1);
        }
        int[] busyUntil = new int[MAX_COLUMNS + 1]; // the first row in which a column is free again
        for (int row = 0; row < cells.size(); row++) {
            if (cells.get(row).isEmpty()) {
                continue;
            }
            boolean names = isHead
                    || cells.get(row).stream().allMatch(it -> Looks.name(it).equals("th"));
            rows.put(group.rows().get(row), names);
            heads += names ? 1 : 0;
            place(cells.get(row), row, busyUntil, kept);
            if (rows.size() > MAX_ROWS || places.size() > MAX_CELLS) {
                isOversized = true;
            }
            if (isOversized) {
                return;
            }
        }
    }

    private void place(List<Element> cells, int row, int[] busyUntil, int[] kept) {
        int column = 1;
        for (Element cell : cells) {
            while (column <= MAX_COLUMNS && busyUntil[column] > row) {
                column++;
            }
            if (column > MAX_COLUMNS) {
                isOversized = true;
                return;
            }
            int down = span(cell, "rowspan");
            int end = down == 0 ? kept.length - 1 : Math.min(row + down, kept.length - 1);
            int wide = Math.max(1, span(cell, "colspan"));
            int next = column;
            while (next <= MAX_COLUMNS && next < column + wide && busyUntil[next] <= row) {
                busyUntil[next++] = end;
            }
            places.put(cell, new Place(column, next - column, Math.max(1, kept[end] - kept[row])));
            columns = Math.max(columns, next - 1);
            column = next;
        }
    }

    /// What an attribute says, within sane limits; 0 means to the end.
    private static int span(Element cell, String name) {
        String digits = cell.attr(name).strip();
        if (digits.isEmpty() || !DIGITS.matcher(digits).matches()) {
            return 1;
        }
        return digits.length() > 5 ? MAX_ROWS : Integer.parseInt(digits);
    }

    Collection<Element> cells() {
        return places.keySet();
    }

    int rows() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    /// Whether it is larger than any table people can read.
    boolean isOversized() {
        return isOversized;
    }

    /// Whether a row belongs to this table and has cells.
    boolean hasRow(Element row) {
        return rows.containsKey(row);
    }

    /// Whether the page says that a row names the columns.
    boolean isHead(Element row) {
        return heads < rows.size() && rows.getOrDefault(row, false);
    }

    boolean hasCell(Element cell) {
        return places.containsKey(cell);
    }

    Place place(Element cell) {
        return places.getOrDefault(cell, new Place(1, 1, 1));
    }
}
