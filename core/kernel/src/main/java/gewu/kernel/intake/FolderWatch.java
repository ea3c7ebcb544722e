package gewu.kernel.intake;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when something may have changed in folders: as soon as the system says so and it has been quiet for a moment,
/// and from time to time in any case, since network drives tell nothing. It only looks. For one thread.
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final List<Path> paths;
    private final Duration quiet;
    private final Duration longest;
    private final WatchService service;

    /// @param quiet   how long nothing may have changed before somebody is told
    /// @param longest how long nobody is told at most
    FolderWatch(List<Path> paths, Duration quiet, Duration longest) throws IOException {
        this.paths = List.copyOf(paths);
        this.quiet = quiet;
        this.longest = longest;
        Path first = paths.getFirst().toAbsolutePath();
        this.service = first.getFileSystem().newWatchService();
    }

    /// Calls `changed` again and again, until somebody ends it.
    void follow(BooleanSupplier isOver, Runnable changed) throws InterruptedException {
        while (!isOver.getAsBoolean()) {
            paths.forEach(this::register);
            if (waitForChange(isOver)) {
                changed.run();
            }
        }
    }

    /// @return false if it is over
    private boolean waitForChange(BooleanSupplier isOver) throws InterruptedException {
        long began = System.nanoTime();
        long lastChange = 0;
        boolean hasChanged = false;
        while (!isOver.getAsBoolean()) {
            WatchKey key = service.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            long now = System.nanoTime();
            if (key != null) {
                hasChanged |= !key.pollEvents().isEmpty();
                key.reset();
                lastChange = now;
            }
            boolean isQuiet = hasChanged && now - lastChange >= quiet.toNanos();
            if (isQuiet || now - began >= longest.toNanos()) {
                return true;
            }
        }
        return false;
    }

    /// Watches a folder and all below it; a file's folder for a file. Folders watched already stay so.
    private void register(Path path) {
        try {
            Path from = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
            if (from != null) {
                Files.walkFileTree(from, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                            throws IOException {
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException | ClosedWatchServiceException unwatched) {
            LOG.debug("{} can't be watched; it is looked through from time to time.", path, unwatched);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
