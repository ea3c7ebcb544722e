package gewu.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// On which days an office works: Monday to Friday, but for the days of the table (休 off, 班 worked). Immutable.
final class WorkingDays {
    private final Map<LocalDate, Boolean> exceptions;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /// @param rows a day and 休 or 班 each; later rows win
    static WorkingDays of(List<String[]> rows) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        rows.forEach(row -> exceptions.put(LocalDate.parse(row[0]), row[1].equals("班")));
        return new WorkingDays(exceptions);
    }

    boolean isWorked(LocalDate day) {
        boolean isWeekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, isWeekday);
    }

    /// The day itself, or the next one on which the office works.
    LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorked(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// So many working days later.
    LocalDate plus(LocalDate day, int workingDays) {
        LocalDate next = day;
        for (int left = workingDays; left > 0; ) {
            next = next.plusDays(1);
            if (isWorked(next)) {
                left--;
            }
        }
        return next;
    }

    /// Whether the table says anything about the year; without, only weekends count.
    boolean knows(int year) {
        return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
    }
}
