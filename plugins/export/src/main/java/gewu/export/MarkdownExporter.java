package gewu.export;

import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a Markdown table under a heading. What would be a sign of Markdown or HTML in a cell is only a
/// character there.
final class MarkdownExporter implements Exporter {
    private static final String SIGNS = "\\`*_{}[]<>#|~&!";

    @Override
    public void write(ExportTable table, String language, OutputStream out) throws IOException {
        line("# " + harmless(table.title().in(language)) + "\n", out);
        line(
                table.columns().stream()
                        .map(column -> harmless(column.head().in(language)))
                        .collect(Collectors.joining(" | ", "| ", " |")),
                out);
        line(table.columns().stream().map(_ -> "---").collect(Collectors.joining(" | ", "| ", " |")), out);
        for (List<Object> row : table.rows()) {
            line(
                    row.stream()
                            .map(value -> harmless(Plain.text(value)))
                            .collect(Collectors.joining(" | ", "| ", " |")),
                    out);
        }
    }

    private static void line(String words, OutputStream out) throws IOException {
        out.write((words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String harmless(String words) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (SIGNS.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return safe.toString().strip();
    }
}
