package gewu.kernel.store;

import gewu.api.store.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One connection and the statements it has prepared. One thread at a time.
final class Session implements AutoCloseable {
    private static final int KEPT_STATEMENTS = 64;

    private final Path database;
    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    Session(Path database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /// Hands over row after row until `row` has had enough, that is answers false.
    void forEach(String sql, Predicate<Row> row, @Nullable Object[] arguments) {
        try {
            PreparedStatement statement = take(sql);
            try {
                Arguments.bind(statement, sql, arguments);
                try (ResultSet result = statement.executeQuery()) {
                    ResultRow current = new ResultRow(result);
                    boolean wantsMore = true;
                    while (wantsMore && result.next()) {
                        wantsMore = row.test(current);
                    }
                }
            } finally {
                giveBack(sql, statement);
            }
        } catch (SQLException fault) {
            throw Fault.of(database, sql, fault);
        }
    }

    /// Changes rows and tells how many.
    int update(String sql, @Nullable Object[] arguments) {
        try {
            PreparedStatement statement = take(sql);
            try {
                Arguments.bind(statement, sql, arguments);
                return statement.executeUpdate();
            } finally {
                giveBack(sql, statement);
            }
        } catch (SQLException fault) {
            throw Fault.of(database, sql, fault);
        }
    }

    /// Runs statements without arguments, one after the other.
    void run(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException fault) {
            throw Fault.of(database, script, fault);
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException fault) {
            throw Fault.of(database, "close", fault);
        }
    }

    /// A statement in use is not among the idle ones, so that the same question may be asked inside its own
    /// answer.
    private PreparedStatement take(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null ? connection.prepareStatement(sql) : kept;
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > KEPT_STATEMENTS) {
            Map.Entry<String, PreparedStatement> oldest = idle.pollFirstEntry();
            if (oldest != null) {
                oldest.getValue().close();
            }
        }
    }
}
