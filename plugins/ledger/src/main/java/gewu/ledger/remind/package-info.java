/// When whom to remind of what: rules as data, what falls due, what was sent, by which channels. Knows items only as
/// [gewu.ledger.remind.Matter]s; how they come about is none of its business.
@NullMarked
package gewu.ledger.remind;

import org.jspecify.annotations.NullMarked;
