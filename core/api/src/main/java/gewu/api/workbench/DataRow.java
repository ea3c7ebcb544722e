package gewu.api.workbench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON object: a type and named values in order.
///
/// Values are text, numbers, booleans, lists, maps with text keys, or null; names are snake_case and, once released,
/// stay.
public record DataRow(String type, Map<String, @Nullable Object> values) {
    public DataRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// A row without values.
    public static DataRow of(String type) {
        return new DataRow(type, Map.of());
    }

    /// This row and one more value.
    public DataRow with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new DataRow(type, more);
    }
}
