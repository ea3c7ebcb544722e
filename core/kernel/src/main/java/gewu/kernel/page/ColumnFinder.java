package gewu.kernel.page;

import java.util.ArrayList;
import java.util.List;

/// Finds tables without ruling lines: several lines, one below the other, whose words leave the same columns of white
/// between them. Prose never does.
final class ColumnFinder {
    /// Words this far apart (in sizes) stand in different columns.
    private static final double GAP = 1.4;

    /// White that runs through all lines is this wide (in sizes) at least.
    private static final double GUTTER = 0.9;

    private static final int LEAST_LINES = 3;

    /// The words of a table are short; longer ones are prose in two columns.
    private static final double LONGEST_WORDS = 16;

    private ColumnFinder() {}

    /// What stands on a page from top to bottom: [SetLine]s and [SetTable]s.
    static List<Object> tablesAmong(List<SetLine> lines) {
        List<Object> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && parts(lines.get(end)).size() >= 2 && follows(lines, at, end)) {
                end++;
            }
            int taken = end - at >= LEAST_LINES ? longest(lines, at, end, blocks) : 0;
            if (taken == 0) {
                blocks.add(lines.get(at));
                at++;
            } else {
                at += taken;
            }
        }
        return blocks;
    }

    /// Takes as many lines from `from` as form one table.
    ///
    /// @return how many; 0 if none
    private static int longest(List<SetLine> lines, int from, int to, List<Object> blocks) {
        for (int end = to; end - from >= LEAST_LINES; end--) {
            List<SetLine> some = lines.subList(from, end);
            List<Double> edges = edges(some);
            if (edges.size() >= 3 && isTable(some, edges)) {
                blocks.add(table(some, edges));
                return end - from;
            }
        }
        return 0;
    }

    private static boolean follows(List<SetLine> lines, int first, int at) {
        if (at == first) {
            return true;
        }
        SetLine above = lines.get(at - 1);
        SetLine line = lines.get(at);
        return line.top() - above.bottom() < 2.5 * line.size();
    }

    /// The pieces of a line that wide gaps part.
    private static List<SetLine> parts(SetLine line) {
        return line.parts(GAP);
    }

    /// The left sides of the columns and the right side of the last, from the white that runs through all lines.
    private static List<Double> edges(List<SetLine> lines) {
        List<double[]> words = new ArrayList<>();
        double size = 0;
        for (SetLine line : lines) {
            parts(line).forEach(part -> words.add(new double[] {part.left(), part.right()}));
            size = Math.max(size, line.size());
        }
        words.sort((a, b) -> Double.compare(a[0], b[0]));
        List<Double> edges = new ArrayList<>(List.of(words.getFirst()[0]));
        double reach = words.getFirst()[1];
        for (double[] word : words) {
            if (word[0] - reach >= GUTTER * size) {
                edges.add(word[0]);
            }
            reach = Math.max(reach, word[1]);
        }
        edges.add(reach + 1);
        return edges;
    }

    private static boolean isTable(List<SetLine> lines, List<Double> edges) {
        int words = 0;
        int characters = 0;
        for (SetLine line : lines) {
            List<SetLine> parts = parts(line);
            long columns =
                    parts.stream().map(it -> columnOf(it, edges)).distinct().count();
            if (columns < 2) {
                return false;
            }
            words += parts.size();
            characters += line.text().length();
        }
        return (double) characters / words <= LONGEST_WORDS;
    }

    private static int columnOf(SetLine part, List<Double> edges) {
        int column = 0;
        while (column + 2 < edges.size() && part.left() >= edges.get(column + 1) - 0.5) {
            column++;
        }
        return column;
    }

    private static SetTable table(List<SetLine> lines, List<Double> edges) {
        List<SetTable.SetCell> cells = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            List<List<SetLine>> columns = new ArrayList<>();
            for (int i = 0; i + 1 < edges.size(); i++) {
                columns.add(new ArrayList<>());
            }
            for (SetLine part : parts(lines.get(row))) {
                columns.get(columnOf(part, edges)).add(part);
            }
            for (int column = 0; column < columns.size(); column++) {
                cells.add(new SetTable.SetCell(row + 1, column + 1, 1, 1, columns.get(column)));
            }
        }
        return new SetTable(lines.getFirst().top(), lines.getLast().bottom(), edges, lines.size(), false, cells);
    }
}
