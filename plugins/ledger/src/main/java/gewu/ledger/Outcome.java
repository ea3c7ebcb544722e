package gewu.ledger;

import java.util.ArrayList;
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

    /// What is odd about the evidence that was given.
    List<Odd> oddities() {
        List<Odd> all = new ArrayList<>();
        for (Done it : done) {
            if (!it.act().equals(Act.EVIDENCE.id())) {
                continue;
            }
            for (String number : it.after().members("evidence")) {
                for (Oddity oddity : Oddity.values()) {
                    String field = "evidence." + number + "." + oddity.id();
                    if (it.after().has(field)
                            && !it.after().of(field).equals(it.before().of(field))) {
                        all.add(new Odd(it.id(), number, oddity, it.after().of(field)));
                    }
                }
            }
        }
        return all;
    }

    /// Something odd about a piece of evidence.
    ///
    /// @param number of the evidence
    /// @param about  as [Oddity#told] takes it
    record Odd(String id, String number, Oddity oddity, String about) {}

    /// One act that was done.
    record Done(String id, String act, Fields before, Fields after) {}
}
