package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sheet of a workbook: what its cells show, kept close together until all is known about merged and hidden cells.
/// For one thread. Rows and columns count from 0.
final class Sheet {
    static final int MAX_COLUMNS = 16_384;
    private static final int MAX_CELLS = 2_000_000;
    private static final int MAX_CHARACTERS = 30_000_000;
    private static final int MAX_MERGED = 200_000;
    private static final int MAX_TITLES = 20;

    private final String name;
    private final StringBuilder characters = new StringBuilder();
    private int[] rows = new int[256];
    private int[] columns = new int[256];
    private int[] ends = new int[256];
    private int count;
    private boolean isInOrder = true;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Merged> merged = new ArrayList<>();

    Sheet(String name) {
        this.name = name;
    }

    /// Cells that look like one; the words are those of the first.
    record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    /// @param to inclusive
    void hideColumns(int from, int to) {
        if (from >= 0 && from <= to) {
            hiddenColumns.set(from, Math.min(to, MAX_COLUMNS) + 1);
        }
    }

    void merge(Merged its) throws Unreadable {
        if (its.firstRow() <= its.lastRow()
                && its.firstColumn() <= its.lastColumn()
                && its.firstRow() >= 0
                && its.firstColumn() >= 0) {
            merged.add(its);
        }
        if (merged.size() > MAX_MERGED) {
            throw tooLarge("more than " + MAX_MERGED + " merged cells");
        }
    }

    /// Keeps what a cell shows, unless that is nothing.
    void add(int row, int column, CharSequence shown) throws Unreadable {
        if (row < 0 || column < 0 || column >= MAX_COLUMNS || shown.toString().isBlank()) {
            return;
        }
        if (count == rows.length) {
            int more = count * 2;
            rows = Arrays.copyOf(rows, more);
            columns = Arrays.copyOf(columns, more);
            ends = Arrays.copyOf(ends, more);
        }
        isInOrder &= count == 0 || row > rows[count - 1] || (row == rows[count - 1] && column > columns[count - 1]);
        characters.append(shown);
        rows[count] = row;
        columns[count] = column;
        ends[count] = characters.length();
        count++;
        if (count > MAX_CELLS) {
            throw tooLarge("more than " + MAX_CELLS + " cells");
        }
        if (characters.length() > MAX_CHARACTERS) {
            throw tooLarge("more than " + MAX_CHARACTERS + " characters");
        }
    }

    /// Adds the sheet's name, its titles and its table; nothing for an empty sheet.
    void writeTo(Flow flow) throws Unreadable {
        List<Row> seen = seenRows();
        BitSet used = usedColumns(seen);
        if (seen.isEmpty() || used.isEmpty()) {
            return;
        }
        int[] places = used.stream().toArray();
        if ((long) places.length * seen.size() > MAX_CELLS) {
            throw tooLarge(
                    seen.size() + " rows and " + places.length + " columns; at most " + MAX_CELLS + " cells are read");
        }
        flow.words(name);
        flow.endLine();
        int first = 0;
        int last = seen.size();
        if (places.length > 1) {
            while (first < Math.min(last, MAX_TITLES) && isTitle(seen.get(first), seen)) {
                paragraph(seen.get(first++), flow);
            }
            while (last > Math.max(first, seen.size() - MAX_TITLES) && isAcross(seen.get(last - 1), places)) {
                last--;
            }
        }
        if (first < last) {
            table(seen.subList(first, last), places, flow);
        }
        for (Row row : seen.subList(last, seen.size())) {
            paragraph(row, flow);
        }
    }

    /// A row that shows something.
    ///
    /// @param from   its first cell in `order`
    /// @param to     end, exclusive
    private record Row(int number, int[] order, int from, int to) {}

    private List<Row> seenRows() {
        int[] order = order();
        List<Row> seen = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int number = rows[order[from]];
            int to = from;
            boolean shows = false;
            while (to < count && rows[order[to]] == number) {
                shows |= !hiddenColumns.get(columns[order[to]]);
                to++;
            }
            if (shows && !hiddenRows.get(number)) {
                seen.add(new Row(number, order, from, to));
            }
            from = to;
        }
        return seen;
    }

    private int[] order() {
        Integer[] order = new Integer[isInOrder ? 0 : count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingInt(i -> rows[i]).thenComparingInt(i -> columns[i]));
        int[] plain = new int[count];
        Arrays.setAll(plain, i -> isInOrder ? i : order[i]);
        return plain;
    }

    private BitSet usedColumns(List<Row> seen) {
        BitSet filled = new BitSet();
        for (Row row : seen) {
            for (int i = row.from(); i < row.to(); i++) {
                filled.set(columns[row.order()[i]]);
            }
        }
        BitSet used = new BitSet();
        if (!filled.isEmpty()) {
            used.set(filled.nextSetBit(0), filled.length());
            used.andNot(hiddenColumns);
        }
        return used;
    }

    /// A row above the table that shows one thing only, unless that is the first storey of a head.
    private boolean isTitle(Row row, List<Row> seen) {
        if (row.to() - row.from() != 1 || seen.getLast() == row) {
            return false;
        }
        Merged its = mergedFrom(row.number(), columns[row.order()[row.from()]]);
        return its == null || its.lastRow() == its.firstRow() || its.lastColumn() > its.firstColumn();
    }

    private boolean isAcross(Row row, int[] places) {
        if (row.to() - row.from() != 1) {
            return false;
        }
        Merged its = mergedFrom(row.number(), columns[row.order()[row.from()]]);
        return its != null && its.firstColumn() <= places[0] && its.lastColumn() >= places[places.length - 1];
    }

    private @Nullable Merged mergedFrom(int row, int column) {
        for (Merged its : merged) {
            if (its.firstRow() == row && its.firstColumn() == column) {
                return its;
            }
        }
        return null;
    }

    private void paragraph(Row row, Flow flow) throws Unreadable {
        for (int i = row.from(); i < row.to(); i++) {
            int cell = row.order()[i];
            flow.words(characters.substring(cell == 0 ? 0 : ends[cell - 1], ends[cell]));
        }
        flow.endLine();
    }

    private void table(List<Row> seen, int[] places, Flow flow) throws Unreadable {
        int[] numbers = seen.stream().mapToInt(Row::number).toArray();
        List<Merged> waiting = new ArrayList<>(merged);
        waiting.sort(Comparator.comparingInt(Merged::firstRow));
        List<Merged> open = new ArrayList<>();
        Merged[] above = new Merged[places[places.length - 1] + 1];
        int next = 0;
        Grid grid = new Grid(flow);
        for (Row row : seen) {
            open.removeIf(it -> it.lastRow() < row.number());
            for (; next < waiting.size() && waiting.get(next).firstRow() <= row.number(); next++) {
                if (waiting.get(next).lastRow() >= row.number()) {
                    open.add(waiting.get(next));
                }
            }
            Arrays.fill(above, null);
            for (Merged its : open) {
                int from = Math.min(its.firstColumn(), above.length);
                Arrays.fill(above, from, Math.min(its.lastColumn() + 1, above.length), its);
            }
            grid.beginRow(0);
            int at = row.from();
            for (int place = 0; place < places.length; place++) {
                while (at < row.to() && columns[row.order()[at]] < places[place]) {
                    at++;
                }
                int cell = at < row.to() && columns[row.order()[at]] == places[place] ? row.order()[at] : -1;
                Merged its = above[places[place]];
                if (its == null) {
                    grid.beginCell(1);
                    write(cell, flow);
                    grid.endCell();
                } else if (isFirstSeen(its, row.number(), places, place, numbers)) {
                    int across = between(places, its.firstColumn(), its.lastColumn());
                    grid.beginCell(across, between(numbers, its.firstRow(), its.lastRow()));
                    write(cell >= 0 ? cell : hiddenWords(its), flow);
                    grid.endCell();
                    place += across - 1;
                } else {
                    grid.skip(1);
                }
            }
            grid.endRow(false);
        }
        grid.finish();
    }

    private static boolean isFirstSeen(Merged its, int row, int[] places, int place, int[] numbers) {
        boolean isLeft = place == 0 || places[place - 1] < its.firstColumn();
        int at = Arrays.binarySearch(numbers, row);
        return isLeft && (at == 0 || numbers[at - 1] < its.firstRow());
    }

    /// How many of the sorted numbers lie between two, both inclusive.
    private static int between(int[] sorted, int from, int to) {
        int low = Arrays.binarySearch(sorted, from);
        int high = Arrays.binarySearch(sorted, to);
        return (high < 0 ? -high - 1 : high + 1) - (low < 0 ? -low - 1 : low);
    }

    /// The words of a merged cell whose first row or column is hidden.
    private int hiddenWords(Merged its) {
        if (hiddenRows.get(its.firstRow()) || hiddenColumns.get(its.firstColumn())) {
            for (int i = 0; i < count; i++) {
                if (rows[i] == its.firstRow() && columns[i] == its.firstColumn()) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void write(int cell, Flow flow) throws Unreadable {
        if (cell < 0) {
            return;
        }
        for (int i = cell == 0 ? 0 : ends[cell - 1]; i < ends[cell]; i++) {
            char c = characters.charAt(i);
            if (c == '\n' || c == '\r') {
                flow.endLine();
            } else {
                flow.word(c);
            }
        }
    }

    private Unreadable tooLarge(String how) {
        return new Unreadable(
                "The sheet “" + name + "” is too large: it has " + how + ".",
                "Delete what does not belong to the report, or split the workbook, then import the parts.");
    }
}
