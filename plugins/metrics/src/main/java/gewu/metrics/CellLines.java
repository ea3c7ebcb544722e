package gewu.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Lays out a table of which each cell became a line of its own: the names of the columns, then row after row.
///
/// A row ends with its values. The names before them may be fewer than the columns, where a cell reached over several
/// rows; they then fill the columns of names from the right. A row whose values are not as many as the columns is left
/// out, as nobody can tell which is missing.
///
/// @param rows  the column names, then the rows, as numbers of lines; -1 for an empty cell
/// @param taken how many lines the table takes
record CellLines(List<List<Integer>> rows, int taken) {
    static final int MOST = 600;
    static final int MOST_COLUMNS = 20;
    private static final int LONGEST_FIRST = 10;
    private static final int LEAST_VALUES = 2;

    /// Whether a line may be the first column name of a table.
    static boolean mayBegin(String line) {
        if (line.isEmpty() || line.length() > LONGEST_FIRST) {
            return false;
        }
        Column.Kind kind = Column.named(line).kind();
        return kind == Column.Kind.SERIAL || kind == Column.Kind.LABEL;
    }

    /// Whether these lines begin with the column names of a table of figures.
    static boolean hasHead(Pack pack, List<String> lines) {
        return valuesOf(columns(pack, lines)) >= LEAST_VALUES;
    }

    /// The table that begins with the first of these lines; empty if there is none.
    static Optional<CellLines> from(Pack pack, List<String> lines) {
        List<Column> columns = columns(pack, lines);
        int values = valuesOf(columns);
        return values < LEAST_VALUES ? Optional.empty() : new Layout(pack, lines, columns, values).lay();
    }

    private static List<Column> columns(Pack pack, List<String> lines) {
        List<Column> columns = new ArrayList<>();
        if (lines.isEmpty() || !mayBegin(lines.getFirst())) {
            return columns;
        }
        while (columns.size() < Math.min(lines.size(), MOST_COLUMNS) && isName(pack, lines, columns)) {
            columns.add(Column.named(lines.get(columns.size())));
        }
        return columns;
    }

    private static int valuesOf(List<Column> columns) {
        return (int) columns.stream().filter(it -> it.kind().isValue()).count();
    }

    /// Column names go on until a line is neither; the first row begins with a name of its own.
    private static boolean isName(Pack pack, List<String> lines, List<Column> columns) {
        String line = lines.get(columns.size());
        Column column = Column.named(line);
        boolean valuesBegan = columns.stream().anyMatch(it -> it.kind().isValue());
        if (CellValue.read(pack, line).isPresent() || column.kind() == Column.Kind.OTHER) {
            return false;
        }
        return column.kind().isValue() || !valuesBegan;
    }

    private static final class Layout {
        private final Pack pack;
        private final List<String> lines;
        private final List<Column> columns;
        private final int values;
        private final int names;
        private final boolean serial;
        private final List<List<Integer>> rows = new ArrayList<>();

        Layout(Pack pack, List<String> lines, List<Column> columns, int values) {
            this.pack = pack;
            this.lines = lines;
            this.columns = columns;
            this.values = values;
            this.names = columns.size() - values;
            this.serial = columns.getFirst().kind() == Column.Kind.SERIAL;
        }

        Optional<CellLines> lay() {
            List<Integer> head = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                head.add(i);
            }
            rows.add(head);
            int at = columns.size();
            int taken = at;
            while (at < lines.size()) {
                List<Integer> labels = new ArrayList<>();
                if (serial && isNumber(at)) {
                    labels.add(at);
                    at++;
                }
                while (at < lines.size() && labels.size() <= names + 1 && !isValue(at)) {
                    labels.add(at);
                    at++;
                }
                List<Integer> found = new ArrayList<>();
                while (at < lines.size() && isValue(at) && found.size() < values) {
                    found.add(at);
                    at++;
                }
                if (labels.size() > names + 1 || labels.isEmpty() || found.isEmpty()) {
                    break;
                }
                if (found.size() == values) {
                    rows.add(row(labels, found));
                }
                taken = at;
            }
            return rows.size() > 1 ? Optional.of(new CellLines(rows, taken)) : Optional.empty();
        }

        private List<Integer> row(List<Integer> labels, List<Integer> found) {
            int missing = Math.max(0, names - labels.size());
            List<Integer> row = new ArrayList<>(Collections.nCopies(missing, -1));
            row.addAll(labels.subList(Math.max(0, labels.size() - names), labels.size()));
            row.addAll(found);
            return row;
        }

        private boolean isValue(int at) {
            return CellValue.read(pack, lines.get(at)).isPresent() || CellValue.isBlank(lines.get(at));
        }

        private boolean isNumber(int at) {
            return lines.get(at).matches("\\d{1,3}");
        }
    }
}
