package gewu.metrics;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of a pack: UTF-8, columns parted by tabs, `#` begins a remark, `-` is an empty cell.
///
/// @param faults rows that are none, each a sentence that names the line
public record PackTable(String name, List<Row> rows, List<String> faults) {
    private static final String REMEDY = "Correct that line, then load the pack again.";

    /// A row and the line it stands on, from 1.
    public record Row(String table, int line, List<String> cells) {
        public String cell(int number) {
            return cells.get(number);
        }

        public WorkbenchException fault(String what) {
            return new WorkbenchException(told(what), REMEDY);
        }

        String told(String what) {
            return table + ", line " + line + ": " + what;
        }
    }

    public static PackTable ofResource(String name, int columns) {
        return of(name, wordsOf(name), columns);
    }

    /// The text of one of the plugin's own tables.
    static String wordsOf(String name) {
        try (InputStream stream = PackTable.class.getResourceAsStream("/pack/" + name)) {
            if (stream == null) {
                throw new WorkbenchException("The pack has no " + name + ".", "Put the file beside the pack's others.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws WorkbenchException if a row has not so many columns; it names the first one
    public static PackTable of(String name, String text, int columns) {
        PackTable table = read(name, text, columns);
        if (!table.faults().isEmpty()) {
            throw new WorkbenchException(table.faults().getFirst(), REMEDY);
        }
        return table;
    }

    /// What is a row of so many columns, and what is none.
    static PackTable read(String name, String text, int columns) {
        List<Row> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        int line = 0;
        for (String words : text.split("\n", -1)) {
            line++;
            String trimmed = words.endsWith("\r") ? words.substring(0, words.length() - 1) : words;
            if (trimmed.isBlank() || trimmed.startsWith("#")) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            for (String cell : trimmed.split("\t", -1)) {
                cells.add(cell.equals("-") ? "" : cell);
            }
            Row row = new Row(name, line, List.copyOf(cells));
            if (cells.size() == columns) {
                rows.add(row);
            } else {
                faults.add(row.told(cells.size() + " cells instead of " + columns + "."));
            }
        }
        return new PackTable(name, List.copyOf(rows), List.copyOf(faults));
    }
}
