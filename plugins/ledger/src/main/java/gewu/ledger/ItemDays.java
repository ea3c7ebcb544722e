package gewu.ledger;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.ledger.remind.Basis;
import gewu.ledger.remind.CalendarEntry;
import gewu.ledger.remind.CalendarFile;
import gewu.ledger.remind.Reminders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The days of items: deadlines, milestones, look-backs, what is overdue included; as a list and as an iCalendar file.
final class ItemDays {
    private static final int FOR_PEOPLE = 50;

    private final Ledger ledger;
    private final Clock clock;
    private final Reminders reminders;

    ItemDays(Ledger ledger, Clock clock, Reminders reminders) {
        this.ledger = ledger;
        this.clock = clock;
        this.reminders = reminders;
    }

    /// A day of an item.
    ///
    /// @param number of the milestone; empty for none
    /// @param moved  how often it was moved
    private record Day(Basis basis, String number, String name, LocalDate on, Standing of, long moved) {
        boolean isPast(LocalDate today) {
            return on.isBefore(today);
        }
    }

    /// Shows the days of the items that are wanted, the earliest first.
    void show(ItemFilter filter, int limit, Output output) {
        LocalDate today = ledger.today();
        List<Day> days = new ArrayList<>();
        for (String id : ledger.items().ids(filter)) {
            days.addAll(days(id));
        }
        days.sort(Comparator.comparing(Day::on).thenComparing(it -> it.of().id()));
        Parties parties = ledger.parties();
        List<Day> some = days.subList(0, Math.min(limit < 0 ? FOR_PEOPLE : limit, days.size()));
        (output.isJson() && limit < 0 ? days : some)
                .forEach(it -> output.row(DataRow.of("day")
                        .with("item", it.of().id())
                        .with("basis", it.basis().id())
                        .with("milestone", it.number().isEmpty() ? null : it.number())
                        .with("name", it.name().isEmpty() ? null : it.name())
                        .with("day", it.on().toString())
                        .with("past", it.isPast(today))
                        .with("title", it.of().of("title"))
                        .with("unit", parties.name(unit(it.of())))));
        output.row(DataRow.of("total").with("days", days.size()).with("as_of", today.toString()));
        if (!output.isJson()) {
            output.show(
                    days.isEmpty()
                            ? LedgerPanels.text("没有到期日。", "There are no days to come.")
                            : table(some, parties, today));
            output.show(
                    LedgerPanels.text(
                            "其他日历程序可以订阅：gewu serve 打开时的 /feed/ledger.ics（可加 ?unit=单位 或 ?person=姓名），也可用 --export 写成文件。",
                            "Other calendars may subscribe to /feed/ledger.ics while gewu serve runs (?unit= or ?person= for a part); --export writes a file."));
        }
    }

    /// Writes them all into an iCalendar file, which appears when it is whole.
    void write(ItemFilter filter, Path file, Output output) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        long days = 0;
        try {
            Path unfinished = Files.createTempFile(folder, ".calendar", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    days = write(filter, out, output.language());
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be written: " + unwritable.getMessage() + ".",
                    "Check that the folder exists and that no other program has the file open.",
                    unwritable);
        }
        output.row(DataRow.of("calendar").with("file", file.toString()).with("days", days));
        output.show(LedgerPanels.text(days + " 个日期写入 " + file + "。", days + " days written to " + file + "."));
    }

    /// Writes them all; the stream is left open.
    ///
    /// @return how many
    long write(ItemFilter filter, OutputStream out, String language) throws IOException {
        Map<Basis, List<Integer>> alarms = new EnumMap<>(Basis.class);
        for (Basis it : List.of(Basis.DEADLINE, Basis.MILESTONE, Basis.REVIEW, Basis.LOOK_BACK)) {
            alarms.put(it, reminders.daysBefore(it));
        }
        Parties parties = ledger.parties();
        String ours = ledger.log().batch(1).stream()
                .findFirst()
                .map(it -> it.hash().substring(0, 12))
                .orElse("empty");
        CalendarFile calendar = new CalendarFile(out, clock.instant());
        calendar.begin(new Label("整改台账", "Ledger").in(language));
        long count = 0;
        for (String id : ledger.items().ids(filter)) {
            for (Day it : days(id)) {
                calendar.add(entry(it, ours, parties, language, alarms.getOrDefault(it.basis(), List.of())));
                count++;
            }
        }
        calendar.end();
        return count;
    }

    private CalendarEntry entry(Day it, String ours, Parties parties, String language, List<Integer> alarms) {
        Standing item = it.of();
        LocalDate today = ledger.today();
        long late = ChronoUnit.DAYS.between(it.on(), today);
        Label flag = late > 0 ? new Label("【超期 " + late + " 天】", "[" + late + " days overdue] ") : Label.same("");
        Label head = head(it);
        Label who = new Label(
                "责任单位：" + parties.name(unit(item)) + "\n责任人：" + parties.name(item.of("person")) + "\n状态："
                        + item.state().label().zh(),
                "Unit: " + parties.name(unit(item)) + "\nPerson: " + parties.name(item.of("person")) + "\nState: "
                        + item.state().label().en());
        String number = it.number().isEmpty() ? "" : "-" + it.number();
        return new CalendarEntry(
                item.id() + "-" + it.basis().id() + number + "-" + ours + "@gewu",
                it.moved(),
                it.on(),
                flag.in(language) + head.in(language) + " " + item.id() + " " + item.of("title"),
                who.in(language) + "\n" + item.of("title"),
                List.of(head.in(language)),
                alarms);
    }

    private static Label head(Day it) {
        String name = it.name().isEmpty() ? "" : "“" + it.name() + "”";
        return switch (it.basis()) {
            case MILESTONE -> new Label("节点" + name, "Milestone " + name);
            case LOOK_BACK -> new Label("回头看", "Look-back");
            case REVIEW -> new Label("年度复核", "Review");
            case DEADLINE, RECEIPT, PROGRESS, REPLY, UNANSWERED -> new Label("整改时限", "Deadline");
        };
    }

    private List<Day> days(String id) {
        EventLog.Folded folded = ledger.log().fold(id);
        Fields item = folded.fields();
        Standing standing = Standing.of(id, item);
        List<Day> days = new ArrayList<>();
        if (standing.state().isOpen()) {
            item.date("deadline")
                    .ifPresent(it -> days.add(new Day(Basis.DEADLINE, "", "", it, standing, folded.events())));
            item.date("review_on")
                    .ifPresent(it -> days.add(new Day(Basis.REVIEW, "", "", it, standing, folded.events())));
            for (String number : item.members("milestone")) {
                String at = "milestone." + number + ".";
                if (!item.has(at + "done_on")) {
                    item.date(at + "due")
                            .ifPresent(it -> days.add(new Day(
                                    Basis.MILESTONE, number, item.of(at + "name"), it, standing, folded.events())));
                }
            }
        }
        if (standing.state() == State.CLOSED) {
            item.date("look_back_due")
                    .ifPresent(it -> days.add(new Day(Basis.LOOK_BACK, "", "", it, standing, folded.events())));
        }
        return days;
    }

    private static String unit(Standing it) {
        return it.of("lead").isEmpty() ? it.of("unit") : it.of("lead");
    }

    private static Panel table(List<Day> days, Parties parties, LocalDate today) {
        return new Panel.Table(
                new Label("日历", "Calendar"),
                List.of(
                        Panel.Column.text("日期", "Day"),
                        Panel.Column.text("事由", "What"),
                        Panel.Column.text("问题编号", "Item"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("责任单位", "Unit"),
                        Panel.Column.text("提示", "Flags")),
                days.stream()
                        .map(it -> Panel.Row.of(
                                it.on(),
                                head(it),
                                it.of().id(),
                                LedgerPanels.cut(it.of().of("title")),
                                parties.name(unit(it.of())),
                                it.isPast(today)
                                        ? new Label(
                                                "超期 " + ChronoUnit.DAYS.between(it.on(), today) + " 天",
                                                "overdue by " + ChronoUnit.DAYS.between(it.on(), today) + " days")
                                        : Label.same("")))
                        .toList());
    }
}
