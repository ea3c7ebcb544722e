package gewu.kernel.report;

import java.time.Instant;

/// Where a version of a report came from.
///
/// @param file            the path as given
/// @param absoluteFile    the same path, resolved
/// @param sha256          of the original file, in hexadecimal digits
/// @param bytes           length of the original file
/// @param importer        id of the plugin that read it
/// @param importerVersion its version
public record Origin(
        String file,
        String absoluteFile,
        String sha256,
        long bytes,
        String mediaType,
        Instant importedAt,
        String importer,
        String importerVersion) {}
