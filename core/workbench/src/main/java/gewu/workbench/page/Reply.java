package gewu.workbench.page;

import java.nio.file.Path;

/// What a browser gets.
sealed interface Reply {
    /// A page, or another text.
    ///
    /// @param status an HTTP status
    /// @param type   a media type
    record Text(int status, String type, String body) implements Reply {}

    /// Sends the browser to another place of this workbench.
    record Elsewhere(String place) implements Reply {}

    /// A file to keep. Whoever sends it deletes it.
    ///
    /// @param type a media type
    /// @param name under which the browser keeps it
    record Download(String type, String name, Path file) implements Reply {}

    static Reply page(int status, String html) {
        return new Text(status, "text/html; charset=utf-8", html);
    }
}
