package gewu.workbench.terminal;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The weeks of a calendar as lines, Monday first: each day with how much falls on it, `12·3`; today in brackets.
final class MonthLines {
    private static final int WIDTH = 9;
    private static final List<Label> WEEKDAYS = List.of(
            new Label("一", "Mon"),
            new Label("二", "Tue"),
            new Label("三", "Wed"),
            new Label("四", "Thu"),
            new Label("五", "Fri"),
            new Label("六", "Sat"),
            new Label("日", "Sun"));

    private MonthLines() {}

    static List<String> of(Panel.Calendar calendar, String language) {
        Map<LocalDate, Long> counts =
                calendar.days().stream().collect(Collectors.toMap(Panel.Day::on, Panel.Day::count));
        List<String> lines = new ArrayList<>();
        lines.add(WEEKDAYS.stream()
                .map(it -> TextWidth.pad(it.in(language), WIDTH, false))
                .collect(Collectors.joining())
                .stripTrailing());
        LocalDate end = calendar.last().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        StringBuilder line = new StringBuilder();
        for (LocalDate day = calendar.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                !day.isAfter(end);
                day = day.plusDays(1)) {
            line.append(TextWidth.pad(day(day, counts, calendar), WIDTH, false));
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
        }
        return lines;
    }

    private static String day(LocalDate day, Map<LocalDate, Long> counts, Panel.Calendar calendar) {
        if (day.isBefore(calendar.first()) || day.isAfter(calendar.last())) {
            return "";
        }
        long count = counts.getOrDefault(day, 0L);
        String number = String.valueOf(day.getDayOfMonth());
        String shown = day.equals(calendar.today()) ? "[" + number + "]" : number;
        return count == 0 ? shown : shown + "·" + count;
    }

    /// 周五, or Fri.
    static String weekday(LocalDate day, String language) {
        Label name = WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
        return new Label("周" + name.zh(), name.en()).in(language);
    }
}
