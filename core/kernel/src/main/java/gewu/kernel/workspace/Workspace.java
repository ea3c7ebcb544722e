package gewu.kernel.workspace;

import gewu.api.WorkbenchException;
import gewu.api.WorkbenchException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The folder in which everything lives.
///
/// ```
/// format             which form the folder has
/// gewu.db            the store
/// originals/ab/…     the files as they were brought in, named by their sha256
/// data/PLUGIN/       what a plugin keeps for itself
/// plugins/           plugins put here by people
/// state/             what can be made again: caches, the index
/// settings.properties what people chose for importers
/// lock, lock.holder  who may write
/// ```
/// One process at a time holds the workspace; others may read beside it.
public final class Workspace implements AutoCloseable {
    private static final int FORMAT = 1;
    private static final Set<String> OWN_NAMES = Set.of(
            "format", "gewu.db", "originals", "data", "plugins", "state", "lock", "lock.holder", "settings.properties");
    /// How long a writer waits for readers, whose commands are short.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path folder;
    private final @Nullable Lock lock;

    /// What a command needs.
    public enum Access {
        READ,
        WRITE
    }

    private Workspace(Path folder, @Nullable Lock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Opens the workspace, making it if there is none.
    ///
    /// To read, the lock is taken if it is free, so that small work such as bringing the index up to date may
    /// happen; if another process has it, the workspace is only read. To write, the lock must be had.
    /// @throws WorkbenchException of kind `WORKSPACE` if it can't be used; nothing was changed then
    public static Workspace open(Path folder, Access access, Clock clock) {
        checkFormat(folder);
        try {
            Path real = made(folder);
            Optional<Lock> lock = take(real, access, clock);
            if (lock.isEmpty()) {
                if (access == Access.WRITE) {
                    throw held(folder, Lock.holder(real));
                }
                return beside(real);
            }
            return prepared(real, lock.get());
        } catch (AccessDeniedException denied) {
            throw unusable(
                    "You have no rights to write in the workspace " + folder + " (" + denied.getFile() + ").",
                    "Ask the owner of the folder for the rights, or choose another with --workspace.",
                    denied);
        } catch (FileAlreadyExistsException notAFolder) {
            throw unusable(
                    "The workspace " + folder + " can't be made: " + notAFolder.getFile() + " is a file, not a folder.",
                    "Choose another folder with --workspace.",
                    notAFolder);
        } catch (IOException failed) {
            throw unusable(
                    "The workspace " + folder + " can't be used: " + failed.getMessage() + ".",
                    "See whether the disk is full or write-protected, or choose another folder with --workspace.",
                    failed);
        }
    }

    public Path folder() {
        return folder;
    }

    /// Whether another process holds the workspace and this one only reads.
    public boolean isReadOnly() {
        return lock == null;
    }

    public Path database() {
        return folder.resolve("gewu.db");
    }

    /// The folder of original files.
    public Path originals() {
        return folder.resolve("originals");
    }

    /// Where the original with this hash stands, if it is there.
    public Path original(String sha256) {
        return originals().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// What a plugin keeps for itself; made when first asked for.
    public Path dataOf(String plugin) throws IOException {
        return Files.createDirectories(folder.resolve("data").resolve(plugin));
    }

    /// Plugins put here by people.
    public Path plugins() {
        return folder.resolve("plugins");
    }

    /// What can be made again.
    public Path state() {
        return folder.resolve("state");
    }

    /// Gives the workspace to the next process.
    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException failed) {
                throw unusable(
                        "The workspace " + folder + " could not be given back: " + failed.getMessage() + ".",
                        "It is free as soon as this process has ended.",
                        failed);
            }
        }
    }

    /// Before anything is touched: is this a workspace that this version understands, or a place to make one?
    private static void checkFormat(Path folder) {
        Path format = folder.resolve("format");
        try {
            if (Files.exists(format)) {
                checkNumber(folder, Files.readString(format).strip());
            } else if (Files.isDirectory(folder)) {
                checkEmpty(folder);
            }
        } catch (IOException unreadable) {
            throw unusable(
                    "The workspace " + folder + " can't be read: " + unreadable.getMessage() + ".",
                    "See to the rights of the folder, or choose another with --workspace.",
                    unreadable);
        }
    }

    private static void checkNumber(Path folder, String number) {
        if (!number.matches("\\d{1,9}")) {
            throw unusable(
                    "The workspace " + folder + " is damaged: its file format holds “" + number + "”, not a number.",
                    "Put back a backup, or write " + FORMAT + " into that file if the rest is whole.",
                    null);
        }
        if (Integer.parseInt(number) > FORMAT) {
            throw unusable(
                    "The workspace " + folder + " is from a newer version of Gewu (format " + number
                            + "; this version knows " + FORMAT + "). Nothing was changed.",
                    "Use the newer version, or choose another folder with --workspace.",
                    null);
        }
    }

    private static void checkEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!OWN_NAMES.contains(name) && !name.startsWith(".")) {
                    throw unusable(
                            "The folder " + folder + " is no workspace and not empty (it holds " + name + ").",
                            "Choose an empty or new folder with --workspace.",
                            null);
                }
            }
        }
    }

    private static Path made(Path folder) throws IOException {
        Files.createDirectories(folder);
        return folder.toRealPath();
    }

    private static Optional<Lock> take(Path folder, Access access, Clock clock) throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Holder self = Holder.here(access, clock);
        Optional<Lock> lock = Lock.tryTake(folder, self);
        while (lock.isEmpty()
                && access == Access.WRITE
                && isHeldToRead(folder)
                && System.nanoTime() < giveUp
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            lock = Lock.tryTake(folder, self);
        }
        return lock;
    }

    private static boolean isHeldToRead(Path folder) {
        return Lock.holder(folder)
                .map(holder -> holder.access().equals(Access.READ.name()))
                .orElse(false);
    }

    private static Workspace prepared(Path folder, Lock lock) throws IOException {
        boolean isPrepared = false;
        try {
            Workspace workspace = new Workspace(folder, lock);
            for (String name : new String[] {"originals", "data", "plugins", "state"}) {
                Files.createDirectories(folder.resolve(name));
            }
            workspace.checkNothingIsLost();
            workspace.sweepOriginals();
            Path format = folder.resolve("format");
            if (!Files.exists(format)) {
                Files.writeString(format, FORMAT + "\n");
            }
            isPrepared = true;
            return workspace;
        } finally {
            if (!isPrepared) {
                lock.close();
            }
        }
    }

    private static Workspace beside(Path folder) {
        Workspace workspace = new Workspace(folder, null);
        if (!Files.exists(workspace.database())) {
            throw unusable(
                    "The workspace " + folder + " is being made by another program.", "Try again in a moment.", null);
        }
        return workspace;
    }

    /// A missing store beside kept originals is a loss, not a new workspace.
    private void checkNothingIsLost() throws IOException {
        boolean hasStore = Files.exists(database()) && Files.size(database()) > 0;
        if (hasStore) {
            return;
        }
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(originals(), "??")) {
            if (kept.iterator().hasNext()) {
                throw unusable(
                        "The workspace " + folder
                                + " is damaged: gewu.db is missing or empty, but originals/ holds files.",
                        "Put back a backup of gewu.db; or move originals/ out of the workspace and import it from there.",
                        null);
            }
        }
    }

    /// Copies that a crash left half made.
    private void sweepOriginals() throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(originals(), ".coming-*")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
    }

    private static WorkbenchException held(Path folder, Optional<Holder> holder) {
        return unusable(
                "The workspace " + folder + " is in use by "
                        + holder.map(Holder::described).orElse("another program") + ".",
                "End that program, or do this there; searching and reading work beside it. "
                        + "Another workspace is chosen with --workspace.",
                null);
    }

    private static WorkbenchException unusable(String message, String remedy, @Nullable Throwable cause) {
        return cause == null
                ? new WorkbenchException(Kind.WORKSPACE, message, remedy)
                : new WorkbenchException(Kind.WORKSPACE, message, remedy, cause);
    }
}
