package gewu.ledger;

import gewu.api.workbench.Feed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The days of items as a calendar to subscribe to, of all or of one unit or person.
final class CalendarFeed implements Feed {
    private final Ledger ledger;
    private final Reminding reminding;
    private final Clock clock;

    CalendarFeed(Ledger ledger, Reminding reminding, Clock clock) {
        this.ledger = ledger;
        this.reminding = reminding;
        this.clock = clock;
    }

    @Override
    public void write(Map<String, String> parameters, String language, OutputStream out) throws IOException {
        Parties parties = ledger.parties();
        String unit = parameters.getOrDefault("unit", "");
        String person = parameters.getOrDefault("person", "");
        ItemFilter filter = new ItemFilter(
                Set.of(),
                unit.isEmpty() ? "" : parties.unit(unit),
                0,
                "",
                "",
                "",
                person.isEmpty() ? "" : parties.person(person),
                "",
                false,
                Optional.empty(),
                Optional.empty());
        new ItemDays(ledger, clock, reminding.reminders()).write(filter, out, language);
    }
}
