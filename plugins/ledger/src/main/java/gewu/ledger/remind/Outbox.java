package gewu.ledger.remind;

import gewu.api.store.Store;
import java.time.LocalDate;
import java.util.List;

/// What channels that may fail are to be given, written down in the transaction of the reminder. Safe for all threads.
final class Outbox {
    private final Store store;

    Outbox(Store store) {
        this.store = store;
    }

    void add(String channel, long reminder) {
        store.update(
                "INSERT INTO ledger_reminder_outbox (channel, reminder, attempts, handed_on, failure) VALUES (?, ?, 0, '', '')",
                channel,
                reminder);
    }

    /// The channels that are to be given something.
    List<String> channels() {
        return store.query(
                "SELECT DISTINCT channel FROM ledger_reminder_outbox WHERE handed_on = '' ORDER BY channel",
                row -> row.text("channel"));
    }

    /// The oldest reminders that a channel has not taken.
    ///
    /// @param after number of the one behind which to begin; 0 for the first
    List<Long> waiting(String channel, long after, int limit) {
        return store.query(
                "SELECT reminder FROM ledger_reminder_outbox WHERE handed_on = '' AND channel = ? AND reminder > ?"
                        + " ORDER BY reminder LIMIT ?",
                row -> row.number("reminder"),
                channel,
                after,
                limit);
    }

    void taken(String channel, List<Long> reminders, LocalDate today) {
        reminders.forEach(it -> store.update(
                "UPDATE ledger_reminder_outbox SET handed_on = ?, failure = '', attempts = attempts + 1"
                        + " WHERE channel = ? AND reminder = ?",
                today,
                channel,
                it));
    }

    void failed(String channel, long reminder, String failure) {
        store.update(
                "UPDATE ledger_reminder_outbox SET failure = ?, attempts = attempts + 1"
                        + " WHERE channel = ? AND reminder = ?",
                failure,
                channel,
                reminder);
    }

    /// Nobody speaks of the channel any more: what waited for it stays in the list of the workbench alone.
    void giveUp(String channel, LocalDate today) {
        store.update(
                "UPDATE ledger_reminder_outbox SET handed_on = ?, failure = 'given up' WHERE handed_on = '' AND channel = ?",
                today,
                channel);
    }

    /// What waits because a channel failed, or was never tried: by channel and reason, the most frequent first.
    List<Round.Waiting> left() {
        return store.query(
                "SELECT channel, COUNT(*) AS n, MAX(attempts) AS attempts, failure"
                        + " FROM ledger_reminder_outbox WHERE handed_on = '' GROUP BY channel, failure"
                        + " ORDER BY channel, n DESC, failure",
                row -> new Round.Waiting(
                        row.text("channel"), row.number("n"), row.number("attempts"), row.text("failure")));
    }
}
