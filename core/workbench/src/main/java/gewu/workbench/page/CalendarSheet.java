package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A calendar as weeks from Monday to Sunday.
public record CalendarSheet(List<List<Cell>> weeks) {
    /// The heads of its columns.
    public static final List<Label> WEEKDAYS = List.of(
            new Label("周一", "Mon"),
            new Label("周二", "Tue"),
            new Label("周三", "Wed"),
            new Label("周四", "Thu"),
            new Label("周五", "Fri"),
            new Label("周六", "Sat"),
            new Label("周日", "Sun"));

    public CalendarSheet {
        weeks = weeks.stream().map(List::copyOf).toList();
    }

    /// One day of the sheet.
    ///
    /// @param isInside whether it belongs to the calendar, and not only to its first or last week
    /// @param day      what falls on it
    public record Cell(LocalDate on, boolean isInside, boolean isToday, Optional<Panel.Day> day) {
        public Label weekday() {
            return WEEKDAYS.get(on.getDayOfWeek().getValue() - 1);
        }

        /// How many entries aren't shown.
        public long hidden() {
            return day.map(it -> it.count() - it.entries().size()).orElse(0L);
        }

        /// What it is called in a style sheet.
        public String kind() {
            return (isInside ? "day" : "day outside") + (isToday ? " today" : "") + (day.isPresent() ? "" : " free");
        }
    }

    public static CalendarSheet of(Panel.Calendar calendar) {
        Map<LocalDate, Panel.Day> days =
                calendar.days().stream().collect(Collectors.toMap(Panel.Day::on, Function.identity()));
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate end = calendar.last().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        for (LocalDate on = calendar.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                !on.isAfter(end);
                on = on.plusDays(1)) {
            if (on.getDayOfWeek() == DayOfWeek.MONDAY) {
                weeks.add(new ArrayList<>());
            }
            boolean isInside = !on.isBefore(calendar.first()) && !on.isAfter(calendar.last());
            weeks.getLast().add(new Cell(on, isInside, on.equals(calendar.today()), Optional.ofNullable(days.get(on))));
        }
        return new CalendarSheet(weeks);
    }
}
