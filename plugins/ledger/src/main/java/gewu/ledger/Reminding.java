package gewu.ledger;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.job.Progress;
import gewu.api.plugin.Extensions;
import gewu.api.store.Store;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.ledger.remind.NextReminder;
import gewu.ledger.remind.Reminders;
import gewu.ledger.remind.Round;
import gewu.ledger.remind.Sent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reminders of the ledger's items, as commands and views need them. Safe for all threads.
final class Reminding {
    private static final int FOR_PEOPLE = 50;
    private static final int FEW = 5;

    /// How many reasons people are told; programs read them all.
    private static final int REASONS = 10;

    private final Store store;
    private final Extensions extensions;
    private final Clock clock;
    private final Ledger ledger;
    private final Wording wording;

    Reminding(Store store, Extensions extensions, Clock clock, Ledger ledger, Wording wording) {
        this.store = store;
        this.extensions = extensions;
        this.clock = clock;
        this.ledger = ledger;
        this.wording = wording;
    }

    Reminders reminders() {
        return new Reminders(store, extensions, clock, ledger.folder(), new ItemMatters(ledger, clock));
    }

    /// Brings items back whose suspension is over, then sends all that has fallen due.
    Round run(Progress progress) {
        ledger.catchUp();
        return reminders().run(progress);
    }

    DataRow row(Round it) {
        return DataRow.of("round")
                .with("digest", it.digest() == 0 ? null : it.digest())
                .with("sent", it.sent())
                .with("late", it.late())
                .with("items", it.items())
                .with("proposals", it.proposals())
                .with("as_of", ledger.today().toString());
    }

    /// What a round did, in a sentence, and one for each channel that failed.
    Label told(Round it) {
        String late = it.late() == 0 ? "" : "，其中补发 " + it.late() + " 条";
        String lateEn = it.late() == 0 ? "" : ", " + it.late() + " of them late";
        String zh = it.sent() == 0 ? "没有新的提醒。" : "提醒 " + it.sent() + " 条，涉及 " + it.items() + " 项" + late + "。";
        String en = it.sent() == 0
                ? "Nobody is to be reminded now."
                : it.sent() + " reminders of " + it.items() + " items" + lateEn + ".";
        List<Label> left = new ArrayList<>(
                it.waiting().stream().limit(REASONS).map(this::failure).toList());
        if (it.waiting().size() > REASONS) {
            left.add(new Label(
                    "……另有 " + (it.waiting().size() - REASONS) + " 种原因，见 gewu ledger reminders --json。",
                    "… and " + (it.waiting().size() - REASONS) + " more reasons: gewu ledger reminders --json."));
        }
        return new Label(
                zh + left.stream().map(line -> "\n" + line.zh()).collect(Collectors.joining()),
                en + left.stream().map(line -> "\n" + line.en()).collect(Collectors.joining()));
    }

    private Label failure(Round.Waiting it) {
        Label why = wording.label(it.failure());
        return new Label(
                "渠道 " + it.channel() + " 有 " + it.reminders() + " 条没有送出（试过 " + it.attempts() + " 次，下次再试）：" + why.zh(),
                "The channel " + it.channel() + " did not take " + it.reminders() + " (tried " + it.attempts()
                        + " times, it will be tried again): " + why.en());
    }

    DataRow row(Round.Waiting it) {
        return DataRow.of("waiting")
                .with("channel", it.channel())
                .with("reminders", it.reminders())
                .with("attempts", it.attempts())
                .with("failure", it.failure().isEmpty() ? null : it.failure());
    }

    /// `gewu ledger reminders`: what was sent, newest first.
    void list(List<String> items, CommandCall call, Output output) {
        Parties parties = ledger.parties();
        String party = call.option("--person")
                .map(parties::person)
                .or(() -> call.option("--unit").map(parties::unit))
                .orElse("");
        String colour = call.option("--colour")
                .map(it -> Choices.COLOUR
                        .id(it)
                        .orElseThrow(() ->
                                Fault.usage("--colour takes no “" + it + "”.", "Known: blue 蓝, yellow 黄, red 红.")))
                .orElse("");
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        String item = items.isEmpty() ? "" : items.getFirst().toUpperCase(Locale.ROOT);
        List<Sent> sent = reminders().last(item, party, colour, limit);
        sent.forEach(it -> output.row(row(it, parties)));
        List<Round.Waiting> waiting = reminders().waiting();
        waiting.forEach(it -> output.row(row(it)));
        output.row(DataRow.of("total").with("reminders", sent.size()));
        if (!output.isJson()) {
            output.show(panel(sent, parties));
            waiting.stream()
                    .filter(it -> it.attempts() > 0)
                    .limit(REASONS)
                    .forEach(it -> output.show(new Panel.Text(failure(it))));
        }
    }

    /// What was sent, newest first, and what channels did not take.
    Panel all(String item, String party, String colour, int limit) {
        List<Panel> panels = new ArrayList<>();
        panels.add(panel(reminders().last(item, party, colour, limit), ledger.parties()));
        reminders().waiting().stream()
                .filter(it -> it.attempts() > 0)
                .forEach(it -> panels.add(new Panel.Text(failure(it))));
        return new Panel.Stack(panels);
    }

    private static DataRow row(Sent it, Parties parties) {
        return DataRow.of("reminder")
                .with("number", it.number())
                .with("item", it.item())
                .with("title", it.title())
                .with("rule", it.rule())
                .with("basis", it.basis().id())
                .with("revision", it.revision())
                .with("turn", it.turn())
                .with("day", it.day().toString())
                .with("due_on", it.dueOn().toString())
                .with("sent_on", it.sentOn().toString())
                .with("digest", it.digest())
                .with("colour", it.colour().id().isEmpty() ? null : it.colour().id())
                .with("words", it.words().zh())
                .with("words_en", it.words().en())
                .with(
                        "audience",
                        it.audience().stream().map(to -> recipient(to, parties)).toList())
                .with("proposes", it.proposes());
    }

    private static Map<String, Object> recipient(Sent.Recipient it, Parties parties) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("role", it.role().id());
        row.put("party", it.party());
        row.put("name", parties.name(it.party()));
        return row;
    }

    private static Panel panel(List<Sent> sent, Parties parties) {
        if (sent.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "没有这样的提醒。gewu ledger remind 发出到期的提醒。",
                            "There is no such reminder. gewu ledger remind sends what has fallen due."),
                    new Label("没有这样的提醒。", "There is no such reminder."));
        }
        return new Panel.Table(
                new Label("提醒", "Reminders"),
                List.of(
                        Panel.Column.number("序号", "No."),
                        Panel.Column.text("发出", "Sent"),
                        Panel.Column.text("颜色", "Colour"),
                        Panel.Column.text("问题编号", "Item"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("提醒", "Of what"),
                        Panel.Column.text("提醒谁", "Whom"),
                        Panel.Column.text("建议", "Proposes")),
                sent.stream()
                        .map(it -> Panel.Row.of(
                                        it.number(),
                                        it.sentOn(),
                                        it.colour().label(),
                                        it.item(),
                                        LedgerPanels.cut(it.title()),
                                        it.words(),
                                        it.audience().stream()
                                                .map(to -> parties.name(to.party()))
                                                .distinct()
                                                .collect(Collectors.joining("、")),
                                        new Label(
                                                it.proposals().stream()
                                                        .map(Label::zh)
                                                        .collect(Collectors.joining("、")),
                                                it.proposals().stream()
                                                        .map(Label::en)
                                                        .collect(Collectors.joining(", "))))
                                .at(3, Ways.story(it.item())))
                        .toList());
    }

    /// The row of an item with when somebody will be reminded of it next.
    static DataRow withNext(DataRow item, Optional<NextReminder> next) {
        return item.with("next_reminder", next.map(it -> it.on().toString()).orElse(null))
                .with("next_reminder_rule", next.map(NextReminder::rule).orElse(null))
                .with(
                        "next_reminder_colour",
                        next.map(it -> it.colour().id())
                                .filter(it -> !it.isEmpty())
                                .orElse(null));
    }

    /// When items are reminded of next; what is off in the table of rules is told beside the answer.
    Reminders.Outlook outlook(Output output) {
        Reminders.Outlook outlook = reminders().outlook();
        outlook.fault().ifPresent(it -> output.note(it.getMessage() + " " + it.remedy()));
        return outlook;
    }

    /// Under the story of an item: the next reminder, and those that were sent.
    Panel panel(String id, long lastEvent) {
        Panel next = next(id, lastEvent);
        List<Sent> sent = reminders().last(id, "", "", FOR_PEOPLE);
        return sent.isEmpty() ? next : Panel.Stack.of(next, panel(sent, ledger.parties()));
    }

    /// The last few reminders of an item that were sent; empty if there are none.
    Optional<Panel> last(String id) {
        List<Sent> sent = reminders().last(id, "", "", FEW);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Panel all = new Panel.Links(
                Label.same(""),
                List.of(new Panel.Link(
                        new Label("全部提醒", "All reminders"), new Panel.Target("ledger-reminders", Map.of("item", id)))));
        Panel few = panel(sent, ledger.parties());
        return Optional.of(sent.size() < FEW ? few : Panel.Stack.of(few, all));
    }

    /// When somebody is reminded of an item next.
    Panel next(String id, long lastEvent) {
        Reminders.Outlook outlook = reminders().outlook();
        return outlook.next(id, lastEvent)
                .map(it -> LedgerPanels.text(
                        "下次提醒：" + it.on() + "　" + coloured(it.colour().label().zh())
                                + it.words().zh(),
                        "Next reminder: " + it.on() + "  "
                                + coloured(it.colour().label().en())
                                + it.words().en()))
                .orElse(
                        outlook.fault().isPresent()
                                ? LedgerPanels.text(
                                        "提醒规则有误，暂不提醒：gewu ledger remind 说明哪里不对。",
                                        "The table of reminder rules is off, nobody is reminded: gewu ledger remind says where.")
                                : LedgerPanels.text(
                                        "下次提醒：无（现在没有到期日）。", "Next reminder: none (nothing is due at present)."));
    }

    private static String coloured(String colour) {
        return colour.isEmpty() ? "" : "【" + colour + "】";
    }
}
