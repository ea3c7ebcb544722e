package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.kernel.plugin.PluginNews;
import gewu.kernel.plugin.Plugins;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets plugins of one file go live when they are saved, as long as the workbench is open: looks at their files once a
/// second on a thread of its own, and passes on what became of them.
final class FollowedPlugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedPlugins.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Plugins plugins;
    private final Consumer<PluginNews> hearer;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Begins at once.
    FollowedPlugins(Plugins plugins, Consumer<PluginNews> hearer) {
        this.plugins = plugins;
        this.hearer = hearer;
        Thread.ofPlatform().daemon().name("gewu-plugin-files").start(this::go);
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void go() {
        try {
            while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException over) {
            LOG.debug("Files of plugins are no longer looked at.", over);
        }
    }

    private void look() {
        try {
            plugins.followFiles().forEach(hearer);
        } catch (IOException | WorkbenchException failed) {
            // The next look may succeed; what was not brought in still counts as changed.
            LOG.warn("The files of plugins could not be looked at.", failed);
        }
    }
}
