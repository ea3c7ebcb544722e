package gewu.notebook;

import gewu.api.WorkbenchException;

/// What people are told when a call is off.
final class Fault {
    private Fault() {}

    static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
