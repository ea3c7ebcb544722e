package gewu.api.plugin;

import java.util.List;
import java.util.Optional;

/// The registry of all contributions, known from manifests alone. Safe for all threads.
public interface Extensions {
    /// All living contributions to the point that `type` stands for, in an order that never depends on chance:
    /// explicit `before`/`after`, then `order`, then plugin id and extension id.
    <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type);

    /// The contribution with this id.
    <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id);

    /// Calls `listener` after plugins came or went; ends when `scope` closes.
    void onChange(PluginScope scope, Runnable listener);
}
