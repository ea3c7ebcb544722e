package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What waits for a person or a unit: to be received, overdue, due soon, to be accepted, to be decided,
/// and what falls on the days to come. Without a name: whose there is.
final class MineView implements View {
    private static final int CARDS = 10;
    private static final int DAYS_TO_COME = 14;

    private final Ledger ledger;

    MineView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String who = parameters.getOrDefault("who", "").strip();
        if (who.isEmpty()) {
            return everybody();
        }
        Parties parties = ledger.parties();
        Optional<Party> party = parties.find(who);
        boolean isUnit = party.filter(Party::isUnit).isPresent();
        ItemWords mine = ItemWords.ALL.with(isUnit ? "unit" : "person", who);
        List<Panel.Lane> lanes = new ArrayList<>();
        add(lanes, "overdue", new Label("超期", "Overdue"), mine.only("overdue"));
        add(lanes, "soon", new Label("临期", "Due soon"), mine.with("flag", "due_soon"));
        unit(who, party, parties)
                .ifPresent(unit -> add(
                        lanes,
                        "to_receive",
                        new Label("待签收", "To be received"),
                        ItemWords.ALL
                                .with("unit", unit)
                                .with("state", State.ASSIGNED.label().zh())));
        if (!isUnit) {
            add(
                    lanes,
                    "to_verify",
                    new Label("请我验收", "To be accepted by me"),
                    ItemWords.ALL
                            .with("verifier", who)
                            .with("state", State.SUBMITTED.label().zh()));
            // A leader decides; who is responsible asks.
            add(
                    lanes,
                    "to_decide",
                    new Label("请我批复延期", "Extensions to decide"),
                    ItemWords.ALL.with("decider", who).with("flag", "asked"));
            Set<Role> roles = party.map(Party::roles).orElse(Set.of());
            if (roles.contains(Role.VERIFIER)) {
                add(
                        lanes,
                        "submitted",
                        new Label("待验收（全部）", "Submitted (all)"),
                        ItemWords.ALL.with("state", State.SUBMITTED.label().zh()));
            }
            if (roles.contains(Role.SUPERVISOR)) {
                add(
                        lanes,
                        "proposed",
                        new Label("待确认（全部）", "To be confirmed (all)"),
                        ItemWords.ALL.with("state", State.PROPOSED.label().zh()));
            }
        } else {
            add(lanes, "to_decide", new Label("已申请延期", "Extensions asked for"), mine.with("flag", "asked"));
        }
        add(
                lanes,
                "in_progress",
                new Label("正在整改", "In progress"),
                mine.with(
                        "state",
                        State.IN_PROGRESS.label().zh() + ","
                                + State.LONG_TERM.label().zh()));
        List<Panel> panels = new ArrayList<>();
        panels.add(LedgerPanels.text(
                party.map(Party::name).orElse(who) + "，" + ledger.today(),
                party.map(Party::name).orElse(who) + ", " + ledger.today()));
        panels.add(new Panel.Board(Label.same(""), lanes));
        days(mine.filter(ledger)).ifPresent(panels::add);
        WaitingActs waiting = new WaitingActs(ledger);
        if (!isUnit) {
            panels.addAll(
                    waiting.forms(Act.DECIDE, ItemWords.ALL.with("decider", who).with("flag", "asked")));
        }
        unit(who, party, parties)
                .ifPresent(unit -> panels.addAll(waiting.forms(
                        Act.RECEIVE,
                        ItemWords.ALL
                                .with("unit", unit)
                                .with("state", State.ASSIGNED.label().zh()))));
        panels.add(new Panel.Links(
                Label.same(""),
                List.of(
                        new Panel.Link(new Label("全部事项", "All items"), Ways.table(mine)),
                        new Panel.Link(new Label("日历", "Calendar"), mine.in(Ways.CALENDAR)),
                        new Panel.Link(new Label("看板", "Board"), mine.in(Ways.BOARD)))));
        return new Panel.Stack(panels);
    }

    private void add(List<Panel.Lane> lanes, String id, Label head, ItemWords words) {
        ItemFilter filter = words.filter(ledger);
        long count = ledger.items().count(filter);
        List<ItemTable.Kept> first = count == 0 ? List.of() : ledger.items().mostUrgent(filter, CARDS);
        lanes.add(new ItemCards(ledger).lane(id, head, count, first, Ways.table(words)));
    }

    /// The unit itself, or that of the person.
    private static Optional<String> unit(String who, Optional<Party> party, Parties parties) {
        return party.filter(Party::isUnit).isPresent()
                ? Optional.of(who)
                : party.map(Party::unit).filter(it -> !it.isEmpty()).map(parties::name);
    }

    /// Milestones, letters and reviews of the days to come, and those that passed.
    private Optional<Panel> days(ItemFilter filter) {
        LocalDate today = ledger.today();
        List<DayTable.ItemDay> days = ledger.items().days().beside(filter, today.plusDays(DAYS_TO_COME), CARDS);
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel.Table(
                        new Label("节点、复函、复核（到今后两周）", "Milestones, letters, reviews (the two weeks to come)"),
                        List.of(
                                Panel.Column.text("日期", "Day"),
                                Panel.Column.text("事由", "What"),
                                Panel.Column.text("问题编号", "Number"),
                                Panel.Column.text("问题", "Problem"),
                                Panel.Column.text("提示", "Remark")),
                        days.stream()
                                .map(it -> Panel.Row.of(
                                                it.on(),
                                                it.name().isEmpty()
                                                        ? it.basis().label()
                                                        : new Label(
                                                                it.basis()
                                                                                .label()
                                                                                .zh() + "“" + it.name() + "”",
                                                                it.basis()
                                                                                .label()
                                                                                .en() + " “" + it.name() + "”"),
                                                it.item(),
                                                LedgerPanels.cut(it.title()),
                                                it.on().isBefore(today) ? new Label("已过期", "past") : Label.same(""))
                                        .at(2, Ways.story(it.item())))
                                .toList()));
    }

    private Panel everybody() {
        Parties parties = ledger.parties();
        if (parties.all().isEmpty()) {
            return LedgerPanels.text(
                    "填写姓名或单位，看等他办的事项。", "Give the name of a person or a unit to see what waits for them.");
        }
        return new Panel.Table(
                new Label("谁的事项", "Whose items"),
                List.of(Panel.Column.text("名称", "Name"), Panel.Column.text("所属单位", "Unit")),
                parties.all().stream()
                        .map(it -> Panel.Row.of(it.name(), parties.name(it.unit()))
                                .at(0, new Panel.Target(Ways.MINE, Map.of("who", it.name()))))
                        .toList());
    }
}
