package gewu.metrics;

import gewu.api.Label;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.report.CleanText;
import gewu.api.report.ReportFilter;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `gewu indicators`: which indicators reports state, and which words no pack knows yet.
final class IndicatorsCommand implements Command {
    private static final int FOR_PEOPLE = 60;

    private final Metrics metrics;
    private final IndicatorNames names;

    IndicatorsCommand(Metrics metrics, Packs packs) {
        this.metrics = metrics;
        this.names = new IndicatorNames(packs);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        List<IndicatorCount> stated =
                stated(metrics, names, filter(call), String.join(" ", call.arguments()), call.has("--open"));
        stated.stream().limit(limit).forEach(it -> output.row(row(it)));
        output.show(panel(stated, names, limit));
        return Exit.DONE;
    }

    private static MetricFilter filter(CommandCall call) {
        YearRange years = AskedYears.of(call.option("--year").orElse(""));
        return MetricFilter.ALL.with(
                new ReportFilter(call.option("--org").orElse(""), years.first(), years.last(), Optional.empty()));
    }

    /// Those whose name, id or wording holds `words`.
    static List<IndicatorCount> stated(
            Metrics metrics, IndicatorNames names, MetricFilter filter, String words, boolean onlyOpen) {
        String wanted = CleanText.of(words.strip()).text();
        return metrics.indicators(filter).stream()
                .filter(it -> !onlyOpen || it.canonical().isEmpty())
                .filter(it -> wanted.isEmpty()
                        || it.canonical().contains(wanted)
                        || it.wording().contains(wanted)
                        || names.label(it.canonical()).zh().contains(wanted))
                .toList();
    }

    private DataRow row(IndicatorCount it) {
        Optional<Indicator> known = names.find(it.canonical());
        return DataRow.of("indicator")
                .with("id", it.canonical().isEmpty() ? null : it.canonical())
                .with("wording", it.wording())
                .with("zh", known.map(Indicator::zh).orElse(null))
                .with("en", known.map(Indicator::en).orElse(null))
                .with(
                        "dimension",
                        known.map(Indicator::dimension)
                                .filter(dim -> !dim.isEmpty())
                                .orElse(null))
                .with(
                        "parent",
                        known.map(Indicator::parent).filter(id -> !id.isEmpty()).orElse(null))
                .with("figures", it.figures())
                .with("reports", it.reports());
    }

    static Panel panel(List<IndicatorCount> stated, IndicatorNames names, int limit) {
        List<Panel.Row> rows = new ArrayList<>();
        for (IndicatorCount it : stated.subList(0, Math.min(limit, stated.size()))) {
            boolean isOpen = it.canonical().isEmpty();
            rows.add(Panel.Row.of(
                    isOpen ? Label.same(it.wording()) : names.label(it.canonical()),
                    isOpen ? new Label("（未编入）", "(open)") : Label.same(it.canonical()),
                    it.figures(),
                    it.reports()));
        }
        long open = stated.stream().filter(it -> it.canonical().isEmpty()).count();
        return new Panel.Table(
                new Label(
                        (stated.size() - open) + " 个已编入的指标，" + open + " 种未编入的说法"
                                + (rows.size() < stated.size() ? "；显示前 " + rows.size() + " 个（--limit）" : ""),
                        (stated.size() - open) + " known indicators, " + open + " open wordings"
                                + (rows.size() < stated.size()
                                        ? "; the first " + rows.size() + " shown (--limit)"
                                        : "")),
                List.of(
                        Panel.Column.text("指标", "Indicator"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.number("数字", "Figures"),
                        Panel.Column.number("报告", "Reports")),
                rows);
    }
}
