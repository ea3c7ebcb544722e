package gewu.ledger;

import gewu.api.Nearest;
import gewu.api.export.Exports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `gewu ledger`: the items, what was done to them, and every act of the [Act] table by its English or Chinese name.
final class LedgerCommand implements Command {
    private final Ledger ledger;
    private final BatchActions batches;
    private final List<LedgerAction> actions;

    LedgerCommand(
            Store store,
            Ledger ledger,
            TakeAction take,
            TwinAction twin,
            Clock clock,
            Reminding reminding,
            Exports exports) {
        this.ledger = ledger;
        OutcomeTeller teller = new OutcomeTeller(ledger, reminding);
        this.batches = new BatchActions(ledger, teller);
        this.actions = Stream.of(
                        new ReadingActions(store, ledger, reminding, clock, exports).actions(),
                        batches.actions(),
                        new PartyActions(ledger).actions(),
                        new FilterActions(ledger).actions(),
                        new FamilyActions(ledger, take, twin, teller).actions(),
                        new ReminderActions(ledger, reminding, clock).actions(),
                        new PaperActions(ledger, clock).actions())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        String name = words.isEmpty() ? "list" : words.getFirst();
        LedgerCall asked = new LedgerCall(ledger, words.isEmpty() ? List.of() : words.subList(1, words.size()), call);
        return action(name).run(asked, output);
    }

    private LedgerAction.Step action(String name) {
        return actions.stream()
                .filter(it -> it.isCalled(name))
                .findFirst()
                .map(LedgerAction::step)
                .orElseGet(() -> {
                    Act act = Named.find(Act.values(), name)
                            .orElseThrow(() -> Fault.usage(
                                    "There is no action “" + name + "” here.", Nearest.hint(name, names())));
                    return (call, output) -> batches.act(act, call, output);
                });
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (LedgerAction it : actions) {
            names.add(it.id());
            names.add(it.chinese());
        }
        for (Act it : Act.values()) {
            names.add(it.id().replace('_', '-'));
            names.add(it.label().zh());
        }
        return names;
    }
}
