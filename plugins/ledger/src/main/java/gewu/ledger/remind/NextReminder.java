package gewu.ledger.remind;

import gewu.api.Label;
import java.time.LocalDate;

/// When somebody will be reminded of an item next, unless something is done about it before.
///
/// @param on  today or before if it has fallen due and goes out with the next round
/// @param day the day it counts from
public record NextReminder(LocalDate on, String rule, Basis basis, LocalDate day, String name, Colour colour) {
    /// Of what.
    public Label words() {
        return basis.words(on, day, name);
    }
}
