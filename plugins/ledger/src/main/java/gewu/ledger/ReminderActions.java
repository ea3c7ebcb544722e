package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.ledger.remind.Round;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reminders and the days they are about.
final class ReminderActions {
    private final Ledger ledger;
    private final Reminding reminding;
    private final Clock clock;

    ReminderActions(Ledger ledger, Reminding reminding, Clock clock) {
        this.ledger = ledger;
        this.reminding = reminding;
        this.clock = clock;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("remind", "提醒", this::remind),
                new LedgerAction("reminders", "提醒记录", this::reminders),
                new LedgerAction("calendar", "日历", this::calendar));
    }

    /// Sends all reminders that have fallen due.
    private Exit remind(LedgerCall call, Output output) {
        Round round = reminding.run(output.progress());
        output.row(reminding.row(round));
        round.waiting().forEach(it -> output.row(reminding.row(it)));
        output.show(new Panel.Text(reminding.told(round)));
        return round.waiting().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Exit reminders(LedgerCall call, Output output) {
        call.words().forEach(it -> call.known(it.toUpperCase(Locale.ROOT)));
        reminding.list(call.words(), call.written(), output);
        return Exit.DONE;
    }

    private Exit calendar(LedgerCall call, Output output) {
        ItemDays days = new ItemDays(ledger, clock, reminding.reminders());
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            days.write(call.filter(), Path.of(file.get()), output);
        } else {
            days.show(call.filter(), call.has("--limit") ? call.number("--limit", 0) : -1, output);
        }
        return Exit.DONE;
    }
}
