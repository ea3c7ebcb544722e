package gewu.ledger;

import java.util.List;

/// How it went: what was done together, and what was not.
///
/// @param batch   number of the batch; 0 if nothing was done
/// @param done    in the order asked
/// @param refused in the order asked
record Outcome(long batch, List<Done> done, List<Refusal> refused) {
    Outcome {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }

    /// One act that was done.
    record Done(String id, String act, Fields before, Fields after) {}
}
