package gewu.kernel.plugin;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;

/// Which plugins people switched off; one id a line. Used under the lock of [Plugins].
final class DisabledList {
    private final Path file;

    DisabledList(Path file) {
        this.file = file;
    }

    Set<String> all() {
        Set<String> ids = new TreeSet<>();
        if (Files.isRegularFile(file)) {
            try {
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .forEach(ids::add);
            } catch (IOException unreadable) {
                org.slf4j.LoggerFactory.getLogger(DisabledList.class)
                        .warn("{} can't be read, so no plugin counts as disabled: {}", file, unreadable.toString());
            }
        }
        return ids;
    }

    void add(String id) {
        Set<String> ids = all();
        if (ids.add(id)) {
            write(ids);
        }
    }

    void remove(String id) {
        Set<String> ids = all();
        if (ids.remove(id)) {
            write(ids);
        }
    }

    private void write(Set<String> ids) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, ids);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    file + " can't be written: " + unwritable.getMessage(),
                    "Give yourself the right to write there, or make room on the disk.",
                    unwritable);
        }
    }
}
