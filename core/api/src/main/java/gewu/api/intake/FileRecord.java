package gewu.api.intake;

import java.time.Instant;

/// What is known of a file that was brought in, or tried.
///
/// @param file   the path as given
/// @param state  where it stands now
/// @param report id of the report it became, updated or repeats; empty when it became none
/// @param reason why it stands there; empty when all is well
/// @param remedy what to do about it; empty when nothing
/// @param page   the page on which it failed; 0 if it is not about one
/// @param since  when it came into this state
public record FileRecord(
        String file, Brought.State state, String report, String reason, String remedy, int page, Instant since) {}
