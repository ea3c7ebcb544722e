package gewu.kernel.store;

import gewu.api.store.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The row on which a result set stands. Every wrong question is answered with the column's name and what
/// there is.
final class ResultRow implements Row {
    private final ResultSet result;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    ResultRow(ResultSet result) throws SQLException {
        this.result = result;
        ResultSetMetaData head = result.getMetaData();
        for (int i = 1; i <= head.getColumnCount(); i++) {
            columns.putIfAbsent(head.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
        }
    }

    @Override
    public String text(String column) {
        return textOrNone(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public Optional<String> textOrNone(String column) {
        return switch (value(column)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object other -> throw isNot(column, "text", other);
        };
    }

    @Override
    public long number(String column) {
        return numberOrNone(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public Optional<Long> numberOrNone(String column) {
        return switch (value(column)) {
            case null -> Optional.empty();
            case Long number -> Optional.of(number);
            case Integer number -> Optional.of(number.longValue());
            case Object other -> throw isNot(column, "a whole number", other);
        };
    }

    @Override
    public boolean flag(String column) {
        return switch (value(column)) {
            case null -> throw isNull(column);
            case Boolean flag -> flag;
            case Integer number when number == 0 || number == 1 -> number == 1;
            case Object other -> throw isNot(column, "a flag", other);
        };
    }

    @Override
    public LocalDate date(String column) {
        return dateOrNone(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public Optional<LocalDate> dateOrNone(String column) {
        Optional<String> text = textOrNone(column);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            throw isNot(column, "a date", text.orElse(""));
        }
    }

    @Override
    public Instant instant(String column) {
        String text = text(column);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw isNot(column, "an instant", text);
        }
    }

    @Override
    public byte[] bytes(String column) {
        return switch (value(column)) {
            case null -> throw isNull(column);
            case byte[] bytes -> bytes;
            case Object other -> throw isNot(column, "bytes", other);
        };
    }

    private @Nullable Object value(String column) {
        Integer position = columns.get(column.toLowerCase(Locale.ROOT));
        if (position == null) {
            throw new IllegalArgumentException(
                    "There is no column “" + column + "”; there are " + String.join(", ", columns.keySet()) + ".");
        }
        try {
            return result.getObject(position);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The column “" + column + "” can't be read.", unreadable);
        }
    }

    private static IllegalStateException isNull(String column) {
        return new IllegalStateException("The column “" + column
                + "” is null in this row; where null is meant, ask textOrNone, numberOrNone or dateOrNone.");
    }

    private static IllegalStateException isNot(String column, String wanted, Object found) {
        return new IllegalStateException(
                "The column “" + column + "” holds " + describe(found) + ", not " + wanted + ".");
    }

    private static String describe(Object found) {
        return found instanceof byte[] bytes
                ? bytes.length + " bytes"
                : "the " + found.getClass().getSimpleName() + " “" + found + "”";
    }
}
