package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;
import java.util.Map;

/// Extension point `view`: shows something as a panel. Its title and the parameters it takes stand in the manifest.
///
/// The same parameters and the same data give the same panel; a view only reads. One instance serves all threads.
public interface View extends ExtensionPoint {
    /// @param parameters by name, as declared; the absent ones are not in the map
    Panel show(Map<String, String> parameters);
}
