package gewu.kernel.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Notices that files of plugins were written, changed or taken away. A file that is still being written waits until
/// two looks find it the same. Not safe for threads.
final class FileWatch {
    private final Path folder;
    private Map<String, String> known = Map.of();
    private Map<String, String> seen = Map.of();

    FileWatch(Path folder) {
        this.folder = folder;
    }

    /// From now on the files are known as they are.
    void know() throws IOException {
        known = OneFilePlugins.stamps(folder);
        seen = known;
    }

    /// The names of files that are no longer as they were known; empty while somebody writes.
    Set<String> changed() throws IOException {
        Map<String, String> now = OneFilePlugins.stamps(folder);
        boolean isStill = now.equals(seen);
        seen = now;
        Set<String> changed = new TreeSet<>();
        if (isStill) {
            now.forEach((file, stamp) -> {
                if (!stamp.equals(known.get(file))) {
                    changed.add(file);
                }
            });
            known.keySet().stream().filter(it -> !now.containsKey(it)).forEach(changed::add);
        }
        return changed;
    }

    /// Whether a file of this name was there when the files were last known.
    boolean knew(String file) {
        return known.containsKey(file);
    }
}
