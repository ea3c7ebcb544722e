package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Items as cards of a board.
final class ItemCards {
    private final Parties parties;
    private final ItemFlags flags;

    ItemCards(Ledger ledger) {
        this.parties = ledger.parties();
        this.flags = new ItemFlags(ledger.today(), ledger.terms());
    }

    Panel.Card card(Standing it) {
        String unit = parties.name(it.of("lead").isEmpty() ? it.of("unit") : it.of("lead"));
        String who = Stream.of(unit, parties.name(it.of("person")))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("　"));
        String until = it.state().isOpen() ? it.of("deadline") : "";
        String lookBack = it.state() == State.CLOSED ? it.of("look_back_due") : "";
        List<Label> remark = new ArrayList<>();
        remark.add(Label.same(who));
        if (!until.isEmpty()) {
            remark.add(new Label("时限 " + until, "due " + until));
        }
        if (!lookBack.isEmpty()) {
            remark.add(new Label("回头看 " + lookBack, "look-back " + lookBack));
        }
        return new Panel.Card(
                it.id(),
                Label.same(LedgerPanels.cut(it.of("title"))),
                new Label(
                        remark.stream().map(Label::zh).collect(Collectors.joining("　")),
                        remark.stream().map(Label::en).collect(Collectors.joining("  "))),
                flags.of(it),
                Optional.of(Ways.story(it.id())));
    }

    /// A lane of the most urgent of these items.
    ///
    /// @param more where all of them stand
    Panel.Lane lane(String id, Label head, long count, List<ItemTable.Kept> first, Panel.Target more) {
        return new Panel.Lane(
                id,
                head,
                Math.max(count, first.size()),
                first.stream().map(it -> card(it.standing())).toList(),
                count > 0 ? Optional.of(more) : Optional.empty());
    }
}
