package gewu.ledger;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ledger as a table; with a number, one item and its whole story.
final class LedgerView implements View {
    private static final int ROWS = 200;

    private final Ledger ledger;
    private final Reminding reminding;

    LedgerView(Ledger ledger, Reminding reminding) {
        this.ledger = ledger;
        this.reminding = reminding;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        LedgerPanels panels = new LedgerPanels(parties, ledger.today(), ledger.terms());
        String id = parameters.getOrDefault("item", "").strip().toUpperCase(Locale.ROOT);
        if (!id.isEmpty()) {
            Fields item = ledger.log().subject(id);
            if (!item.has("state")) {
                throw Fault.usage("The ledger has no " + id + ".", "gewu ledger list lists what it has.");
            }
            List<Event> history = ledger.log().history(id);
            return Panel.Stack.of(
                    panels.story(id, item, history),
                    reminding.panel(id, history.getLast().sequence()),
                    LedgerPanels.possible(State.valueOf(item.of("state"))));
        }
        ItemFilter filter = filter(parameters, parties);
        List<ItemTable.Kept> page = ledger.items().page(filter, false, ROWS, 0);
        return panels.table(page, ledger.items().count(filter), 0);
    }

    private ItemFilter filter(Map<String, String> parameters, Parties parties) {
        String state = parameters.getOrDefault("state", "").strip();
        Set<State> states = state.isEmpty()
                ? Set.of()
                : Named.find(State.values(), state)
                        .map(Set::of)
                        .orElseThrow(() -> Fault.usage(
                                "There is no state “" + state + "”.",
                                "Known: 待确认, 不予立项, 已立项, 待签收, 整改中, 长期整改, 待验收, 暂缓, 已销号, 已合并."));
        String unit = parameters.getOrDefault("unit", "").strip();
        String person = parameters.getOrDefault("person", "").strip();
        return new ItemFilter(
                states,
                unit.isEmpty() ? "" : parties.unit(unit),
                0,
                "",
                "",
                "",
                person.isEmpty() ? "" : parties.person(person),
                parameters.getOrDefault("words", "").strip(),
                false,
                parameters.containsKey("overdue") ? Optional.of(ledger.today()) : Optional.empty(),
                Optional.empty());
    }
}
