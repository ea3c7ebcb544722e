package gewu.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the tables of a pack lie.
///
/// @param name   of the folder; empty for the plugin's own
/// @param folder empty for the plugin's own
record PackSource(String name, Optional<Path> folder) {
    /// The pack that comes with the plugin.
    static final PackSource OWN = new PackSource("", Optional.empty());

    static PackSource of(Path folder) {
        return new PackSource(String.valueOf(folder.getFileName()), Optional.of(folder));
    }

    boolean isOwn() {
        return folder.isEmpty();
    }

    /// The table with this file name; empty if the pack has none.
    Optional<PackTable> table(String file, int columns) {
        if (folder.isEmpty()) {
            return Optional.of(PackTable.ofResource(file, columns));
        }
        Path path = folder.get().resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PackTable.read(
                    name + "/" + file, new String(Files.readAllBytes(path), StandardCharsets.UTF_8), columns));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
