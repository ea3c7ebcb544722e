package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Items by state as a board: of each state how many, and the most urgent as cards.
final class BoardView implements View {
    private static final int CARDS = 8;
    private static final Set<State> ASIDE = Set.of(State.DISMISSED, State.MERGED);

    private final Ledger ledger;

    BoardView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AskedItems asked = AskedItems.of(parameters, ledger);
        ItemTable items = ledger.items();
        Map<State, Long> counts = items.byState(asked.filter());
        ItemCards cards = new ItemCards(ledger);
        List<Panel.Lane> lanes = new ArrayList<>();
        for (State state : State.values()) {
            long count = counts.getOrDefault(state, 0L);
            Set<State> wanted = asked.filter().states();
            if (wanted.isEmpty() ? ASIDE.contains(state) : !wanted.contains(state)) {
                continue;
            }
            ItemFilter inState = asked.filter().in(Set.of(state));
            List<ItemTable.Kept> first = count == 0
                    ? List.of()
                    : state == State.CLOSED ? items.nextLookBacks(inState, CARDS) : items.mostUrgent(inState, CARDS);
            lanes.add(cards.lane(
                    state.id(),
                    state.label(),
                    count,
                    first,
                    asked.table("state", state.label().zh())));
        }
        List<Panel> panels = new ArrayList<>(asked.ways(Ways.BOARD, ledger.filters()));
        asked.told().ifPresent(panels::add);
        panels.add(new Panel.Board(Label.same(""), lanes, Ways.MOVE));
        return new Panel.Stack(panels);
    }
}
