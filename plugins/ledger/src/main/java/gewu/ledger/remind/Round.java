package gewu.ledger.remind;

import java.util.List;

/// How a round of reminding went.
///
/// @param digest    its number; 0 if nothing was sent
/// @param sent      how many reminders
/// @param late      how many of them had fallen due on a day before
/// @param proposals how many propose something, such as 约谈
/// @param waiting   what channels have not taken
public record Round(long digest, long sent, long late, long items, long proposals, List<Waiting> waiting) {
    public Round {
        waiting = List.copyOf(waiting);
    }

    /// Reminders that wait for a channel.
    ///
    /// @param attempts how often it was tried
    /// @param failure  why it failed last; empty if it was not tried
    public record Waiting(String channel, long reminders, long attempts, String failure) {}
}
