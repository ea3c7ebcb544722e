package gewu.ledger;

import java.util.List;

/// The parties as of the last event, kept until an event speaks of one. Events are told apart by their hash,
/// so that what was rolled back is never taken for what was read. Safe for all threads.
final class KnownParties {
    private static final List<String> SERIES = List.of(Ids.UNIT, Ids.PERSON);

    private final EventLog log;
    private volatile Read last = new Read(new EventLog.Head(0, ""), new EventLog.Head(0, ""), Parties.NONE);

    KnownParties(EventLog log) {
        this.log = log;
    }

    /// @param head  the last event of all when they were read
    /// @param event the last that speaks of a party
    private record Read(EventLog.Head head, EventLog.Head event, Parties parties) {}

    Parties now() {
        Read known = last;
        // What is asked for first may be older than what is read behind it, never newer.
        EventLog.Head head = log.head();
        if (head.equals(known.head())) {
            return known.parties();
        }
        EventLog.Head event = log.lastOf(SERIES);
        Parties parties = event.equals(known.event()) ? known.parties() : Parties.of(log);
        last = new Read(head, event, parties);
        return parties;
    }
}
