package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Saved filters (常用筛选), and forms to keep one and to take one away.
final class FiltersView implements View {
    private final Ledger ledger;

    FiltersView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        List<Panel> panels = new ArrayList<>();
        panels.add(
                ledger.filters().all().isEmpty()
                        ? LedgerPanels.text("还没有常用筛选。", "There is no saved filter yet.")
                        : FilterActions.table(ledger.filters().all(), parties));
        panels.add(new Panel.Form(
                new Label("保存一个常用筛选", "Keep a filter"),
                "ledger",
                List.of("filter"),
                List.of(
                        new Field("name", new Label("名称", "Name"), Field.Kind.LINE).required(),
                        Field.choice("--state", new Label("状态", "State"), choices(Stream.of(State.values()))),
                        new Field("--unit", new Label("责任单位", "Unit"), Field.Kind.LINE, "", units(parties), false),
                        new Field("--year", new Label("年度", "Year"), Field.Kind.NUMBER),
                        Field.choice("--kind", new Label("整改类型", "Kind"), choices(Choices.KIND.all().stream())),
                        Field.choice(
                                "--severity", new Label("等级", "Severity"), choices(Choices.SEVERITY.all().stream())),
                        new Field("--person", new Label("责任人或领导", "Person or leader"), Field.Kind.LINE),
                        Field.choice("--flag", new Label("提示", "Flag"), choices(Stream.of(Flag.values()))),
                        new Field("--overdue", new Label("只要超期的", "Only overdue ones"), Field.Kind.SWITCH),
                        shared(),
                        ActForms.actor(parties)),
                new Label("保存", "Keep")));
        List<Panel.Choice> names = ledger.filters().all().stream()
                .map(it -> new Panel.Choice(it.name(), Label.same(it.name())))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            panels.add(removal(names, parties));
        }
        return new Panel.Stack(panels);
    }

    private static Panel removal(List<Panel.Choice> names, Parties parties) {
        return new Panel.Form(
                new Label("删除一个常用筛选", "Take a filter away"),
                "ledger",
                List.of("filter", "remove"),
                List.of(
                        Field.choice("name", new Label("名称", "Name"), names).required(),
                        shared(),
                        ActForms.actor(parties)),
                new Label("删除", "Take away"));
    }

    private static Field shared() {
        return new Field("--shared", new Label("大家共用的", "Everybody's"), Field.Kind.SWITCH);
    }

    private static List<Panel.Choice> choices(Stream<? extends Named> all) {
        return all.map(it -> new Panel.Choice(it.label().zh(), it.label())).toList();
    }

    private static List<Panel.Choice> units(Parties parties) {
        return parties.all().stream()
                .filter(Party::isUnit)
                .map(it -> new Panel.Choice(it.name(), Label.same(it.name())))
                .toList();
    }
}
