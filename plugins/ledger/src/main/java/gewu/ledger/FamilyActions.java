package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.Output;
import java.util.List;
import java.util.Set;

/// What comes from reports, and what is the same problem.
final class FamilyActions {
    private static final int FOR_PEOPLE = 50;

    private final Ledger ledger;
    private final TakeAction take;
    private final TwinAction twin;
    private final OutcomeTeller teller;

    FamilyActions(Ledger ledger, TakeAction take, TwinAction twin, OutcomeTeller teller) {
        this.ledger = ledger;
        this.take = take;
        this.twin = twin;
        this.teller = teller;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("take", "收录", this::taken),
                new LedgerAction("twins", "查重", this::twins),
                new LedgerAction("same", "同一", (call, output) -> decided("same", call, output)),
                new LedgerAction("similar", "相近", (call, output) -> decided("similar", call, output)),
                new LedgerAction("different", "不同", (call, output) -> decided("different", call, output)),
                new LedgerAction("families", "共性问题", this::families));
    }

    private Exit taken(LedgerCall call, Output output) {
        Taken taken = take.take(call.words(), call.written(), call.actor());
        LedgerRows rows = call.rows();
        taken.refused().forEach(it -> output.row(rows.refusal(it)));
        output.row(TakeAction.row(taken));
        if (!output.isJson()) {
            output.show(LedgerPanels.taken(taken, call.by()));
        }
        return taken.refused().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    /// Which items may be the same problem; without numbers, of all that wait for a person.
    private Exit twins(LedgerCall call, Output output) {
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        boolean isOfAll = call.words().isEmpty();
        List<String> ids = isOfAll ? ledger.items().ids(waiting(call)) : call.items("twins");
        ids.forEach(call::known);
        twin.show(ids, !isOfAll, limit, output);
        return Exit.DONE;
    }

    private ItemFilter waiting(LedgerCall call) {
        ItemFilter asked = call.filter();
        return asked.states().isEmpty() ? asked.in(Set.of(State.PROPOSED)) : asked;
    }

    private Exit decided(String action, LedgerCall call, Output output) {
        if (call.words().size() != 2) {
            throw Fault.usage(
                    "“" + action + "” needs the numbers of two items.",
                    "Write it like gewu ledger " + action + " ZG-2024-0001-0002 ZG-2023-0001-0007.");
        }
        List<String> ids = call.items(action);
        ids.forEach(call::known);
        Order order = twin.order(action, ids.getFirst(), ids.getLast(), call.reason());
        return teller.tell(ledger.carryOut(List.of(order), call.actor()), call, output);
    }

    private Exit families(LedgerCall call, Output output) {
        twin.families(output);
        return Exit.DONE;
    }
}
