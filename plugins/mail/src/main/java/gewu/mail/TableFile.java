package gewu.mail;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of two columns that an office edits; a line that begins with # is a remark.
///
/// @param rows in their order
record TableFile(List<Row> rows) {
    TableFile {
        rows = List.copyOf(rows);
    }

    /// @param number of its line, from 1
    record Row(int number, String name, String value) {}

    /// @param file may be absent: no rows then
    /// @throws WorkbenchException if it can't be read
    static TableFile read(Path file) {
        if (!Files.exists(file)) {
            return new TableFile(List.of());
        }
        List<Row> rows = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readString(file).replace("\uFEFF", "").split("\r\n|\r|\n", -1)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(number, line.strip()));
                }
            }
        } catch (CharacterCodingException other) {
            throw off(file + " is not UTF-8.", "Save it as UTF-8.", other);
        } catch (IOException unreadable) {
            throw off(
                    file + " can't be read: " + unreadable.getMessage() + ".",
                    "Put it right or take it away.",
                    unreadable);
        }
        return new TableFile(rows);
    }

    /// Cells are parted by a tab; where there is none, by the last blank, as people type it.
    private static Row row(int number, String line) {
        int tab = line.indexOf('\t');
        int at = tab >= 0 ? tab : Math.max(line.lastIndexOf(' '), line.lastIndexOf('　'));
        return at < 0
                ? new Row(number, line, "")
                : new Row(
                        number,
                        line.substring(0, at).strip(),
                        line.substring(at + 1).strip());
    }

    private static WorkbenchException off(String message, String remedy, Throwable cause) {
        return new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy, cause);
    }
}
