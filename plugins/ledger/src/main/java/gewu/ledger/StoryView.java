package gewu.ledger;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One item with its whole story: its sentences in its report, what can be done now as forms, both clocks, who has to
/// do with it, and every event.
final class StoryView implements View {
    private static final int FEW = 20;

    private final Ledger ledger;
    private final Reminding reminding;
    private final ItemSentences sentences;

    StoryView(Ledger ledger, Reminding reminding, Reports reports) {
        this.ledger = ledger;
        this.reminding = reminding;
        this.sentences = new ItemSentences(ledger, reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String id = parameters.getOrDefault("item", "").strip().toUpperCase(Locale.ROOT);
        if (id.isEmpty()) {
            return latest();
        }
        Fields item = ledger.log().subject(id);
        if (!item.has("state")) {
            throw LedgerCall.unknown(id);
        }
        List<Event> history = ledger.log().history(id);
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        List<Panel> panels = new ArrayList<>();
        panels.add(shown.head(id, item));
        panels.addAll(sentences.of(item));
        ActForms forms = new ActForms(ledger, id, item, history.size());
        panels.addAll(forms.panels(
                Ways.story(id), parameters.getOrDefault(ActForms.ACT, "").strip(), history.getLast()));
        clocks(item).ifPresent(panels::add);
        panels.add(reminding.next(id, history.getLast().sequence()));
        panels.add(shown.facts(item));
        panels.addAll(shown.members(item));
        reminding.last(id).ifPresent(panels::add);
        panels.add(shown.history(history));
        forms.shut().ifPresent(panels::add);
        return new Panel.Stack(panels);
    }

    /// Without a number: the items to which something happened last.
    private Panel latest() {
        List<String> ids = ledger.items().latest(FEW);
        return ids.isEmpty()
                ? LedgerPanels.text("台账还是空的。", "The ledger is empty.")
                : new Panel.Links(
                        new Label("最近办理", "Latest"),
                        ids.stream()
                                .map(id -> new Panel.Link(
                                        Label.same(id + "　"
                                                + LedgerPanels.cut(
                                                        ledger.log().subject(id).of("title"))),
                                        Ways.story(id)))
                                .toList());
    }

    /// Both clocks, the first deadline and the one that counts now, and other days to come.
    private Optional<Panel> clocks(Fields item) {
        State state = State.valueOf(item.of("state"));
        List<Panel.Row> rows = new ArrayList<>();
        long granted = item.members("extension", "decision", "granted").size();
        item.date("deadline_first")
                .ifPresent(it -> rows.add(clock(new Label("首次时限", "First deadline"), it, state, item, "")));
        item.date("deadline")
                .ifPresent(it -> rows.add(clock(
                        new Label("现时限", "Deadline now"),
                        it,
                        state,
                        item,
                        granted == 0 ? "" : "延期 " + granted + " 次")));
        for (String number : item.members("milestone")) {
            String at = "milestone." + number + ".";
            item.date(at + "due")
                    .ifPresent(it -> rows.add(
                            item.has(at + "done_on")
                                    ? Panel.Row.of(
                                            new Label("节点", "Milestone"),
                                            it,
                                            new Label("已达成", "reached"),
                                            item.of(at + "name") + "　" + item.of(at + "done_on"))
                                    : clock(
                                            new Label("节点", "Milestone"),
                                            it,
                                            state,
                                            Fields.NONE,
                                            item.of(at + "name"))));
        }
        item.date("review_on")
                .filter(_ -> state == State.LONG_TERM)
                .ifPresent(it -> rows.add(clock(new Label("年度复核", "Review"), it, state, Fields.NONE, "")));
        item.date("look_back_due")
                .filter(_ -> state == State.CLOSED)
                .ifPresent(it -> rows.add(Panel.Row.of(
                        new Label("回头看", "Look-back"), it, left(ChronoUnit.DAYS.between(ledger.today(), it)), "")));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel.Table(
                        new Label("时限", "Deadlines"),
                        List.of(
                                Panel.Column.text("时限", "Which"),
                                Panel.Column.text("日期", "Day"),
                                Panel.Column.text("情况", "How it stands"),
                                Panel.Column.text("说明", "Remark")),
                        rows));
    }

    /// A closed item was in time or not; an open one has days left; a suspended one waits.
    private Panel.Row clock(Label name, LocalDate day, State state, Fields item, String remark) {
        Optional<LocalDate> closed = item.date("closed_on").filter(_ -> state == State.CLOSED);
        Label stands;
        if (closed.isPresent()) {
            long late = ChronoUnit.DAYS.between(day, closed.get());
            stands = late <= 0
                    ? new Label("按期销号", "closed in time")
                    : new Label("晚 " + late + " 天销号", "closed " + late + " days late");
        } else if (state == State.SUSPENDED) {
            stands = new Label("暂缓中", "suspended");
        } else {
            stands = state.isOpen() ? left(ChronoUnit.DAYS.between(ledger.today(), day)) : Label.same("–");
        }
        return Panel.Row.of(name, day, stands, remark);
    }

    private static Label left(long days) {
        return days < 0
                ? new Label("超期 " + -days + " 天", "overdue by " + -days + " days")
                : new Label("剩 " + days + " 天", days + " days left");
    }
}
