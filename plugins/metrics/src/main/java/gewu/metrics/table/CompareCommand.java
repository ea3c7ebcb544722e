package gewu.metrics.table;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.export.ExportTable;
import gewu.api.export.Exports;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricBrief;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.metrics.AskedYears;
import gewu.metrics.Indicator;
import gewu.metrics.IndicatorNames;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import gewu.metrics.table.FigureTable.Answer;
import gewu.metrics.table.FigureTable.Question;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `gewu compare`: one indicator over organisations and years.
final class CompareCommand implements Command {
    private final FigureTable table;
    private final IndicatorNames names;
    private final Exports exports;

    CompareCommand(CorrectedMetrics metrics, Packs packs, Extensions extensions) {
        this.table = new FigureTable(metrics.metrics());
        this.names = new IndicatorNames(packs);
        this.exports = new Exports(extensions);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Indicator indicator = names.named(String.join("", call.arguments()));
        Answer answer = table.answer(question(
                indicator.id(), call::option, call.has("--per-head") || call.has("--export") || output.isJson()));
        if (answer.left() > 0) {
            output.note(answer.left() + " figures in other units are left out.");
        }
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            long rows = exports.write(files(indicator, answer), output.language(), Path.of(file.get()));
            output.row(DataRow.of("written").with("file", file.get()).with("rows", rows));
            output.show(new Panel.Text(new Label(
                    "已写入 " + file.get() + "：" + rows + " 行。", rows + " rows written to " + file.get() + ".")));
            return Exit.DONE;
        }
        if (output.isJson()) {
            answer.cells()
                    .values()
                    .forEach(years ->
                            years.values().forEach(it -> output.row(row(indicator, answer, it, table.words(it)))));
        }
        output.show(ComparePanels.of(indicator, answer, call.option("--chart").orElse("line"), call.has("--per-head")));
        return Exit.DONE;
    }

    /// What options or parameters ask.
    static Question question(String indicator, Function<String, Optional<String>> option, boolean perHead) {
        String basis = option.apply("--basis").orElse("");
        if (!List.of("", "outturn", "budget", "appropriated", "target").contains(basis)) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "“" + basis + "” is no basis.",
                    "Known are outturn (决算), budget (预算), appropriated (拨款) and target (目标).");
        }
        return new Question(
                indicator,
                kind(option.apply("--kind").orElse("level")),
                basis,
                option.apply("--org").orElse(""),
                AskedYears.of(option.apply("--year").orElse("")),
                perHead);
    }

    private static Metric.Kind kind(String id) {
        return Arrays.stream(Metric.Kind.values())
                .filter(it -> it.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + id + "” is no kind of figure.",
                        "Known are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Metric.Kind.values())
                                                .map(Metric.Kind::id)
                                                .toList()) + "."));
    }

    private static DataRow row(Indicator indicator, Answer answer, FigureCell cell, String words) {
        MetricBrief metric = cell.metric();
        return DataRow.of("cell")
                .with("indicator", indicator.id())
                .with("org", cell.org())
                .with("year", cell.year())
                .with("amount", cell.amount().toPlainString())
                .with("unit", answer.unit())
                .with("basis", metric.basis().isEmpty() ? null : metric.basis())
                .with("change", cell.change().map(BigDecimal::toPlainString).orElse(null))
                .with("rate", cell.rate().map(BigDecimal::toPlainString).orElse(null))
                .with("per_head", cell.perHead().map(BigDecimal::toPlainString).orElse(null))
                .with("rank", cell.rank())
                .with("outlier", cell.isOutlier())
                .with("report", metric.report())
                .with("report_year", cell.reported())
                .with("metric", metric.report() + "/" + metric.id())
                .with("start", metric.start())
                .with("end", metric.end())
                .with("text", words)
                .with("page", metric.page())
                .with(
                        "restated",
                        cell.restated()
                                .map(it -> Map.of(
                                        "amount", it.amount().toPlainString(),
                                        "report", it.report(),
                                        "report_year", it.year(),
                                        "start", it.start(),
                                        "end", it.end()))
                                .orElse(null));
    }

    private ExportTable files(Indicator indicator, Answer answer) {
        List<ExportTable.Column> columns = List.of(
                ExportTable.Column.of("indicator", "指标", "Indicator", 12),
                ExportTable.Column.of("org", "单位", "Organisation", 14),
                ExportTable.Column.of("year", "年度", "Year", 3),
                ExportTable.Column.of("amount", "数值", "Amount", 8),
                ExportTable.Column.of("unit", "计量单位", "Unit", 4),
                ExportTable.Column.of("basis", "口径", "Basis", 5),
                ExportTable.Column.of("change", "较上年", "Change", 8),
                ExportTable.Column.of("rate", "较上年比率", "Rate", 6),
                ExportTable.Column.of("per_head", "人均", "Per head", 8),
                ExportTable.Column.of("rank", "位次", "Rank", 3),
                ExportTable.Column.of("outlier", "离群", "Outlier", 3),
                ExportTable.Column.of("restated", "后来报告改为", "Restated as", 8),
                ExportTable.Column.of("restated_in", "改于", "Restated in", 6),
                ExportTable.Column.of("report", "报告编号", "Report", 6),
                ExportTable.Column.of("page", "页", "Page", 3),
                ExportTable.Column.of("text", "原文", "As written", 8),
                ExportTable.Column.of("start", "起", "Start", 4),
                ExportTable.Column.of("end", "止", "End", 4));
        List<List<Object>> rows = answer.cells().values().stream()
                .flatMap(it -> it.values().stream())
                .map(it -> List.<Object>of(
                        indicator.zh(),
                        it.org(),
                        it.year(),
                        it.amount(),
                        answer.unit(),
                        it.metric().basis(),
                        it.change().<Object>map(by -> by).orElse(""),
                        it.rate().<Object>map(by -> by).orElse(""),
                        it.perHead().<Object>map(by -> by).orElse(""),
                        it.rank(),
                        it.isOutlier() ? "!" : "",
                        it.restated().<Object>map(MetricBrief::amount).orElse(""),
                        it.restated().<Object>map(MetricBrief::year).orElse(""),
                        it.metric().report(),
                        it.metric().page(),
                        table.words(it),
                        it.metric().start(),
                        it.metric().end()))
                .toList();
        return new ExportTable(new Label(indicator.zh(), indicator.en()), columns, rows);
    }
}
