package gewu.metrics;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import gewu.api.metric.Metric;
import gewu.api.report.ReportSummary;
import gewu.metrics.correct.CorrectedFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Figures on their way into a file, a row each, read report by report while they are written.
final class FigureFile {
    private static final List<Column> COLUMNS = List.of(
            Column.of("report", "报告编号", "Report", 6),
            Column.of("org", "单位", "Organisation", 12),
            Column.of("year", "年度", "Year", 3),
            Column.of("indicator", "指标（原文）", "Indicator as worded", 14),
            Column.of("canonical", "指标编号", "Indicator", 12),
            Column.of("period", "时期", "Period", 6),
            Column.of("text", "原文", "As written", 8),
            Column.of("norm_value", "数值", "Value", 8),
            Column.of("norm_unit", "计量单位", "Unit", 4),
            Column.of("kind", "角色", "Role", 5),
            Column.of("direction", "方向", "Direction", 3),
            Column.of("basis", "口径", "Basis", 5),
            Column.of("scope", "范围", "Scope", 6),
            Column.of("base_period", "比较时期", "Compared with", 6),
            Column.of("issue", "存疑", "Issue", 10),
            Column.of("correction", "更正", "Correction", 4),
            Column.of("page", "页", "Page", 3),
            Column.of("start", "起", "Start", 4),
            Column.of("end", "止", "End", 4),
            Column.of("confidence", "把握", "Confidence", 3),
            Column.of("why", "依据", "Why", 20),
            Column.of("metric", "编号", "Id", 8));

    private FigureFile() {}

    /// @param figures those of a report that are asked for
    static ExportTable of(List<ReportSummary> reports, Function<String, List<CorrectedFigure>> figures) {
        Iterable<List<Object>> rows = () -> reports.stream()
                .flatMap(report -> figures.apply(report.id()).stream().map(it -> row(report, it)))
                .iterator();
        return new ExportTable(new Label("指标数字", "Figures"), COLUMNS, rows);
    }

    private static List<Object> row(ReportSummary report, CorrectedFigure figure) {
        Metric it = figure.metric();
        List<Object> row = new ArrayList<>();
        row.add(report.id());
        row.add(report.facts().org());
        row.add(report.facts().year() == 0 ? "" : report.facts().year());
        row.add(it.indicator());
        row.add(it.canonical());
        row.add(it.period());
        row.add(it.passage().text());
        row.add(it.known().<Object>map(value -> value).orElse(""));
        row.add(it.known().isEmpty() ? "" : it.amountUnit());
        row.add(it.kind().id());
        row.add(it.direction().id());
        row.add(it.basis());
        row.add(it.scope());
        row.add(it.base().period());
        row.add(it.issue());
        row.add(figure.verdict().id());
        row.add(it.passage().page());
        row.add(it.passage().start());
        row.add(it.passage().end());
        row.add(BigDecimal.valueOf(it.confidence()));
        row.add(it.why());
        row.add(report.id() + "/" + it.id());
        return row;
    }
}
