package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Acts, one or many as one batch, and what is done to batches.
final class BatchActions {
    private static final int BATCHES = 20;

    private final Ledger ledger;
    private final OutcomeTeller teller;

    BatchActions(Ledger ledger, OutcomeTeller teller) {
        this.ledger = ledger;
        this.teller = teller;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("add", "录入", (call, output) -> act(Act.PROPOSE, call, output)),
                new LedgerAction("batches", "批次", this::batches),
                new LedgerAction("undo", "撤回", this::undo),
                new LedgerAction("rebuild", "重建", this::rebuild));
    }

    Exit act(Act act, LedgerCall call, Output output) {
        Outcome caughtUp = ledger.catchUp();
        if (!caughtUp.done().isEmpty()) {
            output.note(caughtUp.done().size() + " suspended items came back: their suspension is over.");
        }
        Map<Input, String> words = call.inputs();
        List<String> ids = List.of("");
        if (act == Act.PROPOSE) {
            if (!call.words().isEmpty()) {
                words.put(Input.TITLE, String.join(" ", call.words()));
            }
        } else {
            ids = new ArrayList<>(call.words());
            if (call.has("--where-state") || call.has("--where-unit")) {
                ids.addAll(ledger.items().ids(call.where()));
            }
            ids = LedgerCall.named(ids, act.name().toLowerCase(Locale.ROOT));
        }
        Map<Input, String> in = ledger.inputs().read(act, words);
        int seen = call.number("--events", 0);
        if (seen > 0 && ids.size() > 1) {
            throw Fault.usage(
                    "--events says how far one item was seen, not " + ids.size() + ".",
                    "Leave --events away for several.");
        }
        return teller.tell(ledger.act(act, ids, in, call.reason(), seen, call.actor()), call, output);
    }

    private Exit batches(LedgerCall call, Output output) {
        List<Event> firsts = ledger.log().batches(call.number("--limit", BATCHES));
        Parties parties = ledger.parties();
        firsts.forEach(it -> output.row(DataRow.of("batch")
                .with("batch", it.batch())
                .with("at", it.at().toString())
                .with("act", it.act())
                .with("actor", parties.name(it.actor()))
                .with("reason", it.reason())
                .with("events", ledger.log().countOf(it.batch()))
                .with("undoes", it.undoes() == 0 ? null : it.undoes())));
        output.show(call.panels().batches(firsts, it -> ledger.log().countOf(it.batch())));
        return Exit.DONE;
    }

    private Exit undo(LedgerCall call, Output output) {
        List<String> words = call.words();
        if (words.size() != 1 || !words.getFirst().matches("\\d{1,15}")) {
            throw Fault.usage(
                    "“undo” needs the number of a batch.",
                    "Write it like gewu ledger undo 12; gewu ledger batches lists them.");
        }
        Outcome outcome = ledger.undo(Long.parseLong(words.getFirst()), call.reason(), call.actor());
        return teller.tell(outcome, call, output);
    }

    private Exit rebuild(LedgerCall call, Output output) {
        ledger.rebuild();
        long items = ledger.items().count(ItemFilter.ALL);
        output.row(DataRow.of("total").with("items", items));
        output.show(LedgerPanels.text("已从记录重建 " + items + " 项。", items + " items made again from the events."));
        return Exit.DONE;
    }
}
