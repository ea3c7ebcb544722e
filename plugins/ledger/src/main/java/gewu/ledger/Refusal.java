package gewu.ledger;

import gewu.api.Label;
import java.util.List;

/// Why something was not done to an item, and what could be done instead, by whom.
///
/// @param failed  the guards that did not hold; `state`, `role`, `unknown`, `input` and `version` stand for what comes
/// before guards
/// @param instead acts that its state allows, with who may do them
record Refusal(String id, Act act, List<String> failed, Label why, List<Label> instead) {
    Refusal {
        failed = List.copyOf(failed);
        instead = List.copyOf(instead);
    }
}
