package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Filters that people use again and again (常用筛选): `gewu ledger filter` lists them, `filter 名称 --unit …` keeps one,
/// `filter remove 名称` takes it away.
final class FilterActions {
    private static final Set<Role> KEEPERS = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);

    private final Ledger ledger;
    private final SavedFilters filters;

    FilterActions(Ledger ledger) {
        this.ledger = ledger;
        this.filters = ledger.filters();
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(new LedgerAction("filter", "筛选", this::filter));
    }

    private Exit filter(LedgerCall call, Output output) {
        List<String> words = call.words();
        if (words.isEmpty()) {
            return list(output);
        }
        boolean isRemoval = words.size() == 2 && List.of("remove", "删除").contains(words.getFirst());
        if (!isRemoval && words.size() != 1) {
            throw Fault.usage(
                    "“filter” takes one name.",
                    "Write it like gewu ledger filter 水利局超期 --unit 水利局 --overdue, or gewu ledger filter remove 水利局超期.");
        }
        String owner = owner(call);
        String name = words.getLast().strip();
        if (isRemoval) {
            if (!filters.remove(owner, name)) {
                throw Fault.usage(
                        "There is no saved filter “" + name + "”.", "gewu ledger filter lists those that there are.");
            }
            output.row(DataRow.of("filter").with("name", name).with("removed", true));
            output.show(LedgerPanels.text("已删除筛选“" + name + "”。", "The filter “" + name + "” is gone."));
            return Exit.DONE;
        }
        ItemWords asked = ItemWords.of(call.written());
        if (asked.isEmpty()) {
            throw Fault.usage(
                    "The filter “" + name + "” would leave nothing out.",
                    "Say which items: --state, --unit, --year, --person, --overdue and so on.");
        }
        asked.filter(ledger);
        SavedFilters.Saved saved = new SavedFilters.Saved(owner, name, asked);
        filters.keep(saved);
        output.row(row(saved));
        output.show(LedgerPanels.text(
                "已保存筛选“" + name + "”：" + asked.told().zh() + "。用法：gewu ledger list --filter " + name,
                "The filter “" + name + "” is kept: " + asked.told().en() + ". Use it: gewu ledger list --filter "
                        + name));
        return Exit.DONE;
    }

    /// A filter of one's own has its owner's name; with --shared, or where nobody is named, it is everybody's. With an
    /// administrator, only who is registered has filters, and those who keep the ledger change everybody's.
    private String owner(LedgerCall call) {
        if (ledger.parties().isOpen()) {
            return call.has("--shared") ? "" : call.by();
        }
        Actor actor = call.actorAsEntered();
        if (!call.has("--shared")) {
            return call.by();
        }
        if (Collections.disjoint(actor.roles(), KEEPERS)) {
            throw Fault.usage(
                    "Everybody's filters are kept by 督办员 or 管理员.", "Leave --shared away to keep one of your own.");
        }
        return "";
    }

    private Exit list(Output output) {
        List<SavedFilters.Saved> all = filters.all();
        all.forEach(it -> output.row(row(it)));
        output.row(DataRow.of("total").with("filters", all.size()));
        output.show(table(all, ledger.parties()));
        return Exit.DONE;
    }

    /// The filters that are kept; each leads to its items.
    static Panel table(List<SavedFilters.Saved> all, Parties parties) {
        return all.isEmpty()
                ? LedgerPanels.text(
                        "还没有常用筛选。保存一个：gewu ledger filter 超期 --overdue",
                        "No filter is kept yet. Keep one: gewu ledger filter 超期 --overdue")
                : new Panel.Table(
                        new Label("常用筛选", "Saved filters"),
                        List.of(
                                Panel.Column.text("名称", "Name"),
                                Panel.Column.text("谁的", "Whose"),
                                Panel.Column.text("条件", "Which items")),
                        all.stream()
                                .map(it -> Panel.Row.of(
                                                it.name(),
                                                it.owner().isEmpty()
                                                        ? new Label("大家的", "everybody's")
                                                        : Label.same(parties.name(it.owner())),
                                                it.words().told())
                                        .at(0, new Panel.Target(Ways.TABLE).with(AskedItems.FILTER, it.name())))
                                .toList());
    }

    private static DataRow row(SavedFilters.Saved it) {
        return DataRow.of("filter")
                .with("name", it.name())
                .with("owner", it.owner().isEmpty() ? null : it.owner())
                .with("words", it.words().words())
                .with("told", it.words().told().zh());
    }
}
