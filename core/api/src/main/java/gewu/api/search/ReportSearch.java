package gewu.api.search;

/// Finds paragraphs. Safe for all threads.
public interface ReportSearch {
    /// Answers from everything committed before the call.
    ///
    /// @throws gewu.api.WorkbenchException if the words can't be understood; it points at the place and proposes
    SearchAnswer search(SearchQuery query);
}
