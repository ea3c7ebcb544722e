package gewu.api.intake;

import java.util.Locale;

/// What became of one file.
///
/// @param file       the path as given
/// @param report     id of the report it became, updated or repeats; empty when it became none
/// @param reason     why it failed or was skipped, and what to do; empty when all is well
/// @param pages      how many pages were read
/// @param characters how many UTF-16 units of text
/// @param millis     how long it took
public record Brought(String file, State state, String report, String reason, int pages, int characters, long millis) {

    /// The end of a file's way in.
    public enum State {
        IMPORTED,
        UPDATED,
        DUPLICATE,
        FAILED,
        SKIPPED;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
