package gewu.ledger.remind;

import java.time.LocalDate;

/// A day of an item from which rules count.
///
/// @param revision which one it is: the second deadline, the first milestone; reminders of one revision are sent once
/// @param since    from when it holds: for days before it nobody is reminded
/// @param name     of the milestone or letter; empty for none
public record Anchor(Basis basis, String revision, LocalDate since, LocalDate day, String name) {}
