package gewu.metrics;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `gewu metrics`: the figures that reports state, read anew from their texts.
final class MetricsCommand implements Command {
    private static final int FOR_PEOPLE = 200;

    private final Reports reports;
    private final GeneralExtractor extractor;

    MetricsCommand(Reports reports) {
        this.reports = reports;
        this.extractor = new GeneralExtractor();
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String indicator = call.option("--indicator").orElse("");
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        List<Panel.Row> shown = new ArrayList<>();
        int told = 0;
        int all = 0;
        for (ReportSummary summary : asked(call)) {
            Optional<Report> report = reports.find(summary.id());
            if (report.isEmpty()) {
                continue;
            }
            for (Metric metric : extractor.extract(report.get())) {
                if (!isAsked(metric, indicator)) {
                    continue;
                }
                all++;
                if (told < limit) {
                    told++;
                    output.row(row(metric));
                    if (!output.isJson()) {
                        shown.add(shown(metric));
                    }
                }
            }
            if (indicator.isEmpty()) {
                Absence.in(report.get()).forEach(it -> output.row(row(it)));
            }
        }
        output.show(panel(shown, all));
        return Exit.DONE;
    }

    private List<ReportSummary> asked(CommandCall call) {
        Optional<String> report = call.option("--report");
        if (report.isPresent()) {
            return List.of(reports.named(report.get()));
        }
        YearRange years = call.option("--year").map(MetricsCommand::years).orElse(new YearRange(0, 0));
        return reports.list(
                new ReportFilter(call.option("--org").orElse(""), years.first(), years.last(), Optional.empty()));
    }

    private static YearRange years(String words) {
        YearRange range = YearRange.read(words)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }

    private static boolean isAsked(Metric metric, String indicator) {
        return indicator.isEmpty()
                || metric.canonical().equals(indicator)
                || metric.canonical().startsWith(indicator + ".")
                || metric.indicator().contains(indicator);
    }

    static DataRow row(Metric it) {
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
                .with("issue", orNull(it.issue()));
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

    private static Panel.Row shown(Metric it) {
        return Panel.Row.of(
                it.passage().report(),
                it.indicator(),
                it.canonical(),
                it.period(),
                it.value() + it.unit(),
                kind(it.kind()),
                direction(it.direction()),
                it.passage().page());
    }

    private static Label kind(Metric.Kind kind) {
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

    private static Label direction(Metric.Direction direction) {
        return switch (direction) {
            case NONE -> Label.same("");
            case UP -> new Label("升", "up");
            case DOWN -> new Label("降", "down");
            case FLAT -> new Label("平", "flat");
        };
    }

    private static Panel panel(List<Panel.Row> rows, int all) {
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
                        Panel.Column.number("页", "Page")),
                rows);
    }
}
