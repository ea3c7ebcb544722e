package gewu.kernel.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Hands arguments to a statement in the few forms that every database keeps exactly.
final class Arguments {
    /// Always nine digits behind the second, so that instants as text sort by time and none loses a digit.
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Arguments() {}

    static void bind(PreparedStatement statement, String sql, @Nullable Object[] arguments) throws SQLException {
        int wanted = statement.getParameterMetaData().getParameterCount();
        if (wanted != arguments.length) {
            throw new IllegalArgumentException("The statement takes " + wanted + " arguments and was given "
                    + arguments.length + ": " + sql.strip());
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i], sql);
        }
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object argument, String sql)
            throws SQLException {
        switch (argument) {
            case null -> statement.setObject(position, null);
            case String text -> statement.setString(position, text);
            case Long number -> statement.setLong(position, number);
            case Integer number -> statement.setInt(position, number);
            case Short number -> statement.setInt(position, number);
            case Byte number -> statement.setInt(position, number);
            case Boolean flag -> statement.setBoolean(position, flag);
            case LocalDate date -> statement.setString(position, date.toString());
            case Instant instant -> statement.setString(position, INSTANT.format(instant));
            case byte[] bytes -> statement.setBytes(position, bytes);
            default ->
                throw new IllegalArgumentException("Argument " + position + " is a "
                        + argument.getClass().getSimpleName()
                        + "; the store takes text, whole numbers, booleans, dates, instants, bytes and null"
                        + " (money is whole fen, rates are basis points or decimal text): "
                        + sql.strip());
        }
    }
}
