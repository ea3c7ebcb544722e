package gewu.workbench.page;

/// Answers what is asked at some addresses. Safe for all threads.
@FunctionalInterface
interface Desk {
    /// @throws gewu.api.WorkbenchException if it can't be done; it says what to do instead
    Reply answer(Ask ask);
}
