package gewu.kernel;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// How a house is set up.
///
/// @param workspace      the folder of the workspace; made on first use
/// @param bundledPlugins folders whose sub-folders are the plugins that come with Gewu
/// @param hostLoader     where the built-in plugins' manifests and classes are found
/// @param clock          what time it is, for everything the house writes down
/// @param safe           whether only bundled plugins take part
/// @param workers        how many processes read files; 0 to read them in this one
public record HouseSettings(
        Path workspace, List<Path> bundledPlugins, ClassLoader hostLoader, Clock clock, boolean safe, int workers) {
    /// Files are read in this process.
    public HouseSettings(Path workspace, List<Path> bundledPlugins, ClassLoader hostLoader, Clock clock, boolean safe) {
        this(workspace, bundledPlugins, hostLoader, clock, safe, 0);
    }

    public HouseSettings {
        bundledPlugins = List.copyOf(bundledPlugins);
    }
}
