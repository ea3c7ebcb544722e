package gewu.index;

import java.io.IOException;

/// The index can be read, but not be written here and now: another process writes it, or the folder is read-only.
final class NotWritableException extends IOException {
    private static final long serialVersionUID = 1L;

    NotWritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
