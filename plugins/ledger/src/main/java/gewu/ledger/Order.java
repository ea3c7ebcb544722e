package gewu.ledger;

import java.util.Map;

/// One act that somebody wants done.
///
/// @param id      the item; empty for a new one
/// @param in      in the form in which values are kept
/// @param version how many events the asker has seen of the item, so that nobody writes over another's work; 0 for any
record Order(Act act, String id, Map<Input, String> in, String reason, long version) {
    Order {
        in = Map.copyOf(in);
    }

    Order(Act act, String id, Map<Input, String> in, String reason) {
        this(act, id, in, reason, 0);
    }

    /// The same for an item.
    Order of(String item) {
        return new Order(act, item, in, reason, version);
    }
}
