package gewu.metrics.table;

import gewu.api.Label;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.Indicator;
import gewu.metrics.IndicatorNames;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One indicator over organisations and years, to look at.
final class CompareView implements View {
    private static final int MOST_FREQUENT = 24;

    private final Metrics metrics;
    private final KeptAnswers answers;
    private final IndicatorNames names;

    CompareView(Store store, CorrectedMetrics metrics, Packs packs) {
        this.metrics = metrics.metrics();
        this.answers = new KeptAnswers(store, new FigureTable(metrics.metrics()));
        this.names = new IndicatorNames(packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("indicator", "");
        if (words.isBlank()) {
            return start();
        }
        Indicator indicator = names.named(words);
        return ComparePanels.of(
                indicator,
                answers.answer(CompareCommand.question(
                        indicator.id(),
                        name -> Optional.ofNullable(parameters.get(name.substring(2))),
                        parameters.containsKey("per-head"))),
                parameters.getOrDefault("chart", "line"),
                parameters.containsKey("per-head"));
    }

    /// Where nobody has chosen yet: how to, and what is stated most often.
    private Panel start() {
        Panel how = new Panel.Text(new Label(
                "选一个指标，看各单位、各年度的数字：在左边的指标树里点一个，或从下面最常见的里选；也可以在上面写名称，如 三公经费。",
                "Choose an indicator to see it over organisations and years: in the tree of indicators, from the most"
                        + " frequent ones below, or by its name, such as 三公经费."));
        List<Metrics.IndicatorCount> all = metrics.indicators(MetricFilter.ALL).stream()
                .filter(it -> names.find(it.canonical()).isPresent())
                .limit(MOST_FREQUENT)
                .toList();
        if (all.isEmpty()) {
            return Panel.Stack.of(
                    how,
                    new Panel.Text(new Label("还没有报告说到编入的指标。", "No report states an indicator that a pack knows.")));
        }
        return Panel.Stack.of(
                how,
                new Panel.Table(
                        new Label("最常见的指标", "The most frequent indicators"),
                        List.of(
                                Panel.Column.text("指标", "Indicator"),
                                Panel.Column.number("数字", "Figures"),
                                Panel.Column.number("报告", "Reports")),
                        all.stream()
                                .map(it -> Panel.Row.of(names.label(it.canonical()), it.figures(), it.reports())
                                        .at(0, new Panel.Target("compare", Map.of("indicator", it.canonical()))))
                                .toList()));
    }
}
