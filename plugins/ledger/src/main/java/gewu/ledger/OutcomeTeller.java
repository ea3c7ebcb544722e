package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.ledger.remind.Reminders;
import java.util.Optional;

/// Tells what acts came to, item by item, and what was refused.
final class OutcomeTeller {
    private static final int FEW = 200;
    /// An event that no plan of reminders knows.
    private static final long CHANGED = -1;

    private final Ledger ledger;
    private final Reminding reminding;

    OutcomeTeller(Ledger ledger, Reminding reminding) {
        this.ledger = ledger;
        this.reminding = reminding;
    }

    Exit tell(Outcome outcome, LedgerCall call, Output output) {
        LedgerRows rows = call.rows();
        // For a few the next reminder is worked out anew; a bulk is not kept waiting for it.
        Optional<Reminders.Outlook> outlook = output.isJson() && outcome.done().size() <= FEW
                ? Optional.of(reminding.outlook(output))
                : Optional.empty();
        for (Outcome.Done it : outcome.done()) {
            if (it.id().startsWith(Ids.ITEM) && it.after().has("state")) {
                DataRow row = rows.item(
                        Standing.of(it.id(), it.after()), ledger.items().events(it.id()));
                output.row(outlook.map(known -> Reminding.withNext(row, known.next(it.id(), CHANGED)))
                        .orElse(row));
            }
        }
        outcome.oddities().forEach(it -> output.row(rows.oddity(it)));
        outcome.refused().forEach(it -> output.row(rows.refusal(it)));
        output.row(DataRow.of("batch")
                .with("batch", outcome.batch() == 0 ? null : outcome.batch())
                .with("done", outcome.done().size())
                .with("refused", outcome.refused().size()));
        if (!output.isJson()) {
            output.show(call.panels().outcome(outcome, call.by()));
        }
        return outcome.refused().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }
}
