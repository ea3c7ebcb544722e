package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.Output;

/// A thing that `gewu ledger` does, by its English and its Chinese name.
record LedgerAction(String id, String chinese, Step step) {
    /// What is done when it is called.
    @FunctionalInterface
    interface Step {
        Exit run(LedgerCall call, Output output);
    }

    boolean isCalled(String word) {
        return word.equals(id) || word.equals(chinese);
    }
}
