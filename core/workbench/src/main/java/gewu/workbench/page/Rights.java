package gewu.workbench.page;

import gewu.workbench.command.Calls;

/// Who may call what. Safe for all threads.
interface Rights {
    /// Everything: the workbench of one person, on his own machine.
    Rights ALL = (call, ask) -> call;

    /// The call as this person may make it, such as with his own name in it.
    ///
    /// @throws gewu.api.WorkbenchException if he may not; it says who may
    Calls.Understood allowed(Calls.Understood call, Ask ask);
}
