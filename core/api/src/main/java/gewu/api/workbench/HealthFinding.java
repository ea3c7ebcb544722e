package gewu.api.workbench;

/// What a health check found.
///
/// @param checked what was looked at
/// @param state   how it is
/// @param detail  figures or the fault, in one sentence
/// @param remedy  what to do; empty when all is well
public record HealthFinding(String checked, State state, String detail, String remedy) {
    public enum State {
        WELL,
        WARNING,
        BROKEN
    }
}
