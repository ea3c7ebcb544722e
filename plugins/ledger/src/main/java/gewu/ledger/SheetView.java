package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Map;

/// The official ledger as a workbook: out to be filled in, back with a look at what would change, then for good.
final class SheetView implements View {
    private final Ledger ledger;

    SheetView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        return Panel.Stack.of(
                LedgerPanels.text(
                        "先导出，线下填写；填好的表先试读，看清每一行会怎么变，再写入。导出以后别人办理过的行不会被覆盖。",
                        "Take the sheet out and have it filled in; read it on trial and look at each row, then write it."
                                + " Rows on which others acted meanwhile are never written over."),
                export(parties),
                new Panel.Form(
                        new Label("读回填好的表", "Read a filled-in sheet"),
                        "ledger",
                        List.of("sheet"),
                        List.of(
                                new Field(
                                                "--import",
                                                new Label("填好的表（.xlsx）", "Filled-in sheet (.xlsx)"),
                                                Field.Kind.FILE)
                                        .required(),
                                ActForms.reason(),
                                ActForms.actor(parties),
                                new Field(
                                        "--apply",
                                        new Label(
                                                "写入台账（不勾只试读；写入的是一批，可撤回）",
                                                "Write it into the ledger (else on trial; it is one batch, can be taken back)"),
                                        Field.Kind.SWITCH)),
                        new Label("读表", "Read the sheet")));
    }

    private Panel export(Parties parties) {
        List<Panel.Choice> units = parties.all().stream()
                .filter(Party::isUnit)
                .map(it -> new Panel.Choice(it.name(), Label.same(it.name())))
                .toList();
        return new Panel.Form(
                new Label("导出台账", "Take the ledger out"),
                "ledger",
                List.of("sheet"),
                List.of(
                        new Field("--export", new Label("文件名", "File name"), Field.Kind.LINE)
                                .holding("整改台账" + ledger.today() + ".xlsx")
                                .required(),
                        new Field(
                                "--unit",
                                new Label("只要这个单位（空着全部）", "Only this unit (empty: all)"),
                                Field.Kind.LINE,
                                "",
                                units,
                                false),
                        new Field("--as-of", new Label("截至（空着今天）", "As of (empty: today)"), Field.Kind.DAY)),
                new Label("导出", "Take out"));
    }
}
