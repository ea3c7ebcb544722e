package gewu.api.job;

import gewu.api.Label;
import java.time.Instant;

/// Long work as people see it at one moment.
///
/// @param id     unique while the program runs
/// @param done   steps done
/// @param total  steps in all; 0 while unknown
/// @param latest what was done last
/// @param reason why it failed; empty otherwise
public record Job(
        long id, Label title, State state, long done, long total, String latest, String reason, Instant startedAt) {

    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
