package gewu.workbench.page;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Table;
import gewu.workbench.page.ReportPage.Cell.Names;
import gewu.workbench.passage.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sets one table of a report as a grid. It is set whole or not at all: where its cells overlap, lie outside, or leave
/// words of it out, the paragraphs have to be shown as they are. For one thread.
final class TableSetter {
    /// What browsers still understand.
    private static final int MOST_COLUMNS = 1_000;

    private static final int LONGEST_FIGURE = 40;
    private static final Pattern FIGURE =
            Pattern.compile("[-+−－(（]?[¥￥]?\\p{Nd}[\\p{Nd},，]*+([.．]\\p{Nd}++)?[%％‰]?(元|万元|亿元)?[)）]?");
    private static final Pattern DASH = Pattern.compile("[-－—–/／]{1,4}");

    private final Report report;
    private final Table table;
    private final List<Table.Cell> cells;
    private final int columns;

    TableSetter(Report report, Table table) {
        this.report = report;
        this.table = table;
        this.cells = table.cells().stream()
                .sorted(Comparator.comparingInt(Table.Cell::row).thenComparingInt(Table.Cell::column))
                .toList();
        this.columns = (int) Math.min(
                cells.stream()
                        .mapToLong(cell -> (long) cell.column() - 1 + cell.columnSpan())
                        .reduce(table.columns(), Math::max),
                Integer.MAX_VALUE);
    }

    /// @param paragraphs those that begin in the table, at least one
    /// @param page the page on which the paragraph before the table begins
    Optional<ReportPage.Grid> set(List<Paragraph> paragraphs, Marks marks, int page) {
        if (!isWhole() || paragraphs.getLast().end() > table.end()) {
            return Optional.empty();
        }
        List<Mark> inOrder = paragraphs.stream()
                .flatMap(paragraph -> marks.of(paragraph).stream())
                .sorted(Comparator.comparingInt(Mark::start))
                .toList();
        List<Excerpt> texts = texts(inOrder, marks);
        List<List<ReportPage.Cell>> places = places(texts);
        List<List<Paragraph>> begun = begun(paragraphs);
        if (places.size() < table.rows() || begun.size() < table.rows()) {
            return Optional.empty();
        }
        int first = paragraphs.getFirst().page();
        int last = first;
        List<ReportPage.Row> rows = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            List<Paragraph> here = begun.get(row);
            int turned = here.isEmpty() || here.getFirst().page() == last
                    ? 0
                    : here.getFirst().page();
            rows.add(new ReportPage.Row(here.stream().map(Paragraph::number).toList(), turned, places.get(row)));
            last = here.isEmpty() ? last : here.getLast().page();
        }
        int heads = closedHeads();
        return Optional.of(new ReportPage.Grid(
                table.number(), first == page ? 0 : first, rows.subList(0, heads), rows.subList(heads, rows.size())));
    }

    /// Whether the cells lie inside the table, one behind the other, and no word of it lies outside them.
    private boolean isWhole() {
        if (cells.isEmpty()
                || columns > MOST_COLUMNS
                || table.start() < 0
                || table.start() > table.end()
                || table.end() > report.text().length()
                || table.rows() > (long) cells.size() + table.end() - table.start()) {
            return false;
        }
        int at = table.start();
        for (Table.Cell cell : cells) {
            boolean isInside = cell.row() > 0
                    && cell.column() > 0
                    && cell.rowSpan() > 0
                    && cell.columnSpan() > 0
                    && (long) cell.row() - 1 + cell.rowSpan() <= table.rows()
                    && cell.start() >= at
                    && cell.end() >= cell.start()
                    && cell.end() <= table.end();
            if (!isInside || !isBlank(at, cell.start())) {
                return false;
            }
            at = cell.end();
        }
        return isBlank(at, table.end());
    }

    private boolean isBlank(int start, int end) {
        return CleanText.of(report.text(), start, end).text().isEmpty();
    }

    /// The words of each cell, with its share of the marks.
    private List<Excerpt> texts(List<Mark> inOrder, Marks marks) {
        List<Excerpt> texts = new ArrayList<>(cells.size());
        int past = 0;
        for (Table.Cell cell : cells) {
            while (past < inOrder.size() && inOrder.get(past).end() <= cell.start()) {
                past++;
            }
            int behind = past;
            while (behind < inOrder.size() && inOrder.get(behind).start() < cell.end()) {
                behind++;
            }
            texts.add(Excerpt.of(
                    report.text().substring(cell.start(), cell.end()),
                    cell.start(),
                    inOrder.subList(past, behind),
                    marks.resembling(),
                    report.source().doubts(cell.start(), cell.end()),
                    marks.under(cell.start(), cell.end())));
        }
        return texts;
    }

    /// The cells that begin in each row, with an empty one wherever none covers a place; fewer rows than there are if
    /// two cells cover one place.
    private List<List<ReportPage.Cell>> places(List<Excerpt> texts) {
        boolean[] ofFigures = columnsOfFigures(texts);
        int heads = heads();
        List<List<ReportPage.Cell>> places = new ArrayList<>(table.rows());
        int[] coveredUntil = new int[columns + 1];
        int next = 0;
        for (int row = 1; row <= table.rows(); row++) {
            List<ReportPage.Cell> here = new ArrayList<>();
            int column = 1;
            while (next < cells.size() && cells.get(next).row() == row) {
                Table.Cell cell = cells.get(next);
                addGaps(column, cell.column(), row, coveredUntil, here);
                for (column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
                    if (coveredUntil[column] >= row) {
                        return List.of();
                    }
                    coveredUntil[column] = row + cell.rowSpan() - 1;
                }
                here.add(placed(cell, texts.get(next), row <= heads, ofFigures));
                next++;
            }
            addGaps(column, columns + 1, row, coveredUntil, here);
            places.add(here);
        }
        return places;
    }

    /// Neighbouring places that no cell covers become one.
    private static void addGaps(int from, int to, int row, int[] coveredUntil, List<ReportPage.Cell> here) {
        int gap = 0;
        for (int column = from; column <= to; column++) {
            if (column < to && coveredUntil[column] < row) {
                gap++;
            } else if (gap > 0) {
                here.add(new ReportPage.Cell(Names.NOTHING, 1, gap, false, new Excerpt("", List.of(), List.of())));
                gap = 0;
            }
        }
    }

    private static ReportPage.Cell placed(Table.Cell cell, Excerpt text, boolean isInHeads, boolean[] ofFigures) {
        Names names = !cell.head() ? Names.NOTHING : isInHeads ? Names.COLUMN : Names.ROW;
        boolean toTheRight = switch (names) {
            case NOTHING -> isFigure(text);
            case ROW -> false;
            case COLUMN -> cell.columnSpan() == 1 && ofFigures[cell.column()];
        };
        return new ReportPage.Cell(names, cell.rowSpan(), cell.columnSpan(), toTheRight, text);
    }

    /// Whether nothing but figures, and at least one, stands in a column below its heads.
    private boolean[] columnsOfFigures(List<Excerpt> texts) {
        boolean[] hasFigures = new boolean[columns + 1];
        boolean[] hasWords = new boolean[columns + 1];
        for (int i = 0; i < texts.size(); i++) {
            Table.Cell cell = cells.get(i);
            String text = texts.get(i).text();
            if (cell.head() || cell.columnSpan() > 1 || text.isEmpty()) {
                continue;
            }
            hasFigures[cell.column()] |= isFigure(texts.get(i));
            hasWords[cell.column()] |=
                    !isFigure(texts.get(i)) && !DASH.matcher(text).matches();
        }
        for (int column = 1; column <= columns; column++) {
            hasFigures[column] &= !hasWords[column];
        }
        return hasFigures;
    }

    private static boolean isFigure(Excerpt text) {
        return text.text().length() <= LONGEST_FIGURE
                && FIGURE.matcher(text.text()).matches();
    }

    /// The paragraphs that begin in each row; none at all if one of them begins outside the cells.
    private List<List<Paragraph>> begun(List<Paragraph> paragraphs) {
        List<List<Paragraph>> begun = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            begun.add(new ArrayList<>(1));
        }
        int at = 0;
        for (Paragraph paragraph : paragraphs) {
            while (at < cells.size() && cells.get(at).end() <= paragraph.start()) {
                at++;
            }
            if (at == cells.size() || cells.get(at).start() > paragraph.start()) {
                return List.of();
            }
            begun.get(cells.get(at).row() - 1).add(paragraph);
        }
        return begun;
    }

    /// How many rows at the top have no other cells than heads.
    private int heads() {
        return cells.stream()
                .filter(cell -> !cell.head())
                .mapToInt(cell -> cell.row() - 1)
                .findFirst()
                .orElse(table.rows());
    }

    /// As many of the head rows as can be parted from the others, because no cell reaches over the border.
    private int closedHeads() {
        int heads = heads();
        int[] reach = new int[heads + 1];
        Arrays.setAll(reach, row -> row);
        for (Table.Cell cell : cells) {
            if (cell.row() <= heads) {
                reach[cell.row()] = Math.max(reach[cell.row()], cell.row() + cell.rowSpan() - 1);
            }
        }
        int closed = 0;
        int furthest = 0;
        for (int row = 1; row <= heads; row++) {
            furthest = Math.max(furthest, reach[row]);
            closed = furthest == row ? row : closed;
        }
        return closed;
    }
}
