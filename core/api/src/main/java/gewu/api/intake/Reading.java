package gewu.api.intake;

import gewu.api.report.SourceText;

/// What came of reading a file.
public sealed interface Reading {
    /// The file has text.
    record Text(SourceText source) implements Reading {}

    /// The file has only pictures of text.
    ///
    /// @param pages how many
    record Scanned(int pages) implements Reading {}

    /// The file can't become a report.
    ///
    /// @param why    the reason, in one sentence about the file
    /// @param remedy the reader's next move
    record Refused(String why, String remedy) implements Reading {}
}
