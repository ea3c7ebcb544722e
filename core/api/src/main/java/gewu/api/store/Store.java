package gewu.api.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The one store of a workspace: SQL by name and position, one writer, many readers.
///
/// Arguments and columns are text, whole numbers, booleans, dates, instants, byte arrays or null; never
/// `double`: money is whole fen, rates are basis points or decimal text. Write SQL that SQLite and PostgreSQL
/// both run. A plugin keeps its own tables: it contributes numbered scripts to the point `tables` and begins
/// each table's name with its own id. Reads see the last committed state, inside a transaction also the
/// transaction's own writes. Safe for all threads.
public interface Store {
    /// All rows, turned into values.
    <T> List<T> query(String sql, Function<Row, T> row, @org.jspecify.annotations.Nullable Object... arguments);

    /// The first row, if there is one.
    <T> Optional<T> first(String sql, Function<Row, T> row, @org.jspecify.annotations.Nullable Object... arguments);

    /// Hands over row after row without keeping them; for answers larger than memory.
    void forEach(String sql, Consumer<Row> row, @org.jspecify.annotations.Nullable Object... arguments);

    /// Changes rows, in the running transaction or in one of its own.
    ///
    /// @return how many rows
    int update(String sql, @org.jspecify.annotations.Nullable Object... arguments);

    /// Does all of `work` or nothing. Inside another transaction it is part of that one. Writers take turns; keep it
    /// short.
    <T> T inTransaction(Work<T> work);

    /// Does all of `work` or nothing.
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /// Records, in the running transaction, that something changed.
    ///
    /// @param subject what kind of thing, such as `report`
    /// @throws IllegalStateException outside a transaction
    void changed(String subject, String id, Change.Kind kind);

    /// The changes after `sequence`, oldest first, at most `limit`.
    List<Change> changesAfter(long sequence, int limit);

    /// The changes of one kind of things after `sequence`, oldest first, at most `limit`: one who follows reports
    /// is not kept by a hundred thousand changes of the ledger.
    ///
    /// @param subject such as `report`
    List<Change> changesAfter(long sequence, String subject, int limit);

    /// The sequence number of the last committed change; 0 in an empty workspace.
    long lastChange();

    /// Work inside a transaction; what it throws rolls everything back and is thrown on.
    @FunctionalInterface
    interface Work<T> {
        T run();
    }
}
