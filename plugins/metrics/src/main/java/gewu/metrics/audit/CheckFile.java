package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import gewu.api.metric.Check;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks on their way into a file, a row each, worked out report by report while they are written.
final class CheckFile {
    private static final List<Column> COLUMNS = List.of(
            Column.of("report", "报告编号", "Report", 6),
            Column.of("org", "单位", "Organisation", 12),
            Column.of("year", "年度", "Year", 3),
            Column.of("verdict", "结论", "Verdict", 6),
            Column.of("severity", "程度", "Weight", 3),
            Column.of("kind", "关系", "Relation", 7),
            Column.of("sentence", "说明", "Sentence in Chinese", 40),
            Column.of("sentence_en", "说明（英文）", "Sentence", 40),
            Column.of("formula", "算式", "Formula", 14),
            Column.of("computed", "算得", "Computed", 6),
            Column.of("stated", "所写", "Stated", 6),
            Column.of("page", "页", "Page", 3),
            Column.of("text", "数字", "Figure", 8),
            Column.of("start", "起", "Start", 4),
            Column.of("end", "止", "End", 4),
            Column.of("operands", "各数字（编号 起-止 原文）", "Figures (id start-end as written)", 30));

    private CheckFile() {}

    static ExportTable of(Stream<Audits.Audited> audited) {
        Iterable<List<Object>> rows =
                () -> audited.flatMap(it -> it.checks().stream().map(check -> row(it.report(), check)))
                        .iterator();
        return new ExportTable(new Label("勾稽校验", "Audit"), COLUMNS, rows);
    }

    private static List<Object> row(Report report, Check it) {
        Passage judged = it.operands().getFirst().passage();
        int year = report.facts().year();
        return List.of(
                report.id(),
                report.facts().org(),
                year == 0 ? "" : year,
                it.verdict().id(),
                it.severity().id(),
                it.kind().id(),
                it.sentence().zh(),
                it.sentence().en(),
                it.formula(),
                it.computed(),
                it.stated(),
                judged.page(),
                CleanText.joined(judged.text()),
                judged.start(),
                judged.end(),
                it.operands().stream().map(CheckFile::told).collect(Collectors.joining("; ")));
    }

    private static String told(Check.Operand it) {
        Passage at = it.passage();
        return at.report() + "/" + it.metric() + " " + at.start() + "-" + at.end() + " " + CleanText.joined(at.text());
    }
}
