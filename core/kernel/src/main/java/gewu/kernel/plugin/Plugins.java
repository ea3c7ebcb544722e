package gewu.kernel.plugin;

import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All plugins of a workbench. No fault of a plugin comes out of it but as a report, a sentence or a
/// [gewu.api.plugin.PluginFault]. Safe for all threads; changes take turns.
public final class Plugins implements Extensions, AutoCloseable {

    public Plugins(PluginSettings settings) {}

    /// Finds all plugins, decides who can work, and builds the registry; no plugin class is loaded.
    public void start() {}

    /// Every plugin that was found, those of the house first, then by id.
    public List<PluginReport> list() {
        return List.of();
    }

    /// Says in sentences how a plugin came to be what it is.
    ///
    /// @throws gewu.api.WorkbenchException if there is no such plugin; it proposes the nearest id
    public List<String> why(String id) {
        return List.of();
    }

    /// Loads a plugin now rather than at its first use.
    ///
    /// @throws gewu.api.plugin.PluginFault if it can't be
    public void activate(String id) {}

    /// Lets a disabled plugin work again, and gives a failed or paused one another try.
    public PluginReport enable(String id) {
        throw new UnsupportedOperationException(id);
    }

    /// Ends a plugin and those that need it, and keeps them from working until they are enabled.
    public PluginReport disable(String id) {
        throw new UnsupportedOperationException(id);
    }

    /// Checks a jar, zip or folder and, if nothing is wrong with it, makes it a plugin of this workbench at once.
    ///
    /// @throws gewu.api.WorkbenchException if something is wrong; nothing was copied then
    public PluginReport install(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /// Ends a plugin of the user folder and takes its files away; its data stays.
    public void uninstall(String id) {
        throw new UnsupportedOperationException(id);
    }

    /// Ends a plugin and all that need it, reads it anew, and brings all of them back.
    public PluginReport reload(String id) {
        throw new UnsupportedOperationException(id);
    }

    /// Opens a file inside a plugin without loading the plugin, such as a script that its manifest names.
    public InputStream open(String id, String path) throws IOException {
        throw new IOException(id + ": " + path);
    }

    @Override
    public <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type) {
        return List.of();
    }

    @Override
    public <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id) {
        return of(type).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public void onChange(PluginScope scope, Runnable listener) {}

    /// Ends all plugins, the last started first.
    @Override
    public void close() {}
}
