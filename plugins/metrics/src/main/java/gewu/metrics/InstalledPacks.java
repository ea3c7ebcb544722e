package gewu.metrics;

import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.util.Optional;

/// The packs of a workspace.
final class InstalledPacks extends Packs {
    InstalledPacks(PluginScope scope) throws IOException {
        super(Optional.of(scope.dataFolder()));
    }
}
