package gewu.problems;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The cells of a report's tables with what their heads say: a column 存在问题, or a cell with that word before another.
/// Tables are those of the importer, and lines whose cells are parted by tabs or upright strokes.
final class Cells {
    /// A head of a column is at most as long.
    private static final int HEAD = 14;

    private final List<Span> areas;
    private final List<Cell> cells;

    private Cells(List<Span> areas, List<Cell> cells) {
        this.areas = areas;
        this.cells = cells;
    }

    /// A cell that holds words, in offsets of the source.
    ///
    /// @param row    the same for all cells of a row; unique in the report
    /// @param head   what its head says
    record Cell(int row, int start, int end, Matter matter, String head) {}

    /// A cell at its place.
    private record Placed(int row, int column, int start, int end) {}

    static Cells of(Report report, Headings headings) {
        List<Span> areas = new ArrayList<>();
        List<List<Placed>> grids = new ArrayList<>();
        for (Table table : report.source().tables()) {
            areas.add(new Span(table.start(), table.end()));
            grids.add(table.cells().stream()
                    .map(it -> new Placed(it.row(), it.column(), it.start(), it.end()))
                    .toList());
        }
        addLines(report, areas, grids);
        List<Cell> cells = new ArrayList<>();
        int rows = 0;
        for (List<Placed> grid : grids) {
            rows = new Grid(report.text(), headings, grid, rows).addTo(cells);
        }
        cells.sort(Comparator.comparingInt(Cell::start));
        areas.sort(Comparator.comparingInt(Span::start));
        return new Cells(List.copyOf(areas), List.copyOf(cells));
    }

    /// Consecutive lines of cells are one grid.
    private static void addLines(Report report, List<Span> areas, List<List<Placed>> grids) {
        int known = areas.size();
        List<Placed> grid = new ArrayList<>();
        int row = 0;
        for (Paragraph paragraph : report.paragraphs()) {
            boolean isInTable = areas.subList(0, known).stream()
                    .anyMatch(it -> paragraph.start() >= it.start() && paragraph.start() < it.end());
            List<Placed> cells = isInTable ? List.of() : cellsOf(report.text(), paragraph, row + 1);
            if (cells.size() > 1) {
                areas.add(new Span(paragraph.start(), paragraph.end()));
                grid.addAll(cells);
                row = cells.getLast().row();
            } else if (!grid.isEmpty()) {
                grids.add(List.copyOf(grid));
                grid.clear();
            }
        }
        if (!grid.isEmpty()) {
            grids.add(List.copyOf(grid));
        }
    }

    private static List<Placed> cellsOf(String text, Paragraph paragraph, int first) {
        int from = paragraph.start();
        char part = text.indexOf('\t', from) >= 0 && text.indexOf('\t', from) < paragraph.end() ? '\t' : '|';
        int stroke = text.indexOf(part, from);
        if (stroke < 0 || stroke >= paragraph.end()) {
            return List.of();
        }
        List<Placed> cells = new ArrayList<>();
        int row = first;
        int column = 1;
        int start = from;
        for (int i = from; i <= paragraph.end(); i++) {
            char c = i < paragraph.end() ? text.charAt(i) : '\n';
            if (c == part || c == '\n') {
                if (!text.substring(start, i).isBlank()) {
                    cells.add(new Placed(row, column, start, i));
                }
                column++;
                start = i + 1;
                if (c == '\n') {
                    row++;
                    column = 1;
                }
            }
        }
        return cells;
    }

    /// Whether a place stands in a table.
    boolean holds(int source) {
        int low = 0;
        int high = areas.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span area = areas.get(middle);
            if (area.end() <= source) {
                low = middle + 1;
            } else if (area.start() > source) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /// The cells that begin in a stretch of the source, in reading order.
    List<Cell> between(int start, int end) {
        int low = 0;
        int high = cells.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int behind = low;
        while (behind < cells.size() && cells.get(behind).start() < end) {
            behind++;
        }
        return cells.subList(low, behind);
    }

    /// The cells of one table, read row by row.
    private static final class Grid {
        private final String text;
        private final Headings headings;
        private final TreeMap<Integer, List<Placed>> rows = new TreeMap<>();
        private final Map<Integer, Matter> columns = new HashMap<>();
        private final Map<Integer, String> heads = new HashMap<>();
        private int number;

        Grid(String text, Headings headings, List<Placed> cells, int number) {
            this.text = text;
            this.headings = headings;
            this.number = number;
            for (Placed cell : cells) {
                rows.computeIfAbsent(cell.row(), _ -> new ArrayList<>()).add(cell);
            }
        }

        int addTo(List<Cell> all) {
            int left = rows.size();
            int asked = 0;
            for (List<Placed> row : rows.values()) {
                number++;
                left--;
                if (isHead(row) && left > 0) {
                    columns.clear();
                    row.forEach(it -> columns.put(it.column(), matter(it)));
                    row.forEach(it -> heads.put(it.column(), words(it)));
                } else {
                    boolean asks =
                            row.stream().anyMatch(it -> matter(it) == Matter.PROBLEM || matter(it) == Matter.MIXED);
                    boolean answers = row.stream().anyMatch(it -> matter(it).counts());
                    asked = asks ? number : asked;
                    addRow(row, answers && asked > 0 ? asked : number, all);
                }
            }
            return number;
        }

        private boolean isHead(List<Placed> row) {
            long titles = row.stream().filter(it -> matter(it).counts()).count();
            boolean isShort = row.stream().allMatch(it -> words(it).length() <= HEAD);
            return isShort && (titles > 1 || titles == 1 && row.size() > 2);
        }

        private void addRow(List<Placed> row, int number, List<Cell> all) {
            Matter said = Matter.NONE;
            String head = "";
            for (Placed cell : row) {
                Matter own = matter(cell);
                Matter above = columns.getOrDefault(cell.column(), Matter.NONE);
                if (own.counts() || own == Matter.LABEL) {
                    said = own;
                    head = words(cell);
                } else if (said != Matter.NONE) {
                    all.add(new Cell(number, cell.start(), cell.end(), said, head));
                    said = row.size() > 2 && said == Matter.LABEL ? Matter.NONE : said;
                } else {
                    String top = heads.getOrDefault(cell.column(), "");
                    all.add(new Cell(number, cell.start(), cell.end(), above, top));
                }
            }
        }

        private Matter matter(Placed cell) {
            return cell.end() - cell.start() > 60
                    ? Matter.NONE
                    : headings.read(words(cell)).matter();
        }

        private String words(Placed cell) {
            return CleanText.of(text, cell.start(), cell.end()).text().strip();
        }
    }
}
