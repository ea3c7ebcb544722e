package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Units and persons: who is who, in which roles, and forms to enter, rename and give roles.
final class PartiesView implements View {
    private final Ledger ledger;

    PartiesView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        Field who = ActForms.actor(parties);
        Field unit = new Field("--unit", new Label("所属单位", "Unit"), Field.Kind.LINE, "", names(parties, true), false);
        Field any = new Field("name", new Label("名称", "Name"), Field.Kind.LINE, "", names(parties), false).required();
        return Panel.Stack.of(
                new LedgerPanels(parties, ledger.today(), ledger.terms())
                        .parties(parameters.getOrDefault("words", "").strip()),
                form("登记单位", "Enter a unit", field("单位名称", "Name of the unit"), who),
                form(
                        "登记人员、授予角色",
                        "Enter a person, give a role",
                        new Field("name", new Label("姓名", "Name"), Field.Kind.LINE, "", names(parties, false), true),
                        Field.choice("--role", new Label("角色", "Role"), roles()).required(),
                        unit,
                        who),
                form(
                        "改名（曾用名仍认得）",
                        "Rename (the former name stays known)",
                        any,
                        new Field("--rename", new Label("新名称", "New name"), Field.Kind.LINE).required(),
                        who),
                form(
                        "取消角色",
                        "Take a role away",
                        any,
                        Field.choice("--without-role", new Label("角色", "Role"), roles())
                                .required(),
                        who));
    }

    private static Panel form(String zh, String en, Field... fields) {
        Label label = new Label(zh, en);
        return new Panel.Form(label, "ledger", List.of("party"), List.of(fields), new Label("登记", "Enter"));
    }

    private static Field field(String zh, String en) {
        return new Field("name", new Label(zh, en), Field.Kind.LINE).required();
    }

    private static List<Panel.Choice> names(Parties parties) {
        return Stream.concat(names(parties, true).stream(), names(parties, false).stream())
                .toList();
    }

    private static List<Panel.Choice> names(Parties parties, boolean isUnit) {
        return parties.all().stream()
                .filter(it -> it.isUnit() == isUnit)
                .map(it -> new Panel.Choice(it.name(), Label.same(it.name())))
                .toList();
    }

    private static List<Panel.Choice> roles() {
        return Stream.of(Role.values())
                .filter(it -> it != Role.SYSTEM)
                .map(it -> new Panel.Choice(it.label().zh(), it.label()))
                .toList();
    }
}
