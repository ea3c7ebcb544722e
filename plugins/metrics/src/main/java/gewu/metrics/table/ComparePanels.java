package gewu.metrics.table;

import gewu.api.Label;
import gewu.api.metric.MetricBrief;
import gewu.api.workbench.Panel;
import gewu.metrics.Indicator;
import gewu.metrics.table.FigureTable.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// A comparison as people see it: the table, its signs told below, and a drawing.
final class ComparePanels {
    private static final int MOST_LINES = 6;
    private static final int MOST_BARS = 30;
    private static final String MISSING = "—";

    private ComparePanels() {}

    /// @param chart   `line`, `bar`, `scatter` or `none`
    /// @param perHead whether amounts are divided by staff
    static Panel of(Indicator indicator, Answer answer, String chart, boolean perHead) {
        if (answer.cells().isEmpty()) {
            String zh = "没有报告说到“" + indicator.zh() + "”（" + indicator.id() + "）。";
            String en = "No report states " + indicator.en() + " (" + indicator.id() + ").";
            return Panel.Advice.way(
                    new Label(zh + "gewu indicators 列出报告里有哪些指标。", en + " gewu indicators lists those that are."),
                    new Label(zh, en),
                    new Panel.Link(
                            new Label("报告里有哪些指标", "Indicators that reports state"), new Panel.Target("indicators")));
        }
        Amounts amounts = Amounts.of(
                answer.unit(),
                answer.cells().values().stream()
                        .flatMap(it -> it.values().stream())
                        .map(it -> amount(it, perHead).orElse(it.amount()))
                        .toList());
        List<Panel> panels = new ArrayList<>();
        panels.add(table(indicator, answer, amounts, perHead));
        panels.add(remarks(answer, amounts));
        drawing(indicator, answer, amounts, chart, perHead).ifPresent(panels::add);
        return new Panel.Stack(panels);
    }

    private static Optional<BigDecimal> amount(FigureCell cell, boolean perHead) {
        return perHead ? cell.perHead() : Optional.of(cell.amount());
    }

    /// What a year shows: its amounts, and beside them what can be told of them.
    private record Span(int year, boolean hasChange, boolean hasRank) {}

    private static Panel table(Indicator indicator, Answer answer, Amounts amounts, boolean perHead) {
        List<Span> years = answer.years().stream()
                .map(year -> new Span(
                        year,
                        has(answer, it -> it.year() == year && it.rate().isPresent()),
                        answer.cells().values().stream()
                                        .filter(it -> it.containsKey(year))
                                        .count()
                                > 1))
                .toList();
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(Panel.Column.text("单位", "Organisation"));
        for (Span it : years) {
            columns.add(Panel.Column.number(String.valueOf(it.year()), String.valueOf(it.year())));
            if (it.hasChange()) {
                columns.add(Panel.Column.number("较上年", "change"));
            }
            if (it.hasRank()) {
                columns.add(Panel.Column.number("位次", "rank"));
            }
        }
        List<Panel.Row> rows = new ArrayList<>();
        answer.cells().forEach((org, cells) -> rows.add(row(org, cells, years, amounts, perHead)));
        String head = perHead ? "人均" : "";
        return new Panel.Table(
                new Label(
                        indicator.zh() + "（" + head + amounts.unit() + "）  "
                                + answer.cells().size() + " 个单位，" + years.size() + " 个年度",
                        indicator.en() + " (" + amounts.unit() + (perHead ? " per head" : "") + ")  "
                                + answer.cells().size() + " organisations, " + years.size() + " years"),
                columns,
                rows);
    }

    private static Panel.Row row(
            String org, SortedMap<Integer, FigureCell> cells, List<Span> years, Amounts amounts, boolean perHead) {
        List<Label> words = new ArrayList<>();
        words.add(Label.same(org));
        Map<Integer, Panel.Destination> places = new HashMap<>();
        for (Span it : years) {
            Optional<FigureCell> cell = Optional.ofNullable(cells.get(it.year()));
            Optional<BigDecimal> amount = cell.flatMap(at -> amount(at, perHead));
            cell.ifPresent(at -> places.put(words.size(), place(at.metric())));
            words.add(Label.same(amount.map(at -> amounts.shown(at) + signs(cell.orElseThrow()))
                    .orElse(MISSING)));
            if (it.hasChange()) {
                words.add(Label.same(cell.flatMap(FigureCell::rate)
                        .map(ComparePanels::percent)
                        .orElse("")));
            }
            if (it.hasRank()) {
                words.add(Label.same(cell.map(at -> String.valueOf(at.rank())).orElse("")));
            }
        }
        return new Panel.Row(words, places);
    }

    private static String signs(FigureCell cell) {
        boolean isLater = cell.reported() != cell.year();
        return (cell.isOutlier() ? "!" : "") + (cell.restated().isPresent() ? "*" : "") + (isLater ? "^" : "");
    }

    private static String percent(BigDecimal rate) {
        BigDecimal percent = rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString().replace('-', '−') + "%";
    }

    private static Panel.Place place(MetricBrief metric) {
        return new Panel.Place(metric.report(), metric.start());
    }

    /// What the signs mean, and each restated figure.
    private static Panel remarks(Answer answer, Amounts amounts) {
        List<Panel.Node> nodes = new ArrayList<>();
        answer.cells()
                .forEach((org, years) -> years.values()
                        .forEach(cell -> cell.restated()
                                .ifPresent(it -> nodes.add(new Panel.Node(
                                        new Label(
                                                "* " + org + cell.year() + " 年：本年报告 " + amounts.shown(cell.amount())
                                                        + "，" + it.year() + " 年报告改为 " + amounts.shown(it.amount()),
                                                "* " + org + " " + cell.year() + ": " + amounts.shown(cell.amount())
                                                        + " in its own report, " + amounts.shown(it.amount())
                                                        + " in that of "
                                                        + it.year()),
                                        Label.same(it.value()),
                                        List.of())))));
        boolean hasOutliers = has(answer, FigureCell::isOutlier);
        boolean hasLater = has(answer, it -> it.reported() != it.year());
        if (hasOutliers) {
            nodes.add(new Panel.Node(
                    new Label("! 与同年其他单位相差很远（中位数法）", "! far from the other organisations of that year (by the median)"),
                    Label.same(""),
                    List.of()));
        }
        if (hasLater) {
            nodes.add(new Panel.Node(
                    new Label("^ 取自下一年报告中的“上年”数", "^ taken from what the next year's report says of the year before"),
                    Label.same(""),
                    List.of()));
        }
        if (nodes.isEmpty()) {
            return new Panel.Text(new Label(MISSING + " 报告没有说到", MISSING + " not stated"));
        }
        return new Panel.Tree(nodes);
    }

    private static boolean has(Answer answer, java.util.function.Predicate<FigureCell> sign) {
        return answer.cells().values().stream()
                .flatMap(it -> it.values().stream())
                .anyMatch(sign);
    }

    private static Optional<Panel> drawing(
            Indicator indicator, Answer answer, Amounts amounts, String chart, boolean perHead) {
        Label title = new Label(indicator.zh(), indicator.en());
        Label unit = Label.same(amounts.unit());
        return switch (chart) {
            case "none" -> Optional.empty();
            case "bar" ->
                Optional.of(new Panel.Chart(title, Panel.Chart.Form.BAR, unit, bars(answer, amounts, perHead)));
            case "scatter" ->
                Optional.of(new Panel.Chart(title, Panel.Chart.Form.SCATTER, unit, pairs(answer, amounts, perHead)));
            default ->
                answer.years().size() < 2
                        ? Optional.of(
                                new Panel.Chart(title, Panel.Chart.Form.BAR, unit, bars(answer, amounts, perHead)))
                        : Optional.of(
                                new Panel.Chart(title, Panel.Chart.Form.LINE, unit, lines(answer, amounts, perHead)));
        };
    }

    private static List<Panel.Series> lines(Answer answer, Amounts amounts, boolean perHead) {
        return answer.cells().entrySet().stream()
                .limit(MOST_LINES)
                .map(it -> new Panel.Series(
                        it.getKey(),
                        it.getValue().values().stream()
                                .flatMap(cell -> point(String.valueOf(cell.year()), cell, amounts, perHead).stream())
                                .toList()))
                .toList();
    }

    /// The last year, the greatest first.
    private static List<Panel.Series> bars(Answer answer, Amounts amounts, boolean perHead) {
        int last = answer.years().getLast();
        return List.of(new Panel.Series(
                String.valueOf(last),
                answer.cells().values().stream()
                        .flatMap(it -> Optional.ofNullable(it.get(last)).stream())
                        .sorted((a, b) -> b.amount().compareTo(a.amount()))
                        .limit(MOST_BARS)
                        .flatMap(cell -> point(cell.org(), cell, amounts, perHead).stream())
                        .toList()));
    }

    /// The year before across, the last year up: a point on the diagonal did not change.
    private static List<Panel.Series> pairs(Answer answer, Amounts amounts, boolean perHead) {
        int last = answer.years().getLast();
        List<Panel.Point> points = new ArrayList<>();
        answer.cells().forEach((org, years) -> {
            FigureCell before = years.get(last - 1);
            FigureCell now = years.get(last);
            if (before != null && now != null) {
                point(org, now, amounts, perHead)
                        .ifPresent(it -> points.add(new Panel.Point(
                                it.name(),
                                amounts.folded(amount(before, perHead).orElse(before.amount())),
                                it.y(),
                                it.label(),
                                it.to())));
            }
        });
        return List.of(new Panel.Series((last - 1) + " → " + last, points));
    }

    private static Optional<Panel.Point> point(String name, FigureCell cell, Amounts amounts, boolean perHead) {
        return amount(cell, perHead)
                .map(it -> new Panel.Point(
                        name,
                        BigDecimal.valueOf(cell.year()),
                        amounts.folded(it),
                        amounts.shown(it) + " " + amounts.unit(),
                        Optional.of(place(cell.metric()))));
    }
}
