package gewu.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes CSV as the office's spreadsheet programs read it: UTF-8 with a byte order mark, heads in the first
/// line.
final class CsvExporter implements Exporter {
    /// With these a spreadsheet program begins to calculate.
    private static final String FORMULA = "=+-@\t\r";

    @Override
    public void write(ExportTable table, String language, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(table.columns().stream()
                .map(column -> column.head().in(language))
                .toList());
        for (List<Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvExporter::cell).toList());
        }
        csv.flush();
        writer.flush();
    }

    /// Words that begin like a formula get an apostrophe before them; figures stay figures.
    private static String cell(Object value) {
        if (!(value instanceof String words)) {
            return Plain.text(value);
        }
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
