package gewu.index;

import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/// A plugin's scope over one folder.
final class FolderScope implements PluginScope, AutoCloseable {
    private final Path folder;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    FolderScope(Path folder) {
        this.folder = folder;
    }

    @Override
    public void close() throws Exception {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }

    @Override
    public String plugin() {
        return "index";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public ExecutorService executor() {
        return ForkJoinPool.commonPool();
    }

    @Override
    public void every(Duration period, Runnable work) {
        throw new UnsupportedOperationException("every " + period);
    }

    @Override
    public void onClose(AutoCloseable resource) {
        resources.push(resource);
    }

    @Override
    public Path dataFolder() throws IOException {
        return Files.createDirectories(folder);
    }

    @Override
    public Path temporaryFolder() throws IOException {
        return Files.createTempDirectory(folder, "temporary");
    }

    @Override
    public boolean isClosing() {
        return false;
    }
}
