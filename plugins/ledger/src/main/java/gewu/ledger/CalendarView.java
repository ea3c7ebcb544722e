package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A month of the ledger: deadlines, milestones, letters to be answered, reviews and look-backs.
final class CalendarView implements View {
    private static final int ENTRIES = 4;
    private static final int ALL_OF_A_DAY = 500;
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Ledger ledger;

    CalendarView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AskedItems asked = AskedItems.of(parameters, ledger);
        LocalDate today = ledger.today();
        Panel.Target here = asked.in(Ways.CALENDAR);
        String day = parameters.getOrDefault("day", "").strip();
        List<Panel> panels = new ArrayList<>(asked.ways(Ways.CALENDAR, ledger.filters()));
        overdue(asked).ifPresent(panels::add);
        panels.add(
                day.isEmpty()
                        ? month(
                                asked,
                                here,
                                month(parameters.getOrDefault("month", "").strip(), today),
                                today)
                        : day(asked, here, day(day), today));
        return new Panel.Stack(panels);
    }

    private Optional<Panel> overdue(AskedItems asked) {
        long late = ledger.items().count(asked.all().only("overdue").filter(ledger));
        return late == 0
                ? Optional.empty()
                : Optional.of(new Panel.Links(
                        Label.same(""),
                        List.of(new Panel.Link(
                                new Label("超期 " + late + " 项", late + " overdue"), asked.table("overdue", "是")))));
    }

    private Panel month(AskedItems asked, Panel.Target here, YearMonth month, LocalDate today) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        List<Panel.Day> days = new ArrayList<>();
        DayTable table = ledger.items().days();
        table.counts(asked.filter(), first, last)
                .forEach((on, count) -> days.add(new Panel.Day(
                        on,
                        count,
                        entries(table.on(asked.filter(), on, ENTRIES), today),
                        Optional.of(here.with("day", on.toString())))));
        return new Panel.Calendar(
                new Label(month.getYear() + "年" + month.getMonthValue() + "月", ENGLISH.format(month)),
                first,
                last,
                today,
                days,
                Optional.of(here.with("month", month.minusMonths(1).toString())),
                Optional.of(here.with("month", month.plusMonths(1).toString())));
    }

    /// One day with all that falls on it.
    private Panel day(AskedItems asked, Panel.Target here, LocalDate day, LocalDate today) {
        DayTable table = ledger.items().days();
        long count = table.counts(asked.filter(), day, day).getOrDefault(day, 0L);
        Parties parties = ledger.parties();
        List<Panel.Row> rows = table.on(asked.filter(), day, ALL_OF_A_DAY).stream()
                .map(it -> Panel.Row.of(
                                kind(it),
                                it.item(),
                                LedgerPanels.cut(it.title()),
                                parties.name(it.unit()),
                                it.state().label())
                        .at(1, Ways.story(it.item())))
                .toList();
        Panel.Links ways = new Panel.Links(
                Label.same(""),
                List.of(
                        new Panel.Link(
                                new Label("前一天", "The day before"),
                                here.with("day", day.minusDays(1).toString())),
                        new Panel.Link(
                                new Label("全月", "The month"),
                                here.with("month", YearMonth.from(day).toString())),
                        new Panel.Link(
                                new Label("后一天", "The day behind"),
                                here.with("day", day.plusDays(1).toString()))));
        if (rows.isEmpty()) {
            return Panel.Stack.of(LedgerPanels.text(day + " 没有到期的事。", "Nothing falls on " + day + "."), ways);
        }
        String past = day.isBefore(today) ? "，已过" : "";
        String pastEn = day.isBefore(today) ? ", past" : "";
        return Panel.Stack.of(
                new Panel.Table(
                        new Label(day + past + "，共 " + count + " 项", day + pastEn + ", " + count + " in all"),
                        List.of(
                                Panel.Column.text("事由", "What"),
                                Panel.Column.text("问题编号", "Number"),
                                Panel.Column.text("问题", "Problem"),
                                Panel.Column.text("责任单位", "Unit"),
                                Panel.Column.text("状态", "State")),
                        rows),
                ways);
    }

    private List<Panel.Entry> entries(List<DayTable.ItemDay> days, LocalDate today) {
        return days.stream()
                .map(it -> new Panel.Entry(
                        it.item(),
                        kind(it),
                        Label.same(LedgerPanels.cut(it.title())),
                        tone(it, today),
                        Optional.of(Ways.story(it.item()))))
                .toList();
    }

    private static Label kind(DayTable.ItemDay it) {
        Label basis = it.basis().label();
        return it.name().isEmpty()
                ? basis
                : new Label(basis.zh() + "“" + it.name() + "”", basis.en() + " “" + it.name() + "”");
    }

    private Panel.Tone tone(DayTable.ItemDay it, LocalDate today) {
        if (it.on().isBefore(today)) {
            return Panel.Tone.ALARM;
        }
        return it.on().isAfter(today.plusDays(ledger.terms().soon())) ? Panel.Tone.PLAIN : Panel.Tone.CAUTION;
    }

    private static YearMonth month(String words, LocalDate today) {
        try {
            return words.isEmpty() ? YearMonth.from(today) : YearMonth.parse(words);
        } catch (DateTimeParseException noMonth) {
            throw Fault.usage("“" + words + "” is no month.", "Write it like 2026-05.", noMonth);
        }
    }

    private static LocalDate day(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeParseException noDay) {
            throw Fault.usage("“" + words + "” is no date.", "Write it like 2026-05-01.", noDay);
        }
    }
}
