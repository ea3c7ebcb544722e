package gewu.importofd;

/// A page of the file, before it is read.
sealed interface Sheet {
    /// @param volume the document it belongs to
    /// @param part   where it stands
    record Whole(Volume volume, String part) implements Sheet {}

    /// Stands for the pages of a document, in a file of several, whose list of pages can't be read.
    record Lost(String why) implements Sheet {}
}
