package gewu.ledger;

import gewu.api.Nearest;
import gewu.api.export.Exports;
import gewu.api.store.Store;
import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.ledger.remind.Reminders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Actions that only read: items, their stories, who could do what, figures.
final class ReadingActions {
    private static final int FOR_PEOPLE = 50;

    private final Store store;
    private final Ledger ledger;
    private final Reminding reminding;
    private final Clock clock;
    private final Exports exports;

    ReadingActions(Store store, Ledger ledger, Reminding reminding, Clock clock, Exports exports) {
        this.store = store;
        this.ledger = ledger;
        this.reminding = reminding;
        this.clock = clock;
        this.exports = exports;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("list", "台账", this::list),
                new LedgerAction("show", "查看", this::show),
                new LedgerAction("history", "经过", this::history),
                new LedgerAction("who", "谁办", this::who),
                new LedgerAction("figures", "统计", this::figures));
    }

    private Exit list(LedgerCall call, Output output) {
        ItemFilter filter = call.filter();
        boolean isByDeadline = call.has("--by-deadline");
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            return export(file.get(), filter, isByDeadline, output);
        }
        int offset = call.number("--offset", 0);
        long total = ledger.items().count(filter);
        LedgerRows rows = call.rows();
        Reminders.Outlook outlook = reminding.outlook(output);
        if (output.isJson() && !call.has("--limit") && !isByDeadline && offset == 0) {
            ledger.items().each(filter, it -> output.row(row(rows, it, outlook)));
        } else {
            int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
            List<ItemTable.Kept> page = ledger.items().page(filter, isByDeadline, limit, offset);
            page.forEach(it -> output.row(row(rows, it, outlook)));
            if (!output.isJson()) {
                output.show(call.panels().table(page, total, offset));
            }
        }
        output.row(DataRow.of("total")
                .with("items", total)
                .with("as_of", ledger.today().toString()));
        return Exit.DONE;
    }

    private Exit export(String file, ItemFilter filter, boolean isByDeadline, Output output) {
        long rows = exports.write(
                ItemListFile.of(ledger, filter, isByDeadline, output.language()), output.language(), Path.of(file));
        output.row(DataRow.of("written").with("file", file).with("rows", rows));
        output.show(LedgerPanels.text("已写入 " + file + "：" + rows + " 行。", rows + " rows written to " + file + "."));
        return Exit.DONE;
    }

    private static DataRow row(LedgerRows rows, ItemTable.Kept it, Reminders.Outlook outlook) {
        return Reminding.withNext(
                rows.item(it.standing(), it.events()),
                outlook.next(it.standing().id(), it.lastEvent()));
    }

    private Exit show(LedgerCall call, Output output) {
        for (String id : call.items("show")) {
            Fields item = call.known(id);
            List<Event> history = ledger.log().history(id);
            LedgerRows rows = call.rows();
            long last = history.getLast().sequence();
            output.row(Reminding.withNext(
                    rows.whole(id, item, history.size()),
                    reminding.outlook(output).next(id, last)));
            history.forEach(it -> output.row(rows.event(it)));
            if (!output.isJson()) {
                output.show(call.panels().story(id, item, history));
                output.show(reminding.panel(id, last));
            }
        }
        return Exit.DONE;
    }

    private Exit history(LedgerCall call, Output output) {
        for (String id : call.items("history")) {
            List<Event> history = ledger.log().history(id);
            if (history.isEmpty()) {
                throw LedgerCall.unknown(id);
            }
            LedgerRows rows = call.rows();
            history.forEach(it -> output.row(rows.event(it)));
            output.show(call.panels().history(history));
        }
        return Exit.DONE;
    }

    private Exit who(LedgerCall call, Output output) {
        for (String id : call.items("who")) {
            State state = State.valueOf(call.known(id).of("state"));
            Gate.possible(state)
                    .forEach((act, who) -> output.row(DataRow.of("possible")
                            .with("item", id)
                            .with("state", state.id())
                            .with("act", act.id())
                            .with("name", act.label().zh())
                            .with(
                                    "to",
                                    act.isTransition()
                                            ? act.to(call.known(id))
                                                    .map(State::id)
                                                    .orElse(null)
                                            : null)
                            .with("roles", who.stream().sorted().map(Role::id).toList())
                            .with("needs", act.guards().stream().map(Guard::id).toList())
                            .with("takes", act.takes().stream().map(Input::id).toList())));
            output.show(LedgerPanels.possible(state));
        }
        return Exit.DONE;
    }

    private Exit figures(LedgerCall call, Output output) {
        if (FigureLists.isAsked(call)) {
            return new FigureLists(new LedgerFigures(store, ledger), clock.getZone()).tell(call, output);
        }
        Optional<LocalDate> past = call.asOf();
        String group = call.option("--by").orElse("");
        if (!group.isEmpty() && !LedgerFigures.GROUPS.contains(group)) {
            throw Fault.usage("--by takes no “" + group + "”.", Nearest.hint(group, LedgerFigures.GROUPS));
        }
        LocalDate day = past.orElse(ledger.today());
        LedgerFigures figures = new LedgerFigures(store, ledger);
        List<LedgerFigures.Figure> all =
                past.isPresent() ? figures.asOf(day, clock.getZone(), group) : figures.today(group);
        Parties parties = ledger.parties();
        if (!output.isJson()) {
            output.show(new LedgerPanels(parties, ledger.today(), ledger.terms()).figures(day, group, all));
            return Exit.DONE;
        }
        Map<String, List<String>> behind = figures.behind(day, clock.getZone(), group);
        for (LedgerFigures.Figure it : all) {
            output.row(DataRow.of("figure")
                    .with("figure", it.rate().id())
                    .with("name", it.rate().label().zh())
                    .with("as_of", day.toString())
                    .with("group", group.isEmpty() ? null : parties.name(it.group()))
                    .with("numerator", it.numerator())
                    .with("denominator", it.denominator())
                    .with("numerator_is", it.rate().numerator().zh())
                    .with("denominator_is", it.rate().denominator().zh())
                    .with("value", it.value().isEmpty() ? null : it.value())
                    .with("items", behind.getOrDefault(LedgerFigures.key(it.group(), it.rate()), List.of())));
        }
        return Exit.DONE;
    }
}
