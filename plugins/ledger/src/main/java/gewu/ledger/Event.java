package gewu.ledger;

import java.time.Instant;

/// What somebody did to one subject of the ledger. Never changed, never deleted.
///
/// @param sequence from 1, without a gap
/// @param subject  an item, a remedy or a party
/// @param batch    sequence of the first event of what was done together
/// @param undoes   the batch that this one takes back; 0 for none
/// @param actor    a person's id or name
/// @param act      what was done, as [Act#id] has it
/// @param changes  as [Canon#write] has them
/// @param previous hash of the event before it; empty for the first
record Event(
        long sequence,
        String subject,
        long batch,
        long undoes,
        Instant at,
        String actor,
        Role role,
        String act,
        String reason,
        String changes,
        String previous,
        String hash) {
    /// The act of an event that takes a batch back.
    static final String UNDO = "undo";

    /// The same event with the hash of what it says.
    Event sealed() {
        return new Event(
                sequence, subject, batch, undoes, at, actor, role, act, reason, changes, previous, Canon.hash(this));
    }
}
