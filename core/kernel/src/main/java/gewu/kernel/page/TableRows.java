package gewu.kernel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Understands the rows of a table: which of them name columns, and whether a table goes on from the page before.
final class TableRows {
    private static final Pattern FIGURE = Pattern.compile("[-+]?[\\d,，.．]+\\s*[%％‰]?|[-—–/]{1,3}");
    private static final int MOST_HEADS = 4;

    /// Columns that stand this near (in points) are the same column of two pages.
    private static final double SAME_COLUMN = 4;

    /// Recognised heads say the same if this share of their characters does.
    private static final double ALIKE = 0.7;

    private TableRows() {}

    /// How many rows at the top name columns: those above the first row with figures; at least one.
    static int heads(SetTable table) {
        for (int row = 1; row <= Math.min(table.rows(), MOST_HEADS + 1); row++) {
            if (hasFigures(table, row)) {
                return Math.max(1, Math.min(row - 1, reach(table, row - 1)));
            }
        }
        return Math.min(table.rows(), reach(table, 1));
    }

    /// How far the cells of the first row reach down, and no further than `most` unless they do.
    private static int reach(SetTable table, int most) {
        int down = 1;
        for (SetTable.SetCell cell : table.cells()) {
            if (cell.row() == 1) {
                down = Math.max(down, cell.rowSpan());
            }
        }
        return Math.max(down, most);
    }

    private static boolean hasFigures(SetTable table, int row) {
        return table.cells().stream()
                .filter(it -> it.row() == row && it.column() > 1)
                .anyMatch(it -> FIGURE.matcher(it.words().strip()).matches());
    }

    /// Whether the first column names rows: most of its cells hold words, not figures, and others hold figures or more
    /// than one thing.
    static boolean firstColumnNamesRows(SetTable table, int heads) {
        int words = 0;
        int all = 0;
        for (SetTable.SetCell cell : table.cells()) {
            if (cell.column() == 1 && cell.row() > heads) {
                all++;
                String said = cell.words().strip();
                words += !said.isEmpty() && !FIGURE.matcher(said).matches() ? 1 : 0;
            }
        }
        return table.columns() > 1 && all > 0 && words * 2 > all;
    }

    /// Whether `next`, the first thing on its page, goes on with `before`, the last thing on the page before.
    static boolean goOn(SetTable before, SetTable next) {
        if (before.columns() != next.columns() || before.ruled() != next.ruled()) {
            return false;
        }
        for (int i = 0; i < before.edges().size(); i++) {
            if (Math.abs(before.edges().get(i) - next.edges().get(i)) > SAME_COLUMN) {
                return false;
            }
        }
        return true;
    }

    /// How many rows at the top of `next` say again what the heads of `before` say.
    static int repeatedHeads(SetTable before, SetTable next) {
        int heads = heads(before);
        int same = 0;
        while (same < Math.min(heads, next.rows() - 1) && says(before, next, same + 1)) {
            same++;
        }
        return same == heads ? same : 0;
    }

    /// Whether a row of both says the same; recognised words may differ by a character here and there, or be missing.
    private static boolean says(SetTable before, SetTable next, int row) {
        List<String> words = words(before, row);
        List<String> others = words(next, row);
        if (words.equals(others) || words.size() != others.size() || !isRecognised(before, row)) {
            return words.equals(others);
        }
        String one = String.join("", words);
        String other = String.join("", others);
        return other.isEmpty() || common(one, other) >= ALIKE * Math.max(one.length(), other.length());
    }

    private static boolean isRecognised(SetTable table, int row) {
        return table.cells().stream()
                .filter(it -> it.row() == row)
                .flatMap(it -> it.lines().stream())
                .anyMatch(SetLine::isRecognised);
    }

    /// How many characters two rows have in common, in the same order.
    private static int common(String one, String other) {
        int[] lengths = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < other.length(); j++) {
                int above = lengths[j + 1];
                lengths[j + 1] = one.charAt(i) == other.charAt(j) ? diagonal + 1 : Math.max(above, lengths[j]);
                diagonal = above;
            }
        }
        return lengths[other.length()];
    }

    private static List<String> words(SetTable table, int row) {
        return table.cells().stream()
                .filter(it -> it.row() == row)
                .map(it -> it.words().replace(" ", ""))
                .toList();
    }

    /// The lines of the first rows.
    static List<SetLine> linesOf(SetTable table, int rows) {
        List<SetLine> lines = new ArrayList<>();
        table.cells().stream().filter(it -> it.row() <= rows).forEach(it -> lines.addAll(it.lines()));
        return lines;
    }

    /// The table without its first rows.
    static SetTable without(SetTable table, int rows) {
        List<SetTable.SetCell> cells = table.cells().stream()
                .filter(it -> it.row() > rows)
                .map(it -> it.below(-rows))
                .toList();
        return rows == 0
                ? table
                : new SetTable(table.top(), table.bottom(), table.edges(), table.rows() - rows, table.ruled(), cells);
    }
}
