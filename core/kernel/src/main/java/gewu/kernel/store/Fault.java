package gewu.kernel.store;

import gewu.api.WorkbenchException;
import java.nio.file.Path;
import java.sql.SQLException;

/// Tells people what a database error means and what to do, and programmers which statement it was.
final class Fault {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private static final long ROOM_TO_WORK = 128 * 1024L;

    private Fault() {}

    /// The exception for what went wrong at `database` while doing `sql`.
    static RuntimeException of(Path database, String sql, SQLException fault) {
        return switch (fault.getErrorCode() & 0xff) {
            case FULL -> full(database, fault);
            case CORRUPT, NOT_A_DATABASE ->
                workspace(
                        database + " is damaged: " + fault.getMessage() + ". It was left as it is.",
                        "Put back a backup of gewu.db, or move gewu.db away and import the files under originals/ again.",
                        fault);
            case READ_ONLY ->
                workspace(
                        database + " can't be written: this workspace is open for reading only.",
                        "End the program that holds the workspace, or see to the rights of the folder.",
                        fault);
            case CANNOT_OPEN ->
                workspace(
                        database + " can't be opened: " + fault.getMessage() + ".",
                        "See whether the folder is there and may be read and written.",
                        fault);
            case BUSY, LOCKED ->
                workspace(
                        database + " is kept busy by another program.",
                        "Close the program that has gewu.db open, then try again.",
                        fault);
            case INPUT_OUTPUT ->
                isFull(database)
                        ? full(database, fault)
                        : workspace(
                                "Reading or writing " + database + " failed: " + fault.getMessage() + ".",
                                "See whether the disk is failing or was taken away, then try again.",
                                fault);
            default -> new IllegalStateException(fault.getMessage() + " in: " + sql.strip(), fault);
        };
    }

    private static WorkbenchException full(Path database, SQLException cause) {
        return workspace(
                "The disk that holds " + database + " is full; nothing of this step was kept.",
                "Free some space and do it again; what was kept before is whole.",
                cause);
    }

    /// SQLite's helper files fail with an error of their own when no space is left for them.
    private static boolean isFull(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        return folder != null && folder.toFile().getUsableSpace() < ROOM_TO_WORK;
    }

    private static WorkbenchException workspace(String message, String remedy, SQLException cause) {
        return new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy, cause);
    }
}
