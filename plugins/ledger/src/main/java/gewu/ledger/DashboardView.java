package gewu.ledger;

import gewu.api.Label;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rates that bulletins print, each with its numerator, its denominator and its day; today's lead
/// to the items behind them.
final class DashboardView implements View {
    private static final int MOST_GROUPS = 60;
    private static final Set<Rate> AGES = Set.of(Rate.AGE_30, Rate.AGE_90, Rate.AGE_180, Rate.AGE_365, Rate.AGE_MORE);
    /// The rates that are shown of each group.
    private static final List<Rate> OF_A_GROUP = List.of(
            Rate.RECTIFIED, Rate.ON_TIME, Rate.OVERDUE, Rate.EXTENDED, Rate.RECURRENT, Rate.REBOUNDED, Rate.DAYS);
    /// By what groups are made, and by which word the items of one are asked for.
    private static final Map<String, Grouping> GROUPINGS = new LinkedHashMap<>();

    static {
        grouping("unit", "责任单位", "unit", "owner");
        grouping("lead", "牵头单位", "lead unit", "lead");
        grouping("kind", "整改类型", "kind", "kind");
        grouping("year", "年度", "year", "year");
        grouping("category", "问题类别", "category", "category");
        grouping("severity", "等级", "severity", "severity");
        grouping("source", "问题来源", "source", "source");
    }

    private record Grouping(String column, Label label, String word) implements Named {
        @Override
        public String id() {
            return column;
        }
    }

    private final Store store;
    private final Ledger ledger;
    private final Clock clock;

    DashboardView(Store store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("by", "kind").strip();
        Grouping by = Named.find(GROUPINGS.values().toArray(new Grouping[0]), words)
                .orElseThrow(() -> Fault.usage(
                        "Figures can't be parted by “" + words + "”.",
                        "Known: "
                                + String.join(
                                        ", ",
                                        GROUPINGS.values().stream()
                                                .map(it -> it.label().zh())
                                                .toList())
                                + "."));
        Optional<LocalDate> past = day(parameters.getOrDefault("as_of", "").strip());
        LocalDate day = past.orElse(ledger.today());
        boolean isToday = day.equals(ledger.today());
        LedgerFigures figures = new LedgerFigures(store, ledger);
        // All rates are sums: one walk over the items gives those of the groups and those of the whole.
        List<LedgerFigures.Figure> groups =
                isToday ? figures.today(by.column()) : figures.asOf(day, clock.getZone(), by.column());
        Map<Rate, LedgerFigures.Figure> whole = whole(groups);
        List<Panel> panels = new ArrayList<>();
        panels.add(ways(by, past));
        panels.add(whole(whole, day, isToday));
        panels.add(states(figures, day, isToday));
        panels.add(ages(whole, isToday));
        panels.add(groups(by, groups, day, isToday));
        panels.add(LedgerPanels.text(
                isToday ? "分子、分母都可点开看名单。按期以首次时限计，延期不能改善它。" : "以往日期的数字由办理记录重算；名单只有今天的可以点开。",
                isToday
                        ? "Numerators and denominators lead to their items. In time means by the first deadline: extensions don't better it."
                        : "Figures of a past day are made again from the events; only today's lead to their items."));
        return new Panel.Stack(panels);
    }

    private static Panel ways(Grouping by, Optional<LocalDate> past) {
        Panel.Target here = new Panel.Target(Ways.DASHBOARD)
                .with("as_of", past.map(LocalDate::toString).orElse(""));
        return new Panel.Links(
                new Label("分组", "By"),
                GROUPINGS.values().stream()
                        .map(it -> new Panel.Link(
                                it.label(), here.with("by", it.label().zh()), it.equals(by)))
                        .toList());
    }

    private static Map<Rate, LedgerFigures.Figure> whole(List<LedgerFigures.Figure> groups) {
        Map<Rate, LedgerFigures.Figure> whole = new EnumMap<>(Rate.class);
        for (Rate it : Rate.values()) {
            whole.put(it, new LedgerFigures.Figure("", it, 0, 0));
        }
        groups.forEach(it -> whole.merge(
                it.rate(),
                it,
                (sum, more) -> new LedgerFigures.Figure(
                        "", sum.rate(), sum.numerator() + more.numerator(), sum.denominator() + more.denominator())));
        return whole;
    }

    private static Panel whole(Map<Rate, LedgerFigures.Figure> whole, LocalDate day, boolean isToday) {
        List<Panel.Row> rows = new ArrayList<>();
        whole.forEach((rate, it) -> {
            if (!AGES.contains(rate)) {
                boolean isMoney = rate == Rate.MONEY;
                Panel.Row row = Panel.Row.of(
                        rate.label(),
                        it.shown(),
                        isMoney ? LedgerRows.yuan(Long.toString(it.numerator())) : it.numerator(),
                        isMoney ? LedgerRows.yuan(Long.toString(it.denominator())) : it.denominator(),
                        isMoney
                                ? new Label("已整改金额（元） ÷ 涉及金额（元）", "rectified ÷ concerned, in yuan")
                                : new Label(
                                        rate.numerator().zh() + " ÷ "
                                                + rate.denominator().zh(),
                                        rate.numerator().en() + " ÷ "
                                                + rate.denominator().en()));
                rows.add(isToday ? leading(row, it, 2, ItemWords.ALL) : row);
            }
        });
        return new Panel.Table(
                new Label("整改情况，截至 " + day, "How rectification stands, as of " + day),
                List.of(
                        Panel.Column.text("指标", "Figure"),
                        Panel.Column.number("值", "Value"),
                        Panel.Column.number("分子", "Numerator"),
                        Panel.Column.number("分母", "Denominator"),
                        Panel.Column.text("口径", "What of what")),
                rows);
    }

    /// The row with its numerator at `cell` and its denominator behind it leading to their items.
    private static Panel.Row leading(Panel.Row row, LedgerFigures.Figure it, int cell, ItemWords of) {
        ItemWords figure = of.with("figure", it.rate().label().zh());
        return Ways.counted(
                Ways.counted(row, cell, it.numerator(), figure),
                cell + 1,
                it.denominator(),
                figure.with("part", "denominator"));
    }

    private Panel states(LedgerFigures figures, LocalDate day, boolean isToday) {
        Map<State, Long> counts = isToday ? ledger.items().byState() : figures.states(day, clock.getZone());
        List<Panel.Point> points = new ArrayList<>();
        for (State state : State.values()) {
            String name = state.label().zh();
            points.add(point(
                    points.size(),
                    name,
                    counts.getOrDefault(state, 0L),
                    isToday ? Optional.of(Ways.table(ItemWords.ALL.with("state", name))) : Optional.empty()));
        }
        return chart(new Label("各状态事项", "Items by state"), points);
    }

    private static Panel ages(Map<Rate, LedgerFigures.Figure> whole, boolean isToday) {
        List<Panel.Point> points = new ArrayList<>();
        whole.forEach((rate, it) -> {
            if (AGES.contains(rate)) {
                points.add(point(
                        points.size(),
                        rate.label().zh().replace("账龄 ", ""),
                        it.numerator(),
                        isToday
                                ? Optional.of(Ways.table(ItemWords.ALL.with(
                                        "figure", rate.label().zh())))
                                : Optional.empty()));
            }
        });
        return chart(new Label("未销号事项账龄", "Age of open items"), points);
    }

    private static Panel.Point point(int x, String name, long count, Optional<Panel.Destination> to) {
        return new Panel.Point(name, BigDecimal.valueOf(x), BigDecimal.valueOf(count), Long.toString(count), to);
    }

    private static Panel chart(Label title, List<Panel.Point> points) {
        return new Panel.Chart(
                title, Panel.Chart.Form.BAR, new Label("项", "items"), List.of(new Panel.Series(title.zh(), points)));
    }

    private Panel groups(Grouping by, List<LedgerFigures.Figure> figures, LocalDate day, boolean isToday) {
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        Map<String, Map<Rate, LedgerFigures.Figure>> groups = new LinkedHashMap<>();
        figures.forEach(it -> groups.computeIfAbsent(it.group(), _ -> new EnumMap<>(Rate.class))
                .put(it.rate(), it));
        List<Panel.Row> rows = groups.entrySet().stream()
                .sorted(java.util.Comparator.comparingLong((Map.Entry<String, Map<Rate, LedgerFigures.Figure>> it) ->
                        -figure(it.getValue(), Rate.OVERDUE).numerator()))
                .limit(MOST_GROUPS)
                .map(it -> group(by, it.getKey(), it.getValue(), shown, isToday))
                .toList();
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(new Panel.Column(by.label(), Panel.Column.Kind.TEXT));
        columns.add(Panel.Column.number("应整改", "To rectify"));
        columns.add(Panel.Column.number("已完成", "Done"));
        columns.add(Panel.Column.number("未销号", "Open"));
        columns.add(Panel.Column.number("超期", "Overdue"));
        OF_A_GROUP.forEach(it -> columns.add(new Panel.Column(it.label(), Panel.Column.Kind.NUMBER)));
        String some = groups.size() > MOST_GROUPS ? "（超期最多的 " + MOST_GROUPS + " 组，共 " + groups.size() + " 组）" : "";
        String someEn =
                groups.size() > MOST_GROUPS ? " (the " + MOST_GROUPS + " most overdue of " + groups.size() + ")" : "";
        return new Panel.Table(
                new Label(
                        "按" + by.label().zh() + "，截至 " + day + some,
                        "By " + by.label().en() + ", as of " + day + someEn),
                columns,
                rows);
    }

    private static Panel.Row group(
            Grouping by, String group, Map<Rate, LedgerFigures.Figure> of, LedgerPanels shown, boolean isToday) {
        Object name = shown.part(by.column(), group);
        LedgerFigures.Figure done = figure(of, Rate.RECTIFIED);
        LedgerFigures.Figure late = figure(of, Rate.OVERDUE);
        List<Object> cells = new ArrayList<>(
                List.of(name, done.denominator(), done.numerator(), late.denominator(), late.numerator()));
        OF_A_GROUP.forEach(rate -> cells.add(figure(of, rate).shown()));
        Panel.Row row = Panel.Row.of(cells.toArray());
        boolean hasNoName = group.isEmpty() || group.equals("0");
        if (!isToday || hasNoName) {
            return row;
        }
        ItemWords its = ItemWords.ALL.with(by.word(), name instanceof Label label ? label.zh() : name.toString());
        ItemWords ofDone = its.with("figure", Rate.RECTIFIED.label().zh());
        row = Ways.counted(row, 1, done.denominator(), ofDone.with("part", "denominator"));
        row = Ways.counted(row, 2, done.numerator(), ofDone);
        ItemWords ofLate = its.with("figure", Rate.OVERDUE.label().zh());
        row = Ways.counted(row, 3, late.denominator(), ofLate.with("part", "denominator"));
        row = Ways.counted(row, 4, late.numerator(), ofLate);
        for (int i = 0; i < OF_A_GROUP.size(); i++) {
            LedgerFigures.Figure it = figure(of, OF_A_GROUP.get(i));
            row = Ways.counted(
                    row,
                    5 + i,
                    it.numerator(),
                    its.with("figure", it.rate().label().zh()));
        }
        return row;
    }

    private static LedgerFigures.Figure figure(Map<Rate, LedgerFigures.Figure> of, Rate rate) {
        return of.getOrDefault(rate, new LedgerFigures.Figure("", rate, 0, 0));
    }

    private static Optional<LocalDate> day(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(words));
        } catch (DateTimeParseException noDay) {
            throw Fault.usage("“" + words + "” is no date.", "Write it like 2026-05-01.", noDay);
        }
    }

    private static void grouping(String column, String zh, String en, String word) {
        GROUPINGS.put(column, new Grouping(column, new Label(zh, en), word));
    }
}
