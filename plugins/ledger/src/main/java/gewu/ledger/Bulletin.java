package gewu.ledger;

import gewu.api.Label;
import gewu.ledger.paper.SheetLayout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A bulletin (周通报, 月通报, 季通报, 年通报): how things stand at the end of a day, what was done in the week, month, quarter
/// or year up to it, unit by unit, and what is overdue. Made from the events until that day alone, with the names of
/// that day, so that it is the same row for row whenever it is made again.
final class Bulletin {
    private static final Set<State> ENTERED =
            EnumSet.complementOf(EnumSet.of(State.PROPOSED, State.DISMISSED, State.MERGED));

    /// What an office calls it: 周通报, 月会商, 季点评, 年考核.
    private static final Pattern NAMED = Pattern.compile("(周|月|季|年)度?(通报|会商|点评|调度|考核)");

    private static final String USUAL = "通报";

    private final Cadence cadence;
    private final String occasion;
    private final LocalDate day;
    private final LocalDate first;
    private final int soon;
    private final Parties parties;
    private final Map<Count, Long> all = new EnumMap<>(Count.class);
    private final Map<String, Map<Count, Long>> units = new TreeMap<>();
    private final List<List<Object>> overdue = new ArrayList<>();

    private Bulletin(Cadence cadence, String occasion, LocalDate day, int soon, Parties parties) {
        this.cadence = cadence;
        this.occasion = occasion;
        this.day = day;
        this.first = cadence.first(day);
        this.soon = soon;
        this.parties = parties;
    }

    /// How often.
    enum Cadence implements Named {
        WEEK("周", "week"),
        MONTH("月", "month"),
        QUARTER("季", "quarter"),
        YEAR("年", "year");

        private final Label label;

        Cadence(String zh, String en) {
            this.label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }

        LocalDate first(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /// As the title names it: `2026年第19周`.
        String name(LocalDate day) {
            return switch (this) {
                case WEEK ->
                    day.get(IsoFields.WEEK_BASED_YEAR) + "年第" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + "周";
                case MONTH -> day.getYear() + "年" + day.getMonthValue() + "月";
                case QUARTER -> day.getYear() + "年第" + day.get(IsoFields.QUARTER_OF_YEAR) + "季度";
                case YEAR -> day.getYear() + "年";
            };
        }
    }

    /// What is counted.
    private enum Count {
        ENTERED("立项"),
        CLOSED("已销号"),
        LONG_TERM("长期整改"),
        SUBMITTED("待验收"),
        IN_PROGRESS("整改中"),
        ASSIGNED("待签收"),
        REGISTERED("待交办"),
        SUSPENDED("暂缓"),
        SOON("临期"),
        OVERDUE("超期"),
        LISTED("挂牌"),
        NEW("本期立项"),
        NOW_CLOSED("本期销号"),
        REPORTED("本期填报进展");

        private final String name;

        Count(String name) {
            this.name = name;
        }
    }

    /// A table of the bulletin.
    record Table(String name, List<SheetLayout.Column> columns, List<List<Object>> rows) {}

    /// @param name such as `周`, `month` or `季点评`
    /// @param day  the last day of which it tells
    static Bulletin of(Ledger ledger, ZoneId zone, String name, LocalDate day) {
        Matcher named = NAMED.matcher(name);
        boolean isNamed = named.matches();
        Cadence cadence = Named.find(Cadence.values(), isNamed ? named.group(1) : name)
                .orElseThrow(() -> Fault.usage(
                        "There is no bulletin for a “" + name + "”.",
                        "Known: 周 week, 月 month, 季 quarter, 年 year, and such names as 周通报, 月会商, 季点评, 年考核."));
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        Bulletin bulletin = new Bulletin(
                cadence, isNamed ? named.group(2) : USUAL, day, ledger.terms().soon(), Parties.asOf(ledger.log(), end));
        Folds.each(ledger.log(), Ids.ITEM, end, it -> {
            if (it.fields().has("state")) {
                bulletin.add(it);
            }
        });
        return bulletin;
    }

    String title() {
        return "整改情况" + cadence.label().zh() + occasion + "（" + cadence.name(day) + "）";
    }

    String beneath() {
        return "期间：" + first + " 至 " + day;
    }

    /// The last day of which it tells.
    LocalDate day() {
        return day;
    }

    /// The total as a paragraph.
    String words() {
        return "截至" + Letters.day(day) + "，共" + counted(List.of(Count.ENTERED, Count.CLOSED)) + "，销号率" + rate(all) + "；"
                + counted(List.of(
                        Count.LONG_TERM,
                        Count.SUBMITTED,
                        Count.IN_PROGRESS,
                        Count.ASSIGNED,
                        Count.REGISTERED,
                        Count.SUSPENDED))
                + "。其中" + counted(List.of(Count.SOON, Count.OVERDUE, Count.LISTED)) + "。"
                + counted(List.of(Count.NEW, Count.NOW_CLOSED, Count.REPORTED)) + "。";
    }

    private String counted(List<Count> counts) {
        return counts.stream()
                .map(it -> it.name + all.getOrDefault(it, 0L) + "项")
                .collect(Collectors.joining("，"));
    }

    List<Table> tables() {
        List<List<Object>> total = new ArrayList<>();
        for (Count it : Count.values()) {
            total.add(List.of(it.name, all.getOrDefault(it, 0L)));
        }
        total.add(List.of("销号率", rate(all)));
        List<List<Object>> byUnit = new ArrayList<>();
        units.forEach((unit, counts) -> {
            List<Object> row = new ArrayList<>(List.of(parties.name(unit)));
            for (Count it : PER_UNIT) {
                row.add(counts.getOrDefault(it, 0L));
            }
            row.add(rate(counts));
            byUnit.add(row);
        });
        List<SheetLayout.Column> heads = new ArrayList<>(List.of(words("单位", 24)));
        PER_UNIT.forEach(it -> heads.add(whole(it.name, 9)));
        heads.add(term("销号率", 13));
        return List.of(
                new Table("总体情况", List.of(words("项目", 50), whole("数量", 30)), total),
                new Table("各单位情况", heads, byUnit),
                new Table(
                        "超期事项",
                        List.of(
                                term("问题编号", 16),
                                term("牵头责任单位", 18),
                                words("存在问题", 46),
                                new SheetLayout.Column("", "整改时限", 12, SheetLayout.Kind.DATE, List.of(), false),
                                whole("超期天数", 9),
                                term("责任领导", 13),
                                term("责任人", 10)),
                        overdue));
    }

    private static final List<Count> PER_UNIT = List.of(
            Count.ENTERED,
            Count.CLOSED,
            Count.LONG_TERM,
            Count.SUBMITTED,
            Count.IN_PROGRESS,
            Count.SOON,
            Count.OVERDUE,
            Count.NEW,
            Count.NOW_CLOSED,
            Count.REPORTED);

    private void add(Folds.Fold it) {
        Fields item = it.fields();
        State state = State.valueOf(item.of("state"));
        if (!ENTERED.contains(state)) {
            return;
        }
        String unit = item.has("lead") ? item.of("lead") : item.of("unit");
        Map<Count, Long> own = units.computeIfAbsent(unit, _ -> new EnumMap<>(Count.class));
        for (Count count : Count.values()) {
            if (counts(count, item, state)) {
                all.merge(count, 1L, Long::sum);
                own.merge(count, 1L, Long::sum);
            }
        }
        if (counts(Count.OVERDUE, item, state)) {
            LocalDate deadline = item.date("deadline").orElse(day);
            SheetColumn.Shown shown =
                    new SheetColumn.Shown(it.id(), item, it.events(), parties, day, UnaryOperator.identity());
            overdue.add(List.of(
                    it.id(),
                    shown.of(SheetColumn.LEAD),
                    shown.of(SheetColumn.PROBLEM),
                    deadline,
                    ChronoUnit.DAYS.between(deadline, day),
                    shown.of(SheetColumn.LEADER),
                    shown.of(SheetColumn.PERSON)));
        }
    }

    private boolean counts(Count count, Fields item, State state) {
        return switch (count) {
            case ENTERED -> true;
            case CLOSED, LONG_TERM, SUBMITTED, IN_PROGRESS, ASSIGNED, REGISTERED, SUSPENDED ->
                count.name().equals(state.name());
            case SOON ->
                state.isOpen()
                        && item.date("deadline")
                                .filter(it -> !it.isBefore(day) && !it.isAfter(day.plusDays(soon)))
                                .isPresent();
            case OVERDUE ->
                state.isOpen()
                        && item.date("deadline").filter(it -> it.isBefore(day)).isPresent();
            case LISTED -> item.has("listed");
            case NEW -> isNow(item, "registered_on");
            case NOW_CLOSED -> state == State.CLOSED && isNow(item, "closed_on");
            case REPORTED ->
                item.members("progress_report").stream().anyMatch(it -> isNow(item, "progress_report." + it + ".on"));
        };
    }

    private boolean isNow(Fields item, String field) {
        return item.date(field)
                .filter(it -> !it.isBefore(first) && !it.isAfter(day))
                .isPresent();
    }

    private static String rate(Map<Count, Long> counts) {
        long entered = counts.getOrDefault(Count.ENTERED, 0L);
        return entered == 0
                ? "–"
                : BigDecimal.valueOf(counts.getOrDefault(Count.CLOSED, 0L))
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(entered), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }

    private static SheetLayout.Column words(String head, int width) {
        return new SheetLayout.Column("", head, width, SheetLayout.Kind.WORDS, List.of(), false);
    }

    private static SheetLayout.Column term(String head, int width) {
        return new SheetLayout.Column("", head, width, SheetLayout.Kind.TERM, List.of(), false);
    }

    private static SheetLayout.Column whole(String head, int width) {
        return new SheetLayout.Column("", head, width, SheetLayout.Kind.WHOLE, List.of(), false);
    }
}
