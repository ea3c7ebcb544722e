package gewu.ledger;

import gewu.api.WorkbenchException;
import org.jspecify.annotations.Nullable;

/// What people are told when a call is off.
final class Fault {
    private Fault() {}

    static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }

    static WorkbenchException usage(String message, String remedy, Throwable cause) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy, cause);
    }

    static WorkbenchException workspace(String message, String remedy, @Nullable Throwable cause) {
        return cause == null
                ? new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy)
                : new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy, cause);
    }
}
