package gewu.ledger;

import gewu.api.WorkbenchException;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import gewu.ledger.remind.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Looks whether people are reminded: by rules that can be read, through channels that take what they
/// are given, and by a calendar that knows the years in which deadlines fall.
final class ReminderHealth implements HealthCheck {
    private static final String CHANNELS = "ledger/reminders";
    private static final String CALENDAR = "ledger/calendar";

    private final Ledger ledger;
    private final Reminding reminding;

    ReminderHealth(Ledger ledger, Reminding reminding) {
        this.ledger = ledger;
        this.reminding = reminding;
    }

    /// Tables of the office that are off keep nobody from the rest of the doctor's findings.
    @Override
    public List<HealthFinding> check() {
        try {
            return findings();
        } catch (WorkbenchException off) {
            return List.of(new HealthFinding(
                    CHANNELS, HealthFinding.State.BROKEN, String.valueOf(off.getMessage()), off.remedy()));
        }
    }

    private List<HealthFinding> findings() {
        List<HealthFinding> findings = new ArrayList<>();
        reminding
                .reminders()
                .outlook()
                .fault()
                .ifPresent(it -> findings.add(new HealthFinding(
                        CHANNELS, HealthFinding.State.BROKEN, String.valueOf(it.getMessage()), it.remedy())));
        for (Round.Waiting it : reminding.reminders().waiting()) {
            if (it.attempts() > 0) {
                findings.add(new HealthFinding(
                        CHANNELS,
                        HealthFinding.State.WARNING,
                        "The channel " + it.channel() + " did not take " + it.reminders() + " reminders. "
                                + it.failure(),
                        "They are tried again with the next round: gewu ledger remind."));
            }
        }
        if (findings.isEmpty()) {
            findings.add(
                    new HealthFinding(CHANNELS, HealthFinding.State.WELL, "Every channel took what it was given.", ""));
        }
        findings.add(calendar());
        return findings;
    }

    /// Without a year's holidays only its weekends are off, and time limits fall on wrong days.
    private HealthFinding calendar() {
        WorkingDays days = ledger.terms().workingDays();
        LocalDate today = ledger.today();
        // Next year's holidays are announced in November.
        int last = today.plusMonths(1).plusDays(15).getYear();
        TreeMap<Integer, Long> unknown = new TreeMap<>();
        ledger.items().openByYear(today).forEach((year, items) -> {
            if (!days.knows(year) && year <= last) {
                unknown.put(year, items);
            }
        });
        if (!days.knows(today.getYear())) {
            unknown.putIfAbsent(today.getYear(), 0L);
        }
        if (unknown.isEmpty()) {
            return new HealthFinding(
                    CALENDAR,
                    HealthFinding.State.WELL,
                    "The calendar knows the holidays of all deadlines that are announced by now.",
                    "");
        }
        int year = unknown.firstKey();
        return new HealthFinding(
                CALENDAR,
                HealthFinding.State.WARNING,
                "The calendar does not know the holidays of " + year + ", in which " + unknown.get(year)
                        + " deadlines fall.",
                "Write them into calendar.tsv in the ledger's data folder once they are announced.");
    }
}
