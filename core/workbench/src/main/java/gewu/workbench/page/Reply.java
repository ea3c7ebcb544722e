package gewu.workbench.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// What a browser gets.
sealed interface Reply {
    /// A page, or another text.
    ///
    /// @param status  an HTTP status
    /// @param type    a media type
    /// @param headers what our own scripts are told beside it
    record Text(int status, String type, String body, Map<String, String> headers) implements Reply {
        Text(int status, String type, String body) {
            this(status, type, body, Map.of());
        }
    }

    /// Sends the browser to another place of this workbench.
    record Elsewhere(String place) implements Reply {}

    /// A file to keep. Whoever sends it deletes it.
    ///
    /// @param type a media type
    /// @param name under which the browser keeps it
    record Download(String type, String name, Path file) implements Reply {}

    /// Bytes that stay the same under their address, such as the picture of a page. Only the browser of whoever asked
    /// keeps them, never a proxy between.
    ///
    /// @param type a media type
    record Lasting(String type, byte[] body) implements Reply {}

    /// A piece of the program, such as a script: anybody may have it and keep it.
    ///
    /// @param type   a media type
    /// @param packed the body as gzip has it
    record Piece(String type, byte[] body, byte[] packed) implements Reply {}

    /// Sends the browser to another place with a new session, or, if it is empty, without any.
    record Entrance(String session, String place) implements Reply {}

    /// What is written while it is made, such as the lines of a command.
    record Flow(Writing writing) implements Reply {}

    /// Writes an answer.
    @FunctionalInterface
    interface Writing {
        void write(Wire wire) throws IOException;
    }

    /// Leads to whoever asked.
    @FunctionalInterface
    interface Wire {
        /// Begins the answer; called once.
        OutputStream begin(int status, String type, Map<String, String> headers) throws IOException;
    }

    /// A page that a plugin wrote, for a frame: it runs no script and reaches nothing.
    record Framed(String html) implements Reply {}

    /// An answer for programs: one JSON object.
    static Reply json(String body) {
        return new Text(200, "application/json; charset=utf-8", body);
    }

    static Reply page(int status, String html) {
        return new Text(status, "text/html; charset=utf-8", html);
    }
}
