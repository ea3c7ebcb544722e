package gewu.workbench;

import gewu.api.Label;
import gewu.api.job.Jobs;
import gewu.api.plugin.Extensions;
import gewu.kernel.House;
import gewu.kernel.HouseSettings;
import gewu.kernel.workspace.Workspace;
import gewu.workbench.command.Doors;
import gewu.workbench.command.GlobalOptions;
import java.time.Clock;

/// The real house, as the front door sees it.
final class HouseDoors implements Doors {
    private final House house;

    HouseDoors(GlobalOptions options) {
        this.house = House.at(new HouseSettings(
                options.workspace(),
                Distribution.plugins(),
                HouseDoors.class.getClassLoader(),
                Clock.systemDefaultZone(),
                options.isSafe(),
                workers()));
    }

    /// As many as there are processors, up to four; each takes some hundred megabytes.
    private static int workers() {
        int usual = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        return Integer.getInteger("gewu.workers", usual);
    }

    @Override
    public Extensions extensions() {
        return house.extensions();
    }

    @Override
    public void enter(Access access) {
        house.enter(access == Access.WRITE ? Workspace.Access.WRITE : Workspace.Access.READ);
    }

    @Override
    public Jobs jobs() {
        return house.jobs();
    }

    @Override
    public Label label(String english) {
        return house.sentences().label(english);
    }

    @Override
    public void close() {
        house.close();
    }
}
