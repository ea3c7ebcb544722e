package gewu.metrics.table;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.Indicator;
import gewu.metrics.IndicatorNames;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.Map;
import java.util.Optional;

/// One indicator over organisations and years, to look at.
final class CompareView implements View {
    private final FigureTable table;
    private final IndicatorNames names;

    CompareView(CorrectedMetrics metrics, Packs packs) {
        this.table = new FigureTable(metrics.metrics());
        this.names = new IndicatorNames(packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("indicator", "");
        if (words.isBlank()) {
            return new Panel.Text(
                    new Label(
                            "写一个指标，如 三公经费、fin.exp.total；“指标”页列出报告里有哪些。",
                            "Name an indicator, such as 三公经费 or fin.exp.total; the page “Indicators” lists those that are stated."));
        }
        Indicator indicator = names.named(words);
        return ComparePanels.of(
                indicator,
                table.answer(CompareCommand.question(
                        indicator.id(),
                        name -> Optional.ofNullable(parameters.get(name.substring(2))),
                        parameters.containsKey("per-head"))),
                parameters.getOrDefault("chart", "line"),
                parameters.containsKey("per-head"));
    }
}
