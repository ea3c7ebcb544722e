package gewu.kernel.store;

import gewu.api.WorkbenchException;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The store of a workspace in one SQLite file: one connection that writes, a few that read.
///
/// A transaction belongs to the thread that began it; its reads go through the writing connection and see its
/// writes. All other reads see the last committed state and wait for no writer. Every commit reaches the disk
/// before it is answered (`synchronous=FULL`), because the index remembers sequence numbers: a store that
/// forgot its last changes in a power cut would fall behind its own index.
public final class SqliteStore implements Store, AutoCloseable {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 10_000;

    private static final String COUNT_UP = "UPDATE change_counter SET last = last + 1";
    private static final String LAST = "SELECT last FROM change_counter";
    private static final String RECORD =
            "INSERT INTO change_log (sequence, subject, id, kind, at) VALUES (?, ?, ?, ?, ?)";
    private static final String AFTER = """
            SELECT sequence, subject, id, kind, at FROM change_log
             WHERE sequence > ? ORDER BY sequence LIMIT ?""";
    private static final String OF_SUBJECT_AFTER = """
            SELECT sequence, subject, id, kind, at FROM change_log
             WHERE sequence > ? AND subject = ? ORDER BY sequence LIMIT ?""";

    private final Path database;
    private final boolean isReadOnly;
    private final Clock clock;
    private final @Nullable Session writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private int depth;
    private volatile boolean isClosed;
    private final Semaphore reading = new Semaphore(READERS, true);
    private final BlockingQueue<Session> readers = new ArrayBlockingQueue<>(READERS);
    private final ThreadLocal<@Nullable Session> reader = new ThreadLocal<>();

    private SqliteStore(Path database, boolean isReadOnly, Clock clock) {
        this.database = database;
        this.isReadOnly = isReadOnly;
        this.clock = clock;
        this.writer = isReadOnly ? null : connect(false);
    }

    /// Opens the store and brings the house's own tables up to date.
    ///
    /// @param isReadOnly when another process holds the workspace: nothing is written, and tables must be
    /// up to date
    /// @throws WorkbenchException of kind `WORKSPACE` if the file is damaged, from a newer version, or
    /// can't be opened
    public static SqliteStore open(Path database, boolean isReadOnly, Clock clock) {
        SqliteStore store = new SqliteStore(database, isReadOnly, clock);
        try {
            store.migrate(Migrator.HOUSE, Script.ofTheHouse());
            return store;
        } catch (RuntimeException unusable) {
            store.close();
            throw unusable;
        }
    }

    /// Runs the scripts of `owner` that have not run yet, in order, all or none.
    ///
    /// @param owner the id of the plugin that owns the tables
    /// @throws WorkbenchException if a script was edited after it ran, fails, or is known only to a newer
    /// version
    public void migrate(String owner, List<Script> scripts) {
        new Migrator(this, clock).migrate(owner, scripts);
    }

    /// Whether nothing can be written.
    public boolean isReadOnly() {
        return isReadOnly;
    }

    @Override
    public <T> List<T> query(String sql, Function<Row, T> row, @Nullable Object... arguments) {
        List<T> all = new ArrayList<>();
        read(sql, current -> all.add(row.apply(current)), arguments);
        return all;
    }

    @Override
    public <T> Optional<T> first(String sql, Function<Row, T> row, @Nullable Object... arguments) {
        List<T> found = new ArrayList<>(1);
        read(
                sql,
                current -> {
                    found.add(row.apply(current));
                    return false;
                },
                arguments);
        return found.stream().findFirst();
    }

    @Override
    public void forEach(String sql, Consumer<Row> row, @Nullable Object... arguments) {
        read(
                sql,
                current -> {
                    row.accept(current);
                    return true;
                },
                arguments);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        Session session = writer();
        writing.lock();
        try {
            checkOpen();
            return session.update(sql, arguments);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        Session session = writer();
        writing.lock();
        try {
            checkOpen();
            String point = "nested_" + depth;
            session.run(depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT " + point);
            depth++;
            boolean isWhole = false;
            try {
                T done = work.run();
                session.run(depth == 1 ? "COMMIT" : "RELEASE " + point);
                isWhole = true;
                return done;
            } finally {
                depth--;
                if (!isWhole) {
                    undo(session, point);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void changed(String subject, String id, Change.Kind kind) {
        if (!isInTransaction()) {
            throw new IllegalStateException("A change of " + subject + " " + id
                    + " was recorded outside a transaction; record it in the transaction that makes it.");
        }
        update(COUNT_UP);
        update(RECORD, lastChange(), subject, id, kind.name(), clock.instant());
    }

    @Override
    public List<Change> changesAfter(long sequence, int limit) {
        return query(AFTER, SqliteStore::change, sequence, limit);
    }

    @Override
    public List<Change> changesAfter(long sequence, String subject, int limit) {
        return query(OF_SUBJECT_AFTER, SqliteStore::change, sequence, subject, limit);
    }

    @Override
    public long lastChange() {
        return first(LAST, row -> row.number("last")).orElse(0L);
    }

    /// Ends all connections; a transaction of another thread is waited for.
    @Override
    public void close() {
        writing.lock();
        try {
            if (isClosed) {
                return;
            }
            reading.acquireUninterruptibly(READERS);
            isClosed = true;
            readers.forEach(Session::close);
            readers.clear();
            reading.release(READERS);
            if (writer != null) {
                writer.close();
            }
        } finally {
            writing.unlock();
        }
    }

    /// Whether this thread is inside a transaction.
    boolean isInTransaction() {
        return writing.isHeldByCurrentThread() && depth > 0;
    }

    /// Runs a script inside the running transaction.
    void run(String script) {
        writer().run(script);
    }

    /// What was begun is undone; when even that fails, the first failure is the one people should see, and
    /// the database undoes the rest at its next opening.
    private static void undo(Session session, String point) {
        try {
            session.run(point.equals("nested_0") ? "ROLLBACK" : "ROLLBACK TO " + point + "; RELEASE " + point);
        } catch (IllegalStateException alreadyUndone) {
            System.getLogger(SqliteStore.class.getName())
                    .log(System.Logger.Level.DEBUG, "The database had undone it already.", alreadyUndone);
        }
    }

    private void read(String sql, Predicate<Row> row, @Nullable Object... arguments) {
        if (writer != null && isInTransaction()) {
            writer.forEach(sql, row, arguments);
            return;
        }
        Session outer = reader.get();
        if (outer != null) {
            outer.forEach(sql, row, arguments);
            return;
        }
        reading.acquireUninterruptibly();
        Session session = readers.poll();
        try {
            checkOpen();
            if (session == null) {
                session = connect(true);
            }
            reader.set(session);
            session.forEach(sql, row, arguments);
        } finally {
            reader.remove();
            if (session != null) {
                readers.add(session);
            }
            reading.release();
        }
    }

    private Session writer() {
        if (writer == null) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    database + " is open for reading only, because another program holds the workspace.",
                    "End the other program (such as gewu serve), or do this there.");
        }
        return writer;
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException("The store " + database + " is closed.");
        }
    }

    private Session connect(boolean onlyReads) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        if (onlyReads) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database, config.toProperties());
            return new Session(database, connection);
        } catch (SQLException fault) {
            throw Fault.of(database, "open", fault);
        }
    }

    private static Change change(Row row) {
        return new Change(
                row.number("sequence"),
                row.text("subject"),
                row.text("id"),
                Change.Kind.valueOf(row.text("kind")),
                row.instant("at"));
    }
}
