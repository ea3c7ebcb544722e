package gewu.ledger.remind;

import java.time.LocalDate;

/// A turn of a rule for a day of an item.
///
/// @param on when it falls due
record Due(Rule rule, Anchor anchor, long turn, LocalDate on) {}
