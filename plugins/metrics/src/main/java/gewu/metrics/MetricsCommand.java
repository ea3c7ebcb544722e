package gewu.metrics;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.export.Exports;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.plugin.Extensions;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.metrics.correct.CorrectedFigure;
import gewu.metrics.correct.CorrectedMetrics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `gewu metrics`: the figures that reports state, as they were read when the reports came in; `refresh` reads those
/// again that another edition of the extractors read.
final class MetricsCommand implements Command {
    private static final int FOR_PEOPLE = 200;

    private final Reports reports;
    private final CorrectedMetrics metrics;
    private final IndicatorNames names;
    private final Exports exports;

    MetricsCommand(Reports reports, CorrectedMetrics metrics, Packs packs, Extensions extensions) {
        this.reports = reports;
        this.metrics = metrics;
        this.names = new IndicatorNames(packs);
        this.exports = new Exports(extensions);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String action = call.arguments().isEmpty() ? "list" : call.arguments().getFirst();
        return switch (action) {
            case "list" -> list(call, output);
            case "refresh" -> refresh(output);
            default ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + action + "” is nothing that gewu metrics does.",
                        Nearest.hint(action, List.of("list", "refresh")));
        };
    }

    private Exit refresh(Output output) {
        Metrics.ReadAgain news = metrics.readAgain(output.progress());
        output.row(DataRow.of("refresh")
                .with("reports", news.reports())
                .with("same", news.same())
                .with("added", news.added())
                .with("gone", news.gone())
                .with("changed", news.changed())
                .with("faults", news.faults()));
        output.show(new Panel.Text(ReadingAgain.told(news)));
        return news.faults().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Exit list(CommandCall call, Output output) {
        int outdated = metrics.outdated();
        if (outdated > 0) {
            output.note(outdated + " reports were read by another edition: gewu metrics refresh reads them again.");
        }
        String indicator = call.option("--indicator").orElse("");
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            return write(call, indicator, file.get(), output);
        }
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        Shown shown = new Shown(output, limit);
        Optional<String> report = call.option("--report");
        if (report.isPresent()) {
            String id = reports.named(report.get()).id();
            metrics.figures(id).stream()
                    .filter(it -> isAsked(it.metric(), indicator))
                    .forEach(shown::take);
            if (indicator.isEmpty()) {
                reports.find(id).ifPresent(it -> Absence.in(it).forEach(none -> output.row(row(none))));
            }
        } else {
            metrics.forEach(
                    filter(call, indicator),
                    (stored, verdict) -> shown.take(new CorrectedFigure(stored.metric(), verdict)));
        }
        output.show(panel(shown.rows, shown.all));
        return Exit.DONE;
    }

    private Exit write(CommandCall call, String indicator, String file, Output output) {
        List<ReportSummary> asked = call.option("--report").isPresent()
                ? List.of(reports.named(call.option("--report").orElseThrow()))
                : reports.list(filter(call, indicator).reports());
        long rows = exports.write(
                FigureFile.of(
                        asked,
                        id -> metrics.figures(id).stream()
                                .filter(it -> isAsked(it.metric(), indicator))
                                .toList()),
                output.language(),
                Path.of(file));
        output.row(DataRow.of("written").with("file", file).with("rows", rows));
        output.show(
                new Panel.Text(new Label("已写入 " + file + "：" + rows + " 行。", rows + " rows written to " + file + ".")));
        return Exit.DONE;
    }

    /// What was told so far.
    private static final class Shown {
        private final Output output;
        private final int limit;
        private final List<Panel.Row> rows = new ArrayList<>();
        private int all;

        Shown(Output output, int limit) {
            this.output = output;
            this.limit = limit;
        }

        void take(CorrectedFigure figure) {
            all++;
            if (all <= limit) {
                output.row(row(figure));
                if (!output.isJson()) {
                    rows.add(shown(figure));
                }
            }
        }
    }

    private MetricFilter filter(CommandCall call, String indicator) {
        YearRange years = AskedYears.of(call.option("--year").orElse(""));
        ReportFilter of =
                new ReportFilter(call.option("--org").orElse(""), years.first(), years.last(), Optional.empty());
        boolean isId = names.find(indicator).isPresent();
        return new MetricFilter(isId ? indicator : "", isId ? "" : indicator, Optional.empty(), of);
    }

    private static boolean isAsked(Metric metric, String indicator) {
        return indicator.isEmpty()
                || metric.canonical().equals(indicator)
                || metric.canonical().startsWith(indicator + ".")
                || metric.indicator().contains(indicator);
    }

    static DataRow row(CorrectedFigure figure) {
        Metric it = figure.metric();
        return DataRow.of("metric")
                .with("id", it.passage().report() + "/" + it.id())
                .with("report", it.passage().report())
                .with("indicator", it.indicator())
                .with("canonical", orNull(it.canonical()))
                .with("subject", orNull(it.subject()))
                .with("period", orNull(it.period()))
                .with("value", it.value())
                .with("unit", orNull(it.unit()))
                .with("norm_value", it.known().map(BigDecimal::toPlainString).orElse(null))
                .with("norm_unit", it.known().isEmpty() ? null : orNull(it.amountUnit()))
                .with("dim", orNull(it.dimension()))
                .with("qualifier", orNull(it.qualifier()))
                .with("kind", it.kind().id())
                .with("basis", orNull(it.basis()))
                .with("scope", orNull(it.scope()))
                .with("direction", orNull(it.direction().id()))
                .with("of", it.of().isEmpty() ? null : it.passage().report() + "/" + it.of())
                .with("base", base(it))
                .with("start", it.passage().start())
                .with("end", it.passage().end())
                .with("text", it.passage().text())
                .with("page", it.passage().page())
                .with("confidence", it.confidence())
                .with("why", it.why())
                .with("issue", orNull(it.issue()))
                .with("correction", orNull(figure.verdict().id()));
    }

    private static @Nullable Map<String, @Nullable Object> base(Metric it) {
        if (it.base().period().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        base.put(
                "metric",
                it.base().metric().isEmpty()
                        ? null
                        : it.passage().report() + "/" + it.base().metric());
        base.put("period", it.base().period());
        return base;
    }

    private static DataRow row(Absence it) {
        return DataRow.of("absence")
                .with("report", it.passage().report())
                .with("indicator", it.indicator())
                .with("start", it.passage().start())
                .with("end", it.passage().end())
                .with("text", it.passage().text())
                .with("page", it.passage().page());
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }

    static Panel.Row shown(CorrectedFigure figure) {
        Metric it = figure.metric();
        return Panel.Row.of(
                        it.passage().report(),
                        it.indicator(),
                        it.canonical(),
                        it.period(),
                        it.value() + it.unit(),
                        kind(it.kind()),
                        direction(it.direction()),
                        it.passage().page(),
                        figure.verdict().label())
                .at(4, new Panel.Place(it.passage().report(), it.passage().start()));
    }

    static Label kind(Metric.Kind kind) {
        return switch (kind) {
            case LEVEL -> new Label("数值", "level");
            case CHANGE_ABS -> new Label("增减额", "change");
            case CHANGE_PCT -> new Label("增减率", "change in %");
            case CHANGE_PP -> new Label("百分点", "change in points");
            case SHARE -> new Label("占比", "share");
            case SCORE -> new Label("得分", "score");
            case RANK -> new Label("名次", "rank");
            case TARGET -> new Label("目标", "target");
        };
    }

    static Label direction(Metric.Direction direction) {
        return switch (direction) {
            case NONE -> Label.same("");
            case UP -> new Label("升", "up");
            case DOWN -> new Label("降", "down");
            case FLAT -> new Label("平", "flat");
        };
    }

    static Panel panel(List<Panel.Row> rows, int all) {
        return new Panel.Table(
                new Label(
                        all + " 个数字" + (rows.size() < all ? "，显示前 " + rows.size() + " 个（--limit）" : ""),
                        all + " figures"
                                + (rows.size() < all ? ", the first " + rows.size() + " shown (--limit)" : "")),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("指标", "Indicator"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.text("时期", "Period"),
                        Panel.Column.number("数值", "Value"),
                        Panel.Column.text("角色", "Role"),
                        Panel.Column.text("方向", "Direction"),
                        Panel.Column.number("页", "Page"),
                        Panel.Column.text("更正", "Correction")),
                rows);
    }
}
