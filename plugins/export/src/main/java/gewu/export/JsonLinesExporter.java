package gewu.export;

import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes one JSON object a row, UTF-8, keys in snake_case.
final class JsonLinesExporter implements Exporter {
    @Override
    public void write(ExportTable table, String language, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (List<Object> row : table.rows()) {
            line.setLength(0);
            line.append('{');
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : ",");
                string(table.columns().get(i).name(), line);
                line.append(':');
                value(row.get(i), line);
            }
            line.append("}\n");
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void value(Object value, StringBuilder line) {
        switch (value) {
            case Integer number -> line.append(number);
            case Long number -> line.append(number);
            case BigDecimal number -> line.append(number.toPlainString());
            case List<?> list -> {
                line.append('[');
                for (int i = 0; i < list.size(); i++) {
                    line.append(i == 0 ? "" : ",");
                    value(list.get(i), line);
                }
                line.append(']');
            }
            default -> string(value.toString(), line);
        }
    }

    private static void string(String words, StringBuilder line) {
        line.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }
}
