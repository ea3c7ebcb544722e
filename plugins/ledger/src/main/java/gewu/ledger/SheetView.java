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
                        new Label("试读填好的表（不写入）", "Read a filled-in sheet on trial (nothing is written)"),
                        "ledger",
                        List.of("sheet"),
                        List.of(file("填好的表（.xlsx）", "Filled-in sheet (.xlsx)"), ActForms.actor(parties)),
                        new Label("试读", "Read on trial")),
                new Panel.Form(
                        new Label("写入填好的表（整表一批，可撤回）", "Write a filled-in sheet (one batch, can be taken back)"),
                        "ledger",
                        List.of("sheet"),
                        Map.of("--apply", ""),
                        List.of(
                                file("试读过的同一个文件，再选一次", "The same file as on trial, chosen again"),
                                ActForms.reason(),
                                ActForms.actor(parties)),
                        new Label("写入台账", "Write into the ledger")));
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

    private static Field file(String zh, String en) {
        return new Field("--import", new Label(zh, en), Field.Kind.FILE).required();
    }
}
