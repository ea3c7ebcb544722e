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

    /// Where a file stands on its way in.
    public enum State {
        /// It waits for its turn; an import that broke off left it so.
        QUEUED,
        /// It is being read.
        PARSING,
        /// Its pages are pictures, and no text recogniser is ready; it is read as soon as one is.
        NEEDS_OCR,
        IMPORTED,
        UPDATED,
        DUPLICATE,
        FAILED,
        SKIPPED;

        /// Whether nothing more is to happen to the file as it is.
        public boolean isWell() {
            return this == IMPORTED || this == UPDATED || this == DUPLICATE;
        }

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
