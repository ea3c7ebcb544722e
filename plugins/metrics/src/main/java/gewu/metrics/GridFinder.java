package gewu.metrics;

import gewu.api.report.CleanText;
import gewu.api.report.Report;
import gewu.api.report.Table;
import gewu.metrics.Grid.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the tables of a report: those an importer gives cell by cell, and those flattened into text as rows of cells
/// parted by tabs or bars, or as one cell a line.
final class GridFinder {
    private static final Pattern RULER = Pattern.compile("[|\\-—–:+ =]*");
    private static final int LONGEST_CELL = 30;
    private static final int LONGEST_CAPTION = 80;
    private static final int LEAST_COLUMNS = 2;

    private final Pack pack;
    private final Report report;
    private final String text;

    /// The clean words of lines already looked at, by the number of the line.
    private final Map<Integer, String> words = new HashMap<>();

    /// A line of the source, white space trimmed.
    private record Line(int start, int end) {
        boolean isLong() {
            return end - start > LONGEST_CELL;
        }
    }

    private GridFinder(Pack pack, Report report) {
        this.pack = pack;
        this.report = report;
        this.text = report.text();
    }

    /// The tables, in reading order.
    static List<Grid> in(Pack pack, Report report) {
        GridFinder it = new GridFinder(pack, report);
        List<Grid> found = new ArrayList<>();
        for (Table table : report.source().tables()) {
            it.grid(table).ifPresent(found::add);
        }
        found.addAll(it.flattened());
        return List.copyOf(found);
    }

    private Optional<Grid> grid(Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                cells.add(Cell.empty(table.start()));
            }
            rows.add(cells);
        }
        for (Table.Cell cell : table.cells()) {
            Cell it = cell(cell.start(), cell.end());
            for (int row = cell.row(); row < cell.row() + cell.rowSpan() && row <= table.rows(); row++) {
                for (int column = cell.column();
                        column < cell.column() + cell.columnSpan() && column <= table.columns();
                        column++) {
                    rows.get(row - 1).set(column - 1, it);
                }
            }
        }
        return cut(captionAbove(table.start()), rows);
    }

    private Cell cell(int start, int end) {
        return new Cell(CleanText.of(text, start, end).text().replace(" ", ""), start, end);
    }

    private String captionAbove(int at) {
        int end = at;
        for (int lines = 0; lines < 3 && end > 0; ) {
            int begin = text.lastIndexOf('\n', end - 1) + 1;
            String line = CleanText.of(text, begin, end).text();
            if (!line.isBlank()) {
                return line.length() > LONGEST_CAPTION ? "" : line;
            }
            end = Math.max(0, begin - 1);
            lines++;
        }
        return "";
    }

    /// Parts the head rows from those below; empty if the rows are no table of figures.
    private Optional<Grid> cut(String caption, List<List<Cell>> rows) {
        int below = 0;
        while (below < rows.size() && !holdsValue(rows.get(below))) {
            below++;
        }
        if (below == rows.size() || rows.getFirst().size() < LEAST_COLUMNS) {
            return Optional.empty();
        }
        int heads = 0;
        while (heads < below && isHead(rows.get(heads))) {
            heads++;
        }
        return Optional.of(new Grid(caption, rows.subList(0, heads), rows.subList(heads, rows.size())));
    }

    private boolean holdsValue(List<Cell> row) {
        return row.stream()
                .filter(it -> !isYear(it.text()))
                .anyMatch(it -> CellValue.read(pack, it.text()).isPresent());
    }

    private static boolean isYear(String words) {
        return words.matches("(?:19|20)\\d\\d");
    }

    private static boolean isHead(List<Cell> row) {
        return row.stream().allMatch(it -> it.text().length() <= LONGEST_CELL);
    }

    // Flattened

    private List<Grid> flattened() {
        List<Line> lines = lines();
        List<Grid> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = rowsFrom(lines, at);
            if (end > at) {
                found.addAll(rowGrids(lines.subList(at, end)));
                at = end;
            } else {
                Optional<CellLines> cells = CellLines.hasHead(pack, texts(lines, at, CellLines.MOST_COLUMNS))
                        ? CellLines.from(pack, texts(lines, at, CellLines.MOST))
                        : Optional.empty();
                if (cells.isPresent()) {
                    found.add(stacked(lines, at, cells.get()));
                    at += cells.get().taken();
                } else {
                    at++;
                }
            }
        }
        return found;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Table> tables = report.source().tables();
        int table = 0;
        int at = 0;
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            int end = stop < 0 ? text.length() : stop;
            int next = end + 1;
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\r' || text.charAt(at) == '\u3000')) {
                at++;
            }
            while (end > at
                    && (text.charAt(end - 1) == ' '
                            || text.charAt(end - 1) == '\r'
                            || text.charAt(end - 1) == '\u3000')) {
                end--;
            }
            while (table < tables.size() && tables.get(table).end() <= at) {
                table++;
            }
            boolean inTable = table < tables.size() && tables.get(table).start() <= at;
            if (at < end && !inTable) {
                lines.add(new Line(at, end));
            }
            at = next;
        }
        return lines;
    }

    /// The words of the lines that may be the cells of one table, one a line.
    private List<String> texts(List<Line> lines, int from, int most) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < lines.size() && texts.size() < most; i++) {
            Line line = lines.get(i);
            if (line.isLong() || isParted(line)) {
                break;
            }
            texts.add(
                    words.computeIfAbsent(i, _ -> cell(line.start(), line.end()).text()));
            if (texts.size() == 1 && !CellLines.mayBegin(texts.getFirst())) {
                break;
            }
        }
        return texts;
    }

    private Grid stacked(List<Line> lines, int at, CellLines cells) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Integer> row : cells.rows()) {
            List<Cell> made = new ArrayList<>();
            for (int index : row) {
                Line line = lines.get(at + Math.max(index, 0));
                made.add(index < 0 ? Cell.empty(line.start()) : cell(line.start(), line.end()));
            }
            rows.add(made);
        }
        return new Grid(captionAbove(lines.get(at).start()), rows.subList(0, 1), rows.subList(1, rows.size()));
    }

    /// The end of the run of rows that begins at a line; the line itself if it is no row.
    private int rowsFrom(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && (isParted(lines.get(at)) || at > from && isRuler(lines.get(at)))) {
            at++;
        }
        return at - from > 1 ? at : from;
    }

    private boolean isRuler(Line line) {
        return RULER.matcher(text).region(line.start(), line.end()).matches();
    }

    /// Whether a tab or a bar parts a line.
    private boolean isParted(Line line) {
        return markOf(line) != 0;
    }

    private char markOf(Line line) {
        char found = 0;
        for (int at = line.start(); at < line.end(); at++) {
            char c = text.charAt(at);
            if (c == '\t') {
                return c;
            }
            if (c == '|' && at > line.start() && at + 1 < line.end()) {
                found = c;
            }
        }
        return found;
    }

    /// The cells of a line that tabs, else bars, part.
    private List<Cell> parted(Line line) {
        char mark = markOf(line);
        int from = line.start();
        int to = line.end();
        if (mark == '|') {
            from += from < to && text.charAt(from) == '|' ? 1 : 0;
            to -= to > from && text.charAt(to - 1) == '|' ? 1 : 0;
        }
        List<Cell> cells = new ArrayList<>();
        for (int at = from; at <= to; ) {
            int end = at;
            while (end < to && text.charAt(end) != mark) {
                end++;
            }
            cells.add(trimmed(at, end));
            at = end + 1;
        }
        return cells;
    }

    private Cell trimmed(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && CleanText.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && CleanText.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return cell(from, to);
    }

    /// One run of rows may hold several tables, told apart by the number of their cells.
    private List<Grid> rowGrids(List<Line> lines) {
        List<Grid> found = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        int start = lines.getFirst().start();
        for (Line line : lines) {
            if (isRuler(line)) {
                continue;
            }
            List<Cell> row = parted(line);
            boolean lastBlank =
                    !rows.isEmpty() && row.size() + 1 == rows.getFirst().size();
            if (lastBlank && text.charAt(line.end() - 1) == '|') {
                row.add(Cell.empty(line.end()));
            }
            if (!rows.isEmpty() && rows.getFirst().size() != row.size()) {
                cut(captionAbove(start), rows).ifPresent(found::add);
                rows = new ArrayList<>();
                start = line.start();
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            cut(captionAbove(start), rows).ifPresent(found::add);
        }
        return found;
    }
}
