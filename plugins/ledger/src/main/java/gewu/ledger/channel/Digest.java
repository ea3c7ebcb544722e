package gewu.ledger.channel;

import java.time.LocalDate;
import java.util.List;

/// What a channel is given at once: reminders in the order in which they were sent, also those that fell due while the
/// program was off.
///
/// @param day the day on which it is handed over
public record Digest(LocalDate day, List<Notice> notices) {
    public Digest {
        notices = List.copyOf(notices);
    }
}
