package gewu.api.export;

import gewu.api.Label;
import java.util.List;

/// A table on its way into a file.
///
/// @param rows one list of values a row, each as long as there are columns: a [String], a [Long], [Integer] or
///             [java.math.BigDecimal], a [java.time.LocalDate], a list of numbers; an empty string where nothing is
///             known. May be read only once
public record ExportTable(Label title, List<Column> columns, Iterable<List<Object>> rows) {
    public ExportTable {
        columns = List.copyOf(columns);
    }

    /// A column.
    ///
    /// @param name in snake_case, for programs
    /// @param head for people
    /// @param size about how many Chinese characters its values have, by which it gets its width
    public record Column(String name, Label head, int size) {
        public static Column of(String name, String zh, String en, int size) {
            return new Column(name, new Label(zh, en), size);
        }
    }
}
