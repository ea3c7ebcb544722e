package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a card of the board comes into another column: the forms of the acts that lead there, or why none does and what
/// could be done instead.
final class MoveView implements View {
    private final Ledger ledger;

    MoveView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String id = parameters.getOrDefault("card", "").strip().toUpperCase(Locale.ROOT);
        String lane = parameters.getOrDefault("to", "").strip();
        if (id.isEmpty() || lane.isEmpty()) {
            return LedgerPanels.text("在看板上把卡片拖到另一列。", "Drag a card of the board to another column.");
        }
        State to = Named.find(State.values(), lane)
                .orElseThrow(() -> Fault.usage(
                        "There is no state “" + lane + "”.",
                        "Known: 待确认, 不予立项, 已立项, 待签收, 整改中, 长期整改, 待验收, 暂缓, 已销号, 已合并."));
        Fields item = ledger.log().subject(id);
        if (!item.has("state")) {
            throw LedgerCall.unknown(id);
        }
        State from = State.valueOf(item.of("state"));
        if (from == to) {
            return LedgerPanels.text(
                    id + " 已经是" + to.label().zh() + "。",
                    id + " is " + to.label().en() + " already.");
        }
        ActForms forms = new ActForms(ledger, id, item, ledger.items().events(id));
        List<Panel> panels = new ArrayList<>();
        for (Trial it : forms.all()) {
            if (it.act().to(item).equals(Optional.of(to))) {
                panels.add(it.isOpen() ? forms.form(it) : forms.refused(it));
            }
        }
        if (panels.isEmpty()) {
            panels.add(noWay(id, item, from, to, forms));
        }
        return panels.size() == 1 ? panels.getFirst() : new Panel.Stack(panels);
    }

    private static Panel noWay(String id, Fields item, State from, State to, ActForms forms) {
        List<Label> instead = forms.all().stream()
                .filter(it -> it.act().isTransition())
                .map(it -> {
                    Label act = it.act().label();
                    Label state = it.act().to(item).map(State::label).orElse(Label.same(""));
                    return new Label(act.zh() + " → " + state.zh(), act.en() + " → " + state.en());
                })
                .toList();
        String zh = instead.stream().map(Label::zh).collect(Collectors.joining("、"));
        String en = instead.stream().map(Label::en).collect(Collectors.joining(", "));
        return LedgerPanels.text(
                id + " 现为" + from.label().zh() + "，不能直接到" + to.label().zh() + "。"
                        + (zh.isEmpty() ? "" : "现在可以：" + zh + "。"),
                id + " is " + from.label().en() + "; no step leads to "
                        + to.label().en() + ". " + (en.isEmpty() ? "" : "Possible now: " + en + "."));
    }
}
