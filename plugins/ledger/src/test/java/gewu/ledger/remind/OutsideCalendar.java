package gewu.ledger.remind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationException;
import net.fortuna.ical4j.validate.ValidationResult;

/// An iCalendar file as a library of others reads and judges it: strictly, with every property and component.
public final class OutsideCalendar {
    private final Calendar calendar;

    /// @throws AssertionError if the library does not take the file; it says why
    public OutsideCalendar(byte[] file) throws IOException {
        try {
            calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
            ValidationResult result = calendar.validate(true);
            if (!result.getEntries().isEmpty()) {
                throw new AssertionError(result.getEntries().toString());
            }
        } catch (ParserException | ValidationException off) {
            throw new AssertionError(off.getMessage(), off);
        }
    }

    public List<VEvent> events() {
        return calendar.getComponents(Component.VEVENT);
    }

    /// A property of an entry, as the library reads it.
    public static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
