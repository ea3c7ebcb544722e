package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 领导包案: who is in charge of how many cases and how they stand; with a leader, every case with its checklist, the
/// reddest first.
final class CasesView implements View {
    private static final int CASES = 200;

    private final Ledger ledger;

    CasesView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String leader = parameters.getOrDefault("leader", "").strip();
        return leader.isEmpty() ? leaders() : cases(leader);
    }

    private Panel leaders() {
        Parties parties = ledger.parties();
        List<ItemTable.Load> loads =
                ledger.items().loads(ledger.today(), ledger.terms().soon());
        if (loads.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "还没有包案领导。指定：gewu ledger 责任分工 编号 --case-leader 姓名",
                            "Nobody is in charge of a case yet. Appoint: gewu ledger appoint NUMBER --case-leader NAME"),
                    new Label(
                            "还没有包案领导。在事项全貌里用“责任分工”指定。",
                            "Nobody is in charge of a case yet. Appoint somebody where the story of an item is told."),
                    new Panel.Link(new Label("整改台账", "Ledger"), new Panel.Target(Ways.TABLE)));
        }
        List<Panel.Row> rows = new ArrayList<>();
        for (ItemTable.Load it : loads) {
            String name = parties.name(it.leader());
            ItemWords his = ItemWords.ALL.with("case_leader", name);
            Panel.Row row = Panel.Row.of(name, it.cases(), it.open(), it.overdue(), it.soon(), it.closed())
                    .at(0, new Panel.Target(Ways.CASES, Map.of("leader", name)));
            row = Ways.counted(row, 1, it.cases(), his);
            row = Ways.counted(row, 2, it.open(), his.with("state", open()));
            row = Ways.counted(row, 3, it.overdue(), his.only("overdue"));
            row = Ways.counted(row, 4, it.soon(), his.with("flag", "due_soon"));
            rows.add(Ways.counted(
                    row, 5, it.closed(), his.with("state", State.CLOSED.label().zh())));
        }
        return new Panel.Table(
                new Label("领导包案，截至 " + ledger.today(), "Leaders in charge of cases, as of " + ledger.today()),
                List.of(
                        Panel.Column.text("包案领导", "Leader"),
                        Panel.Column.number("包案", "Cases"),
                        Panel.Column.number("未销号", "Open"),
                        Panel.Column.number("超期", "Overdue"),
                        Panel.Column.number("临期", "Due soon"),
                        Panel.Column.number("已销号", "Closed")),
                rows);
    }

    private static String open() {
        return String.join(
                ",",
                List.of(State.values()).stream()
                        .filter(State::isOpen)
                        .map(it -> it.label().zh())
                        .toList());
    }

    private Panel cases(String leader) {
        ItemWords his = ItemWords.ALL.with("case_leader", leader);
        ItemFilter filter = his.filter(ledger);
        long count = ledger.items().count(filter);
        if (count == 0) {
            return LedgerPanels.text(leader + "没有包案事项。", leader + " is in charge of no case.");
        }
        Parties parties = ledger.parties();
        ItemFlags flags = new ItemFlags(ledger.today(), ledger.terms());
        List<Panel.Row> rows = ledger.items().reddest(filter, CASES).stream()
                .map(it -> row(it.standing(), parties, flags))
                .toList();
        List<Panel.Link> ways = new ArrayList<>();
        ways.add(new Panel.Link(new Label("全部领导", "All leaders"), new Panel.Target(Ways.CASES)));
        ways.add(new Panel.Link(new Label("看板", "Board"), his.in(Ways.BOARD)));
        ways.add(new Panel.Link(new Label("日历", "Calendar"), his.in(Ways.CALENDAR)));
        ways.add(new Panel.Link(new Label("台账 " + count + " 项", count + " in the ledger"), Ways.table(his)));
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Links(Label.same(""), ways));
        panels.addAll(new WaitingActs(ledger).forms(Act.DECIDE, his.with("flag", "asked")));
        panels.add(new Panel.Table(
                new Label(leader + "包案 " + count + " 项", count + " cases of " + leader),
                List.of(
                        Panel.Column.text("问题编号", "Number"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("牵头单位", "Lead unit"),
                        Panel.Column.text("状态", "State"),
                        Panel.Column.number("剩余天数", "Days left"),
                        Panel.Column.text("时限", "Deadline"),
                        Panel.Column.text("责任清单", "Checklist"),
                        Panel.Column.text("提示", "Flags")),
                rows));
        return new Panel.Stack(panels);
    }

    private Panel.Row row(Standing it, Parties parties, ItemFlags flags) {
        Fields item = ledger.log().subject(it.id());
        Optional<LocalDate> deadline =
                it.date("deadline").filter(_ -> it.state().isOpen());
        String first = it.of("deadline_first");
        boolean isMoved = deadline.isPresent() && !first.equals(it.of("deadline"));
        return Panel.Row.of(
                        it.id(),
                        LedgerPanels.cut(it.of("title")),
                        parties.name(it.of("lead").isEmpty() ? it.of("unit") : it.of("lead")),
                        it.state().label(),
                        deadline.map(day -> String.valueOf(ChronoUnit.DAYS.between(ledger.today(), day)))
                                .orElse("–"),
                        deadline.map(day -> isMoved
                                        ? new Label(day + "（首次 " + first + "）", day + " (first " + first + ")")
                                        : Label.same(day.toString()))
                                .orElse(Label.same("–")),
                        checklist(item),
                        flags.line(it))
                .at(0, Ways.story(it.id()));
    }

    /// What a case needs, ticked where it is there: ✓签收 措施2/3 节点1/2 进展60% 佐证1 复函0/1.
    private static Label checklist(Fields item) {
        List<Label> all = new ArrayList<>();
        tick(item.has("lead") && item.has("leader"), "责任到位", "lead and leader", all);
        tick(item.has("received_on"), "签收", "received", all);
        part(
                item.members("remedy", "state", "done").size()
                        + item.members("remedy", "state", "waived").size(),
                item.count("remedy"),
                "措施",
                "remedies",
                all);
        long reached = item.members("milestone").stream()
                .filter(it -> item.has("milestone." + it + ".done_on"))
                .count();
        part(reached, item.count("milestone"), "节点", "milestones", all);
        long replied = item.members("letter").stream()
                .filter(it -> item.has("letter." + it + ".replied_on"))
                .count();
        long toReply = item.members("letter").stream()
                .filter(it -> item.has("letter." + it + ".reply_due"))
                .count();
        part(Math.min(replied, toReply), toReply, "复函", "letters answered", all);
        tick(item.number("progress") >= 100, "进度" + item.number("progress") + "%", item.number("progress") + "%", all);
        tick(!item.members("evidence", "status", "accepted").isEmpty(), "佐证认可", "evidence accepted", all);
        tick(item.has("closed_on"), "销号", "closed", all);
        return new Label(
                String.join(" ", all.stream().map(Label::zh).toList()),
                String.join(", ", all.stream().map(Label::en).toList()));
    }

    private static void tick(boolean isDone, String zh, String en, List<Label> all) {
        String sign = isDone ? "✓" : "○";
        all.add(new Label(sign + zh, sign + " " + en));
    }

    private static void part(long done, long of, String zh, String en, List<Label> all) {
        if (of > 0) {
            tick(done == of, zh + done + "/" + of, en + " " + done + "/" + of, all);
        }
    }
}
