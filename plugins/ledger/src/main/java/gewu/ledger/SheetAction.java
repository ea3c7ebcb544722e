package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `gewu ledger sheet`: the official ledger goes out as a workbook and comes back filled in. What would change is told
/// row by row; it is done only with `--apply`, as one batch, and bad rows never stop the others.
final class SheetAction {
    private static final int FOR_PEOPLE = 200;

    private final Ledger ledger;
    private final ZoneId zone;

    SheetAction(Ledger ledger, ZoneId zone) {
        this.ledger = ledger;
        this.zone = zone;
    }

    Command.Exit write(String file, ItemFilter filter, LocalDate day, Output output) {
        long items = new SheetFile(ledger, zone).write(Path.of(file), filter, day);
        output.row(DataRow.of("sheet").with("file", file).with("items", items).with("as_of", day.toString()));
        output.show(LedgerPanels.text(
                "已导出 " + items + " 项（截至 " + day + "）：" + file, items + " items as of " + day + ": " + file));
        return Command.Exit.DONE;
    }

    Command.Exit read(String file, CommandCall call, Actor actor, String reason, Output output) {
        SheetPlan plan = new SheetPlan(ledger, reason);
        boolean isForGood = call.has("--apply");
        if (isForGood) {
            ledger.catchUp();
        }
        plan.read(Path.of(file));
        List<List<Order>> groups = plan.rows().stream()
                .filter(it -> it.verdict() != SheetRow.Verdict.REFUSED)
                .map(SheetRow::orders)
                .toList();
        Ledger.Grouped how = isForGood
                ? ledger.carryOutWhole(groups, actor)
                : new Ledger.Grouped(new Outcome(0, List.of(), List.of()), ledger.rehearse(groups, actor));
        List<SheetRow> rows = judged(plan.rows(), how.refused());
        tell(file, rows, plan, how.outcome().batch(), isForGood, ledger.parties(), output);
        boolean areAllWell = rows.stream().noneMatch(it -> it.verdict() == SheetRow.Verdict.REFUSED);
        return areAllWell ? Command.Exit.DONE : Command.Exit.SOME_FAILED;
    }

    private static List<SheetRow> judged(List<SheetRow> rows, List<List<Refusal>> refused) {
        List<SheetRow> judged = new ArrayList<>();
        int group = 0;
        for (SheetRow it : rows) {
            List<Refusal> not = it.verdict() == SheetRow.Verdict.REFUSED ? List.of() : refused.get(group++);
            judged.add(not.isEmpty() ? it : it.refused(not));
        }
        return judged;
    }

    private static void tell(
            String file,
            List<SheetRow> rows,
            SheetPlan plan,
            long batch,
            boolean isForGood,
            Parties parties,
            Output output) {
        int unchanged = plan.unchanged();
        rows.forEach(it -> output.row(row(it)));
        Map<SheetRow.Verdict, Long> counts =
                rows.stream().collect(Collectors.groupingBy(SheetRow::verdict, Collectors.counting()));
        long made = counts.getOrDefault(SheetRow.Verdict.NEW, 0L);
        long changed = counts.getOrDefault(SheetRow.Verdict.CHANGED, 0L);
        long refused = counts.getOrDefault(SheetRow.Verdict.REFUSED, 0L);
        output.row(DataRow.of("sheet")
                .with("file", file)
                .with("new", made)
                .with("changed", changed)
                .with("unchanged", unchanged)
                .with("refused", refused)
                .with("unknown_columns", List.copyOf(plan.unknown()))
                .with(
                        "missing_columns",
                        plan.missing().stream().map(it -> it.head().zh()).toList())
                .with("applied", isForGood)
                .with("batch", batch == 0 ? null : batch));
        if (output.isJson()) {
            return;
        }
        List<Panel> panels = new ArrayList<>();
        if (!rows.isEmpty()) {
            panels.add(table(rows.subList(0, Math.min(FOR_PEOPLE, rows.size()))));
        }
        if (rows.size() > FOR_PEOPLE) {
            panels.add(LedgerPanels.text(
                    "只列出前 " + FOR_PEOPLE + " 行；全部：--json", "Only the first " + FOR_PEOPLE + " rows; all: --json"));
        }
        if (!plan.unknown().isEmpty()) {
            String heads = String.join("、", plan.unknown());
            panels.add(LedgerPanels.text(
                    "台账里没有这些列，没有读：" + heads + "。表头请保持原样。",
                    "The ledger has no such columns, they were not read: " + heads + ". Keep the heads as they are."));
        }
        if (!plan.missing().isEmpty()) {
            panels.add(LedgerPanels.text(
                    "表里少了这些列，当作没有改：" + heads(plan, Label::zh) + "。",
                    "The sheet lacks these columns, they count as unchanged: " + heads(plan, Label::en) + "."));
        }
        panels.add(LedgerPanels.text(
                "新增 " + made + "，有变化 " + changed + "，未变 " + unchanged + "，不能办 " + refused + "。",
                made + " new, " + changed + " changed, " + unchanged + " unchanged, " + refused + " refused."));
        panels.add(last(made + changed, batch, isForGood, parties));
        output.show(new Panel.Stack(panels));
    }

    private static String heads(SheetPlan plan, Function<Label, String> language) {
        return plan.missing().stream().map(it -> language.apply(it.head())).collect(Collectors.joining("、"));
    }

    private static Panel last(long wanted, long batch, boolean isForGood, Parties parties) {
        if (isForGood) {
            return batch == 0
                    ? LedgerPanels.text("没有变化。", "Nothing has changed.")
                    : new Panel.Form(
                            new Label(
                                    "已写入，批次 " + batch + "；可整批撤回",
                                    "Written as batch " + batch + ", which can be taken back"),
                            "ledger",
                            List.of("undo", Long.toString(batch)),
                            List.of(ActForms.reason(), ActForms.actor(parties)),
                            new Label("撤回这一批", "Take this batch back"));
        }
        return wanted == 0
                ? LedgerPanels.text("没有可办的变化。", "There is nothing to be done.")
                : LedgerPanels.text(
                        "尚未写入；看过以后勾选“写入台账”（--apply），再读一次。",
                        "Nothing is written yet; tick “Write it into the ledger” (--apply) and read it again.");
    }

    private static DataRow row(SheetRow it) {
        List<Map<String, Object>> edits = new ArrayList<>();
        for (SheetRow.Edit edit : it.edits()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", edit.column().head().zh());
            one.put("old", edit.before());
            one.put("new", edit.after());
            edits.add(one);
        }
        return DataRow.of("row")
                .with("row", it.number())
                .with("item", it.id().isEmpty() ? null : it.id())
                .with("verdict", it.verdict().id())
                .with("changes", edits)
                .with(
                        "acts",
                        it.orders().stream().map(order -> order.act().id()).toList())
                .with("reasons", it.why().stream().map(Label::zh).toList())
                .with("reasons_en", it.why().stream().map(Label::en).toList());
    }

    private static Panel table(List<SheetRow> rows) {
        return new Panel.Table(
                Label.same(""),
                List.of(
                        Panel.Column.number("行", "Row"),
                        Panel.Column.text("问题编号", "Number"),
                        Panel.Column.text("结论", "Verdict"),
                        Panel.Column.text("改了什么", "Changes"),
                        Panel.Column.text("原因", "Why")),
                rows.stream()
                        .map(it ->
                                Panel.Row.of(it.number(), it.id(), it.verdict().label(), changes(it), why(it)))
                        .toList());
    }

    private static Label changes(SheetRow row) {
        return new Label(
                row.edits().stream()
                        .map(it -> it.column().head().zh() + "：" + shown(it))
                        .collect(Collectors.joining("；")),
                row.edits().stream()
                        .map(it -> it.column().head().en() + ": " + shown(it))
                        .collect(Collectors.joining("; ")));
    }

    private static String shown(SheetRow.Edit edit) {
        return edit.before().isEmpty() ? edit.after() : edit.before() + " → " + edit.after();
    }

    private static Label why(SheetRow row) {
        return new Label(
                row.why().stream().map(Label::zh).collect(Collectors.joining("；")),
                row.why().stream().map(Label::en).collect(Collectors.joining("; ")));
    }
}
