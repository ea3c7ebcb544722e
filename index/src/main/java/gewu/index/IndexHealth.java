package gewu.index;

import gewu.api.plugin.Extensions;
import gewu.api.search.ReportIndex;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import java.util.List;

/// Asks the index whether it holds what the store holds.
final class IndexHealth implements HealthCheck {
    private final Extensions extensions;

    IndexHealth(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public List<HealthFinding> check() {
        return extensions.of(ReportIndex.class).stream()
                .flatMap(index -> index.instance().check().stream())
                .toList();
    }
}
