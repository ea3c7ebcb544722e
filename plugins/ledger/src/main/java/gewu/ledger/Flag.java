package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// What is said of an item beside its state (提示). Told twice, for the table of items and for an item itself; a test
/// holds them together.
enum Flag implements Named {
    DUE_SOON(
            "临期",
            "due soon",
            "{open} AND deadline >= {today} AND deadline <= {soon}",
            (it, days) -> it.state().isOpen() && isBetween(it, "deadline", days.today(), days.soon())),
    OVERDUE(
            "超期",
            "overdue",
            "{open} AND deadline > '' AND deadline < {today}",
            (it, days) -> it.isOverdue(days.today())),
    LISTED("挂牌", "listed", "listed <> ''", (it, _) -> !it.of("listed").isEmpty()),
    CASE_LED(
            "包案",
            "leader in charge",
            "case_leader <> ''",
            (it, _) -> !it.of("case_leader").isEmpty()),
    EXTENDED("延期", "extended", "extensions > 0", (it, _) -> it.number("extensions") > 0),
    ASKED(
            "待批复延期",
            "extension to decide",
            "asked > ''",
            (it, _) -> !it.of("asked").isEmpty()),
    UNRECEIVED(
            "签收超时",
            "not received in time",
            "state = 'ASSIGNED' AND assigned_on > '' AND assigned_on <= {unreceived}",
            (it, days) ->
                    it.state() == State.ASSIGNED && isBetween(it, "assigned_on", LocalDate.MIN, days.unreceived())),
    RETURNED("退回过", "returned", "returned > 0", (it, _) -> it.number("returned") > 0),
    RECURRENT("屡犯", "recurrent", "occurrence > 1", (it, _) -> it.number("occurrence") > 1),
    COMMON("共性", "common problem", "common > 0", (it, _) -> it.number("common") > 0),
    MENTIONED("再次提及", "mentioned again", "mentions > 0", (it, _) -> it.number("mentions") > 0),
    REOPENED("重开", "reopened", "reopened > 0", (it, _) -> it.number("reopened") > 0),
    LOOK_BACK_DUE(
            "回头看待办",
            "look-back due",
            "state = 'CLOSED' AND look_back_due > '' AND look_back_due <= {today}",
            (it, days) -> it.state() == State.CLOSED && isBetween(it, "look_back_due", LocalDate.MIN, days.today())),
    DOUBTFUL("低置信", "not sure", "doubtful > 0", (it, _) -> it.number("doubtful") > 0),
    LOST("失联", "sentence gone", "lost > 0", (it, _) -> it.number("lost") > 0),
    ODD_EVIDENCE("佐证存疑", "odd evidence", "oddities > 0", (it, _) -> it.number("oddities") > 0);

    private final Label label;
    private final String sql;
    private final BiPredicate<Standing, Days> holds;

    /// The days that flags speak of, as of one day.
    ///
    /// @param soon       the last day that is 临期
    /// @param unreceived the last day of 交办 for which 签收 is late
    record Days(LocalDate today, LocalDate soon, LocalDate unreceived) {
        static Days of(LocalDate today, Terms terms) {
            return new Days(today, today.plusDays(terms.soon()), terms.lastUnreceived(today));
        }
    }

    /// A flag that is asked for, as of a day.
    record Asked(Flag flag, Days days) {
        String sql() {
            return flag.sql
                    .replace("{open}", ItemFilter.OPEN)
                    .replace("{today}", "'" + days.today() + "'")
                    .replace("{soon}", "'" + days.soon() + "'")
                    .replace("{unreceived}", "'" + days.unreceived() + "'");
        }

        boolean holds(Standing it) {
            return flag.holds.test(it, days);
        }
    }

    Flag(String zh, String en, String sql, BiPredicate<Standing, Days> holds) {
        this.label = new Label(zh, en);
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Label label() {
        return label;
    }

    /// How urgent it is.
    Panel.Tone tone() {
        return switch (this) {
            case OVERDUE, UNRECEIVED, LOST -> Panel.Tone.ALARM;
            case CASE_LED, EXTENDED, RETURNED, COMMON, MENTIONED -> Panel.Tone.PLAIN;
            case DUE_SOON, LISTED, ASKED, RECURRENT, REOPENED, LOOK_BACK_DUE, DOUBTFUL, ODD_EVIDENCE ->
                Panel.Tone.CAUTION;
        };
    }

    /// The flags that words mean, such as `签收超时、屡犯`.
    static List<Flag> read(String words) {
        // A name in English may have several words.
        return Named.find(values(), words.strip())
                .map(List::of)
                .orElseGet(() ->
                        Stream.of(words.strip().split("[、，, ]+")).map(Flag::one).toList());
    }

    private static Flag one(String word) {
        return Named.find(values(), word)
                .orElseThrow(() -> Fault.usage(
                        "There is no flag “" + word + "”.",
                        "Known: "
                                + String.join(
                                        ", ",
                                        List.of(values()).stream()
                                                .map(it -> it.label().zh())
                                                .toList())
                                + "."));
    }

    private static boolean isBetween(Standing it, String column, LocalDate first, LocalDate last) {
        return it.date(column)
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .isPresent();
    }
}
