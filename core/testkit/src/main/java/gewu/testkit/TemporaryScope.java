package gewu.testkit;

import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A plugin's scope for tests that need no house: what it gave out ends when it is closed. Safe for all threads.
public final class TemporaryScope implements PluginScope, AutoCloseable {
    private final String plugin;
    private final Path folder;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private volatile boolean closing;

    /// A scope whose folders stand in `folder`, which the test deletes.
    public TemporaryScope(String plugin, Path folder) {
        this.plugin = plugin;
        this.folder = folder;
    }

    @Override
    public String plugin() {
        return plugin;
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public ExecutorService executor() {
        ExecutorService executor = Executors.newCachedThreadPool();
        onClose(executor::shutdownNow);
        return executor;
    }

    @Override
    public void every(Duration period, Runnable work) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> turns =
                timer.scheduleAtFixedRate(work, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        onClose(() -> {
            turns.cancel(true);
            timer.shutdownNow();
        });
    }

    @Override
    public synchronized void onClose(AutoCloseable resource) {
        resources.push(resource);
    }

    @Override
    public Path dataFolder() throws IOException {
        return Files.createDirectories(folder.resolve("data").resolve(plugin));
    }

    @Override
    public Path temporaryFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), plugin);
    }

    @Override
    public boolean isClosing() {
        return closing;
    }

    /// Closes what was given out, in reverse order.
    @Override
    public synchronized void close() throws Exception {
        closing = true;
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }
}
