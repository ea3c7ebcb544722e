package gewu.kernel.report;

import gewu.api.report.Doubt;
import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.api.store.Row;
import gewu.api.store.Store;
import gewu.kernel.page.PackedLook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what is known of a text beyond its words: tables, doubts, and how its pages look.
final class LayoutTable {
    private static final String ADD_LOOK =
            "INSERT INTO page_look (report, version, number, origin, why, look) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String LOOK = """
            SELECT l.look FROM page_look l JOIN report r ON r.id = l.report AND r.version = l.version
             WHERE l.report = ? AND l.number = ?""";
    private static final String ADD_TABLE = """
            INSERT INTO report_table (report, version, number, start_at, end_at, row_count, column_count)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_CELL = """
            INSERT INTO table_cell (report, version, number, at_row, at_column, row_span, column_span, is_head, start_at,
                end_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TABLES = """
            SELECT number, start_at, end_at, row_count, column_count FROM report_table
             WHERE report = ? AND version = ? ORDER BY number""";
    private static final String CELLS = """
            SELECT number, at_row, at_column, row_span, column_span, is_head, start_at, end_at FROM table_cell
             WHERE report = ? AND version = ? ORDER BY number, at_row, at_column""";
    private static final String ADD_DOUBT =
            "INSERT INTO doubt (report, version, start_at, end_at, confidence) VALUES (?, ?, ?, ?, ?)";
    private static final String DOUBTS = """
            SELECT start_at, end_at, confidence FROM doubt WHERE report = ? AND version = ? ORDER BY start_at""";
    private static final double BASIS_POINTS = 10_000;

    private final Store store;

    LayoutTable(Store store) {
        this.store = store;
    }

    /// Keeps all of it. Call it in a transaction.
    void keep(String report, int version, SourceText source, List<PageLook> looks) {
        for (PageLook look : looks) {
            store.update(
                    ADD_LOOK, report, version, look.number(), look.origin().id(), look.why(), PackedLook.pack(look));
        }
        for (Table table : source.tables()) {
            store.update(
                    ADD_TABLE,
                    report,
                    version,
                    table.number(),
                    table.start(),
                    table.end(),
                    table.rows(),
                    table.columns());
            for (Table.Cell cell : table.cells()) {
                store.update(
                        ADD_CELL,
                        report,
                        version,
                        table.number(),
                        cell.row(),
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        cell.head() ? 1 : 0,
                        cell.start(),
                        cell.end());
            }
        }
        for (Doubt doubt : source.doubts()) {
            store.update(
                    ADD_DOUBT,
                    report,
                    version,
                    doubt.start(),
                    doubt.end(),
                    Math.round(doubt.confidence() * BASIS_POINTS));
        }
    }

    /// How a page of the newest version looks.
    Optional<PageLook> look(String report, int page) {
        return store.first(LOOK, row -> PackedLook.unpack(row.text("look")), report, page);
    }

    List<Table> tables(String report, int version) {
        Map<Integer, List<Table.Cell>> cells = new LinkedHashMap<>();
        store.forEach(
                CELLS,
                row -> cells.computeIfAbsent(whole(row, "number"), _ -> new ArrayList<>())
                        .add(cell(row)),
                report,
                version);
        return cells.isEmpty()
                ? List.of()
                : store.query(
                        TABLES,
                        row -> new Table(
                                whole(row, "number"),
                                whole(row, "start_at"),
                                whole(row, "end_at"),
                                whole(row, "row_count"),
                                whole(row, "column_count"),
                                cells.getOrDefault(whole(row, "number"), List.of())),
                        report,
                        version);
    }

    List<Doubt> doubts(String report, int version) {
        return store.query(
                DOUBTS,
                row -> new Doubt(whole(row, "start_at"), whole(row, "end_at"), row.number("confidence") / BASIS_POINTS),
                report,
                version);
    }

    private static Table.Cell cell(Row row) {
        return new Table.Cell(
                whole(row, "at_row"),
                whole(row, "at_column"),
                whole(row, "row_span"),
                whole(row, "column_span"),
                row.number("is_head") == 1,
                whole(row, "start_at"),
                whole(row, "end_at"));
    }

    private static int whole(Row row, String column) {
        return (int) row.number(column);
    }
}
