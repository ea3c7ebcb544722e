package gewu.api.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// What lives and ends with a plugin: ask for it in a constructor, take threads, timers and folders from it,
/// and all of it is closed, in reverse order, when the plugin is deactivated.
public interface PluginScope {
    /// The plugin's id.
    String plugin();

    /// The plugin's version, such as `1.2.0`.
    String version();

    /// Threads of this plugin's own, named after it.
    ExecutorService executor();

    /// Runs `work` again and again, the first time after one `period`; a failure is recorded, and the next turn comes
    /// all the same.
    void every(Duration period, Runnable work);

    /// Closes `resource` when the plugin is deactivated.
    void onClose(AutoCloseable resource);

    /// A folder that is kept from start to start, for data that can be made again or belongs to this plugin alone.
    Path dataFolder() throws IOException;

    /// A new folder that is deleted when the plugin is deactivated.
    Path temporaryFolder() throws IOException;

    /// Whether the plugin is being deactivated; long work asks and ends.
    boolean isClosing();
}
