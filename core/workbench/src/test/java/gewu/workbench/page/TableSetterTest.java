package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.report.Page;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.workbench.page.ReportPage.Cell.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TableSetterTest {
    private static final String ROWS = "项目\t预算数\t执行数\n基本支出\t1,200.50\t\n－\t98.5%";
    private static final List<Table.Cell> CELLS = List.of(
            new Table.Cell(1, 1, 1, 1, true, 0, 2),
            new Table.Cell(1, 2, 1, 1, true, 3, 6),
            new Table.Cell(1, 3, 1, 1, true, 7, 10),
            new Table.Cell(2, 1, 2, 1, true, 11, 15),
            new Table.Cell(2, 2, 1, 1, false, 16, 24),
            new Table.Cell(2, 3, 1, 1, false, 25, 25),
            new Table.Cell(3, 2, 1, 1, false, 26, 27),
            new Table.Cell(3, 3, 1, 1, false, 28, 33));

    private static Optional<ReportPage.Grid> set(String text, Table table, List<Mark> marks, List<Doubt> doubts) {
        return set(text, List.of(new Page(1, 0, text.length())), table, marks, doubts);
    }

    private static Optional<ReportPage.Grid> set(
            String text, List<Page> pages, Table table, List<Mark> marks, List<Doubt> doubts) {
        SourceText source = new SourceText(text, pages, SourceText.Lines.WHOLE, List.of(table), doubts);
        List<Paragraph> paragraphs = new ArrayList<>();
        int at = 0;
        for (String row : text.split("\n")) {
            if (!row.isBlank()) {
                int start = at + row.length() - row.stripLeading().length();
                int end = at + row.stripTrailing().length();
                paragraphs.add(new Paragraph(paragraphs.size() + 1, source.pageAt(start), 0, start, end));
            }
            at += row.length() + 1;
        }
        ReportFacts facts = new ReportFacts("表", "南江市档案馆", "南江市", 2023, ReportKind.WHOLE_DEPARTMENT);
        Report report = new Report("r-1", 1, facts, source, paragraphs, List.of());
        Marks inReport = marks.isEmpty() ? Marks.NONE : new Marks(Map.of(2, marks), Set.of());
        return new TableSetter(report, table).set(paragraphs, inReport, 1);
    }

    private static Table table(List<Table.Cell> cells) {
        return new Table(1, 0, ROWS.length(), 3, 3, cells);
    }

    private static List<String> words(ReportPage.Row row) {
        return row.cells().stream().map(cell -> cell.text().text()).toList();
    }

    @Test
    void cellsStandWhereTheyStoodWithHeadsSpansAndEmptyPlaces() {
        ReportPage.Grid grid = set(ROWS, table(CELLS), List.of(), List.of()).orElseThrow();

        assertThat(grid.heads()).hasSize(1);
        assertThat(grid.heads().getFirst().cells()).allMatch(cell -> cell.names() == Names.COLUMN);
        assertThat(grid.rows())
                .extracting(TableSetterTest::words)
                .containsExactly(List.of("基本支出", "1,200.50", ""), List.of("－", "98.5%"));
        assertThat(grid.rows().getFirst().cells().getFirst().names()).isEqualTo(Names.ROW);
        assertThat(grid.rows().getFirst().cells().getFirst().rowSpan()).isEqualTo(2);
        assertThat(grid.rows()).extracting(ReportPage.Row::paragraphs).containsExactly(List.of(2), List.of(3));
    }

    @Test
    void figuresAndTheHeadsAboveThemStandToTheRight() {
        ReportPage.Grid grid = set(ROWS, table(CELLS), List.of(), List.of()).orElseThrow();

        assertThat(grid.heads().getFirst().cells())
                .extracting(ReportPage.Cell::isFigure)
                .containsExactly(false, true, true);
        assertThat(grid.rows().getFirst().cells())
                .extracting(ReportPage.Cell::isFigure)
                .containsExactly(false, true, false);
    }

    @Test
    void aMarkOverTwoCellsAndADoubtAreSharedOutAmongTheCells() {
        ReportPage.Grid grid = set(ROWS, table(CELLS), List.of(new Mark(13, 21)), List.of(new Doubt(22, 24, 0.5)))
                .orElseThrow();
        List<ReportPage.Cell> row = grid.rows().getFirst().cells();

        assertThat(row.get(0).text().marks()).containsExactly(new Mark(2, 4));
        assertThat(row.get(1).text().marks()).containsExactly(new Mark(0, 5));
        assertThat(row.get(1).text().doubts()).containsExactly(new Doubt(6, 8, 0.5));
        assertThat(row.get(0).text().doubts()).isEmpty();
    }

    @Test
    void aPageThatBeginsWithinTheTableIsSaidAtItsRow() {
        List<Page> pages = List.of(new Page(1, 0, 26), new Page(2, 26, ROWS.length()));
        ReportPage.Grid grid =
                set(ROWS, pages, table(CELLS), List.of(), List.of()).orElseThrow();

        assertThat(grid.newPage()).isZero();
        assertThat(grid.rows()).extracting(ReportPage.Row::newPage).containsExactly(0, 2);
    }

    @Test
    void aPlaceThatNoCellCoversIsEmpty() {
        List<Table.Cell> without = CELLS.stream()
                .filter(cell -> cell.end() > cell.start() || cell.row() != 2)
                .toList();
        ReportPage.Grid grid = set(ROWS, table(without), List.of(), List.of()).orElseThrow();

        assertThat(words(grid.rows().getFirst())).containsExactly("基本支出", "1,200.50", "");
    }

    @Test
    void headsThatReachBelowTheirRowsAreNotPartedFromThem() {
        List<Table.Cell> cells = new ArrayList<>(CELLS);
        cells.set(0, new Table.Cell(1, 1, 2, 1, true, 0, 2));
        cells.set(3, new Table.Cell(2, 2, 1, 1, false, 11, 15));
        cells.set(4, new Table.Cell(2, 3, 1, 1, false, 16, 24));
        cells.remove(5);
        ReportPage.Grid grid = set(ROWS, table(cells), List.of(), List.of()).orElseThrow();

        assertThat(grid.heads()).isEmpty();
        assertThat(grid.rows()).hasSize(3);
        assertThat(grid.rows().getFirst().cells().getFirst().names()).isEqualTo(Names.COLUMN);
    }

    @ParameterizedTest
    @MethodSource("brokenTables")
    void aBrokenTableIsNotSet(Table broken) {
        assertThat(set(ROWS, broken, List.of(), List.of())).isEmpty();
    }

    static Stream<Table> brokenTables() {
        return Stream.of(
                with(4, new Table.Cell(2, 1, 1, 1, false, 16, 24)),
                with(4, new Table.Cell(2, 2, 2, 1, false, 16, 24)),
                with(4, new Table.Cell(2, 2, 1, 1, false, 16, 20)),
                with(4, new Table.Cell(2, 2, 1, 1, false, 14, 24)),
                with(4, new Table.Cell(2, 2, 1, 1, false, 24, 16)),
                with(4, new Table.Cell(2, 2, 1, Integer.MAX_VALUE, false, 16, 24)),
                with(4, new Table.Cell(2, Integer.MAX_VALUE, 1, 1, false, 16, 24)),
                with(3, new Table.Cell(2, 0, 2, 1, true, 11, 15)),
                with(3, new Table.Cell(2, 1, Integer.MAX_VALUE, 1, true, 11, 15)),
                with(7, new Table.Cell(3, 3, 1, 1, false, 28, 333)),
                with(0, new Table.Cell(1, 1, 1, 1, true, -2, 2)),
                new Table(1, 0, ROWS.length(), 3, 3, List.of()),
                new Table(1, 0, ROWS.length(), Integer.MAX_VALUE, 3, CELLS),
                new Table(1, 0, ROWS.length(), 3, Integer.MAX_VALUE, CELLS),
                new Table(1, 0, ROWS.length() + 1, 3, 3, CELLS),
                new Table(1, -1, ROWS.length(), 3, 3, CELLS),
                new Table(1, 0, 20, 3, 3, CELLS),
                new Table(1, 20, 3, 3, 3, CELLS));
    }

    private static Table with(int index, Table.Cell cell) {
        List<Table.Cell> cells = new ArrayList<>(CELLS);
        cells.set(index, cell);
        return table(cells);
    }
}
