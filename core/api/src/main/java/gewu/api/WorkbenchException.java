package gewu.api;

/// Tells a person what went wrong, with what, and what to do next.
///
/// The message names the thing and the reason ("自评报告.pdf is protected by a password."); the remedy is the next move
/// ("Save a copy without the password, then import that copy."). The terminal and the browser print both and no stack
/// trace.
public final class WorkbenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final Kind kind;

    /// What the failure concerns; decides the exit status of a command.
    public enum Kind {
        /// Some item failed; the rest is fine. Exit status 1.
        ITEM,
        /// The words of the call are off. Exit status 2.
        USAGE,
        /// The workspace can't be used: locked, damaged, full, from a newer version. Exit status 3.
        WORKSPACE
    }

    /// One item failed.
    public WorkbenchException(String message, String remedy) {
        this(Kind.ITEM, message, remedy);
    }

    public WorkbenchException(Kind kind, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
    }

    public WorkbenchException(Kind kind, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    public Kind kind() {
        return kind;
    }
}
