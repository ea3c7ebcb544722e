package gewu.export;

import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a workbook with one sheet, and further ones when a sheet is full: heads stay in sight, columns are
/// as wide as what stands in them. Rows leave memory as they are written.
final class XlsxExporter implements Exporter {
    /// What Excel takes on one sheet, without the heads.
    private static final int ROWS_A_SHEET = 1_048_575;

    /// What Excel takes in one cell.
    private static final int LONGEST = 32_767;

    private static final int ROWS_A_FLUSH = 1_000;
    private static final int WIDEST = 60;

    @Override
    public void write(ExportTable table, String language, OutputStream out) throws IOException {
        Workbook book = new Workbook(new Unclosed(out), "Gewu", "1.0");
        Worksheet sheet = null;
        int sheets = 0;
        int at = 0;
        for (List<Object> row : table.rows()) {
            if (sheet == null || at > ROWS_A_SHEET) {
                sheet = sheet(book, table, language, ++sheets);
                at = 1;
            }
            for (int column = 0; column < row.size(); column++) {
                put(sheet, at, column, row.get(column));
            }
            at++;
            if (at % ROWS_A_FLUSH == 0) {
                sheet.flush();
            }
        }
        if (sheet == null) {
            sheet(book, table, language, 1);
        }
        book.finish();
    }

    private static Worksheet sheet(Workbook book, ExportTable table, String language, int number) {
        Worksheet sheet = book.newWorksheet(named(table.title().in(language), number));
        for (int column = 0; column < table.columns().size(); column++) {
            ExportTable.Column head = table.columns().get(column);
            sheet.width(column, Math.clamp(head.size() * 2L + 2, 8, WIDEST));
            sheet.value(0, column, head.head().in(language));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    /// A sheet's name has at most 31 characters, and some signs are not allowed in it.
    private static String named(String title, int number) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String cut = plain.length() > 24 ? plain.substring(0, 24) : plain;
        return (cut.isEmpty() ? "Gewu" : cut) + (number == 1 ? "" : " " + number);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case BigDecimal number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                String words = allowed(Plain.text(value));
                if (!words.isEmpty()) {
                    sheet.value(row, column, words);
                }
            }
        }
    }

    /// XML knows no control characters, and Excel no longer cells: what is longer ends with `…`.
    private static String allowed(String words) {
        StringBuilder kept = new StringBuilder();
        boolean isCut = words.length() > LONGEST;
        int end = isCut ? LONGEST - 1 : words.length();
        for (int i = 0; i < end; i++) {
            char c = words.charAt(i);
            boolean isPaired = Character.isHighSurrogate(c)
                    ? i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1))
                    : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(words.charAt(i - 1));
            boolean isText = c >= ' ' && c < '\ufffe' && !Character.isSurrogate(c) || c == '\n' || c == '\t';
            kept.append(isText || isPaired ? c : ' ');
        }
        return isCut ? kept.append('…').toString() : kept.toString();
    }
}
