package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;
import java.util.List;

/// Extension point `health`: looks whether a part of the workspace is whole; `gewu doctor` asks all of them. A check
/// only reads.
public interface HealthCheck extends ExtensionPoint {
    List<HealthFinding> check();
}
