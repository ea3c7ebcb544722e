package gewu.kernel.plugin;

import java.util.List;
import java.util.Locale;

/// How a plugin is, for people.
///
/// @param id         its id; the file's name when there is no readable manifest
/// @param version    empty when unknown
/// @param reason     why it is not at work, or what of it is paused, in sentences; empty when all is well
/// @param extensions what it contributes, such as `command/reports`
public record PluginReport(String id, String version, State state, String reason, List<String> extensions) {
    public PluginReport {
        extensions = List.copyOf(extensions);
    }

    public enum State {
        /// All it needs is there; nothing of it is loaded before somebody uses it.
        RESOLVED,
        /// It is loaded and at work.
        ACTIVE,
        /// It is at work, but some of its contributions are not called any more.
        PAUSED,
        /// It can't work; the reason says why.
        FAILED,
        /// Somebody switched it off; not one byte of it is executed.
        DISABLED;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
