package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Shows which problems may be the same, and families of the same problem, to people and to programs.
final class TwinPanels {
    private final Parties parties;

    TwinPanels(Parties parties) {
        this.parties = parties;
    }

    DataRow row(Twin it) {
        boolean mayReopen = mayReopen(it);
        return DataRow.of("twin")
                .with("item", it.id())
                .with("other", it.other())
                .with("score", it.likeness().scoreWritten())
                .with("head", Likeness.twoDigits(it.likeness().head()))
                .with("words", Likeness.twoDigits(it.likeness().words()))
                .with("concepts", Likeness.twoDigits(it.likeness().concepts()))
                .with("same_category", it.likeness().sameCategory())
                .with("shared", it.likeness().shared())
                .with("relation", it.relation().id())
                .with("relation_name", it.relation().label().zh())
                .with("answer", it.answer().isEmpty() ? null : it.answer())
                .with("title", it.item().of("title"))
                .with("unit", parties.name(it.item().of("unit")))
                .with("year", it.item().number("year"))
                .with("other_title", it.otherItem().of("title"))
                .with("other_unit", parties.name(it.otherItem().of("unit")))
                .with("other_year", it.otherItem().number("year"))
                .with("other_state", State.valueOf(it.otherItem().of("state")).id())
                .with("reopen", mayReopen)
                .with("why", it.likeness().why().zh())
                .with("why_en", it.likeness().why().en());
    }

    Panel table(List<Twin> twins) {
        if (twins.isEmpty()) {
            return LedgerPanels.text("没有可能重复的问题。", "Nothing that may be the same problem.");
        }
        Panel rows = new Panel.Table(
                new Label("可能是同一问题", "Maybe the same problem"),
                List.of(
                        Panel.Column.text("问题编号", "Number"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("对照", "Beside"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("单位、年度、状态", "Unit, year, state"),
                        Panel.Column.number("相似", "Alike"),
                        Panel.Column.text("若是同一", "If the same"),
                        Panel.Column.text("依据", "Why")),
                twins.stream().map(this::cells).toList());
        return new Panel.Stack(
                List.of(
                        rows,
                        Panel.Advice.way(
                                new Label(
                                        "由人认定：gewu ledger same|similar|different 编号 对照编号（同一、相近、不同）",
                                        "A person decides: gewu ledger same|similar|different NUMBER OTHER"),
                                new Label(
                                        "由人认定：打开其中一个事项，写明与另一个同一、相近还是不同。",
                                        "A person decides: open one of the items, and say whether the other is the same, similar or different."))));
    }

    private Panel.Row cells(Twin it) {
        Fields other = it.otherItem();
        State state = State.valueOf(other.of("state"));
        String where = parties.name(other.of("unit")) + " " + other.of("year") + " ";
        return Panel.Row.of(
                it.id(),
                it.item().of("title"),
                it.other(),
                other.of("title"),
                new Label(where + state.label().zh(), where + state.label().en()),
                it.likeness().scoreWritten(),
                mayReopen(it)
                        ? new Label("屡犯；回头看未到期，可重开", "recurrent; the look-back is still due, it may be reopened")
                        : it.relation().label(),
                it.likeness().why());
    }

    /// What was closed and is back before its look-back may be reopened instead.
    private static boolean mayReopen(Twin it) {
        return it.relation() == Twin.Relation.RECURRENT && it.otherItem().has("look_back_due");
    }

    DataRow row(String id, Fields family, List<Fields> members) {
        return DataRow.of("family")
                .with("id", id)
                .with("title", family.of("title"))
                .with("category", family.has("category") ? family.of("category") : null)
                .with("units", units(members))
                .with("years", years(members))
                .with("items", family.members("item"))
                .with("open", open(members));
    }

    /// @param families each with its members
    Panel families(List<Family> families) {
        if (families.isEmpty()) {
            return LedgerPanels.text(
                    "还没有共性问题。gewu ledger twins 查重", "No common problems yet. gewu ledger twins looks for them.");
        }
        return new Panel.Table(
                new Label("共性问题", "Common problems"),
                List.of(
                        Panel.Column.text("编号", "Number"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("问题类别", "Category"),
                        Panel.Column.text("单位", "Units"),
                        Panel.Column.text("年度", "Years"),
                        Panel.Column.number("事项", "Items"),
                        Panel.Column.number("未销号", "Open")),
                families.stream()
                        .map(it -> Panel.Row.of(
                                it.id(),
                                it.fields().of("title"),
                                it.fields().of("category"),
                                String.join("、", units(it.members())),
                                String.join("、", years(it.members())),
                                it.members().size(),
                                open(it.members())))
                        .toList());
    }

    /// A family and the items in it.
    record Family(String id, Fields fields, List<Fields> members) {}

    private List<String> units(List<Fields> members) {
        Set<String> units = new TreeSet<>();
        members.forEach(it -> units.add(parties.name(it.of("unit"))));
        return List.copyOf(units);
    }

    private static List<String> years(List<Fields> members) {
        Set<String> years = new TreeSet<>();
        members.forEach(it -> years.add(it.of("year")));
        return List.copyOf(years);
    }

    private static long open(List<Fields> members) {
        return members.stream()
                .filter(it -> State.valueOf(it.of("state")).isOpen())
                .count();
    }
}
