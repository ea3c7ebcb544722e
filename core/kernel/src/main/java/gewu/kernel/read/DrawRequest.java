package gewu.kernel.read;

import java.nio.file.Path;

/// Which page to draw.
///
/// @param path      what to call the file in messages
/// @param local     where its content is; nobody writes to it, now or later
/// @param mediaType by its content
/// @param importer  `plugin/extension` of the importer that reads it
/// @param page      from 1
/// @param dpi       pixels an inch wanted
public record DrawRequest(Path path, Path local, String mediaType, String importer, int page, int dpi)
        implements WorkerRequest {
    /// Whether the other one is a page of the same file.
    boolean isOfSameFile(DrawRequest other) {
        return local.equals(other.local) && importer.equals(other.importer);
    }
}
