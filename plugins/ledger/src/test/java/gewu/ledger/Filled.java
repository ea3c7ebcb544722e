package gewu.ledger;

import gewu.ledger.paper.SheetCell;
import gewu.ledger.paper.SheetReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Fills in a sheet as a clerk does in an office program that shares words: the whole first sheet is written anew, as
/// words and numbers.
final class Filled {
    private Filled() {}

    /// Writes into the row of an item.
    static void in(Path file, String id, Map<SheetColumn, String> cells) {
        List<Map<Integer, SheetCell>> rows = read(file);
        Map<Integer, SheetCell> row = rows.stream()
                .filter(it -> it.getOrDefault(SheetColumn.NUMBER.ordinal(), SheetCell.BLANK)
                        .text()
                        .equals(id))
                .findFirst()
                .orElseThrow();
        cells.forEach((column, words) -> row.put(column.ordinal(), new SheetCell(words, false)));
        write(file, rows);
    }

    /// Adds a row.
    static void more(Path file, Map<SheetColumn, String> cells) {
        List<Map<Integer, SheetCell>> rows = read(file);
        Map<Integer, SheetCell> row = new TreeMap<>();
        cells.forEach((column, words) -> row.put(column.ordinal(), new SheetCell(words, false)));
        rows.add(row);
        write(file, rows);
    }

    /// Any other sheet.
    static void plain(Path file, List<List<String>> rows) {
        List<Map<Integer, SheetCell>> all = new ArrayList<>();
        for (List<String> it : rows) {
            Map<Integer, SheetCell> row = new TreeMap<>();
            for (String words : it) {
                row.put(row.size(), new SheetCell(words, false));
            }
            all.add(row);
        }
        write(file, all);
    }

    private static List<Map<Integer, SheetCell>> read(Path file) {
        try (SheetReader book = SheetReader.open(file)) {
            return SheetTest.rows(book, book.sheets().getFirst());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, List<Map<Integer, SheetCell>> rows) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out, "clerk", "1.0");
            Worksheet sheet = book.newWorksheet("整改台账");
            for (int row = 0; row < rows.size(); row++) {
                int number = row;
                rows.get(row).forEach((column, cell) -> {
                    if (cell.isNumber()) {
                        sheet.value(number, column, new BigDecimal(cell.text()));
                    } else {
                        sheet.value(number, column, cell.text());
                    }
                });
            }
            book.finish();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
