package gewu.api.intake;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;

/// Extension point `importer`: turns one kind of file into text.
///
/// An importer only reads; cutting, storing and indexing are the same for every kind of file. The media types
/// it reads, the file name endings people use for them, and the largest file it takes stand in its manifest,
/// so that nothing is loaded to know them. One instance serves all threads.
public interface ReportImporter extends ExtensionPoint {
    /// Reads the whole file. The same bytes give the same reading.
    ///
    /// @throws IOException if reading fails midway; a file that can't become a report is a [Reading.Refused]
    Reading read(SourceFile file) throws IOException;
}
