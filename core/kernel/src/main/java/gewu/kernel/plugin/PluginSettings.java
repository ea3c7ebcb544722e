package gewu.kernel.plugin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// What the plugin core is told by whoever puts the house together.
///
/// @param hostLoader     sees the api and the host's own jars; every `META-INF/plugin.xml` on it is a built-in plugin
/// @param bundledFolders folders of plugins that came with the distribution; they run where they lie
/// @param userFolder     the folder people install into; it need not exist yet
/// @param stateFolder    for what the core remembers: the manifest cache, copies of jars, who is disabled
/// @param dataFolder     holds one folder a plugin, for the plugin's own data
/// @param services       host services by api interface; may be objects that find their work later
/// @param clock          decides when failures are too many
/// @param safe           start without the plugins of the user folder
public record PluginSettings(
        ClassLoader hostLoader,
        List<Path> bundledFolders,
        Path userFolder,
        Path stateFolder,
        Path dataFolder,
        Map<Class<?>, Object> services,
        Clock clock,
        boolean safe) {
    public PluginSettings {
        bundledFolders = List.copyOf(bundledFolders);
        services = Map.copyOf(services);
    }
}
