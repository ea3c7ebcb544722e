package gewu.api.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;

/// A file on its way in: its bytes, read once, and what is known of it.
///
/// @param path      where it was found, as given
/// @param mediaType decided by its content, not by its name
/// @param bytes     the whole content; shared, so never written to
@SuppressWarnings("ArrayRecordComponent") // one read of the file serves hash, detection and importer
public record SourceFile(Path path, String mediaType, byte[] bytes) {

    /// The last part of the path.
    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /// The content as a stream; each call begins anew.
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
