package gewu.ledger.remind;

import java.time.LocalDate;
import java.util.List;

/// A day of an item for other programs' calendars.
///
/// @param uid    the same for ever, also when the day is moved
/// @param moved  how often it was moved
/// @param alarms days before it on which a person is to be told
public record CalendarEntry(
        String uid,
        long moved,
        LocalDate day,
        String summary,
        String description,
        List<String> categories,
        List<Integer> alarms) {
    public CalendarEntry {
        categories = List.copyOf(categories);
        alarms = List.copyOf(alarms);
    }
}
