package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The reminders that were sent, newest first, and what channels did not take.
final class RemindersView implements View {
    private static final int ROWS = 200;

    private final Ledger ledger;
    private final Reminding reminding;

    RemindersView(Ledger ledger, Reminding reminding) {
        this.ledger = ledger;
        this.reminding = reminding;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        String who = parameters.getOrDefault("who", "").strip();
        String colour = parameters.getOrDefault("colour", "").strip();
        Optional<Party> party = parties.find(who);
        Panel sent = reminding.all(
                parameters.getOrDefault("item", "").strip().toUpperCase(Locale.ROOT),
                party.map(Party::id).orElse(who),
                colour.isEmpty()
                        ? ""
                        : Choices.COLOUR
                                .id(colour)
                                .orElseThrow(() -> Fault.usage(
                                        "There is no colour “" + colour + "” of reminders.",
                                        "Known: blue 蓝, yellow 黄, red 红.")),
                ROWS);
        return Panel.Stack.of(
                sent,
                new Panel.Form(
                        new Label(
                                "发出到期的提醒（工作台开着时每半小时自己发）", "Send what has fallen due (done every half hour by itself)"),
                        "ledger",
                        List.of("remind"),
                        List.of(),
                        new Label("现在发出", "Send now")));
    }
}
