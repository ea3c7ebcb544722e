package gewu.kernel.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How workers are set up.
///
/// @param count          how many there are at most
/// @param megabytes      of heap for each
/// @param bundledPlugins folders of plugins that came with the distribution
/// @param userPlugins    the folder people install plugins into
/// @param disabled       the list of plugins that people switched off
/// @param folder         where workers keep what they need meanwhile; swept
/// @param safe           whether only bundled plugins take part
/// @param chosen         options that the user chose, `plugin/extension.option` to a value
public record WorkerSetup(
        int count,
        int megabytes,
        List<Path> bundledPlugins,
        Path userPlugins,
        Path disabled,
        Path folder,
        boolean safe,
        Map<String, String> chosen) {
    /// Heap enough for a scan at 300 dpi and a large workbook.
    public static final int USUAL_MEGABYTES = 512;

    public WorkerSetup {
        bundledPlugins = List.copyOf(bundledPlugins);
        chosen = Map.copyOf(chosen);
    }
}
