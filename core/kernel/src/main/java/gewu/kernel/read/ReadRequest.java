package gewu.kernel.read;

import java.nio.file.Path;

/// What to read, and how.
///
/// @param path      what to call the file in messages
/// @param local     where its content is; nobody writes to it meanwhile
/// @param mediaType by its content
/// @param importer  `plugin/extension` of the importer or unpacker that reads it
/// @param ocr       when to recognise pages
/// @param scratch   an empty folder for what an unpacker takes out; only used for archives
public record ReadRequest(Path path, Path local, String mediaType, String importer, Ocr ocr, Path scratch)
        implements WorkerRequest {
    /// When to recognise pages.
    public enum Ocr {
        /// Pages without a text layer one can trust.
        AUTO,
        /// No page.
        NEVER,
        /// Every page that has a picture.
        ALWAYS
    }
}
