package gewu.kernel.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write to a workspace: one process at a time, given back by the operating system even when the
/// process is killed. Who holds it stands beside it in `lock.holder`, for people.
final class Lock implements AutoCloseable {
    /// Folders this process holds. Closing any channel to a locked file would give the lock away on some
    /// systems, so the file is not even opened a second time.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Lock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock if nobody has it.
    ///
    /// @param folder a real path
    static Optional<Lock> tryTake(Path folder, Holder holder) throws IOException {
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        boolean isTaken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            Files.writeString(holderFile(folder), holder.written(), StandardCharsets.UTF_8);
            isTaken = true;
            return Optional.of(new Lock(folder, channel, lock));
        } finally {
            if (!isTaken) {
                HELD.remove(folder);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /// Who says to hold the lock; empty when nobody left a word.
    static Optional<Holder> holder(Path folder) {
        try {
            return Holder.read(Files.readString(holderFile(folder), StandardCharsets.UTF_8));
        } catch (IOException nobodySaid) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(holderFile(folder));
            lock.release();
        } finally {
            HELD.remove(folder);
        }
    }

    private static Path holderFile(Path folder) {
        return folder.resolve("lock.holder");
    }
}
