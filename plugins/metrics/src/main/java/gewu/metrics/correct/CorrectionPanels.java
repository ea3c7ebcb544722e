package gewu.metrics.correct;

import gewu.api.Label;
import gewu.api.metric.Metric;
import gewu.api.report.Passage;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Corrections, for people and for programs.
final class CorrectionPanels {
    private static final int PLACE = 5;

    private CorrectionPanels() {}

    /// All of them in a table; those whose figure can't be found again are among them and say so.
    static Panel list(List<Placed> all, ZoneId zone) {
        if (all.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "还没有更正。写一条：gewu correct set 报告/m12 --canonical 基本支出；确认：gewu correct confirm 报告/m12。",
                            "There are no corrections yet. Write one with gewu correct set REPORT/m12 --canonical"
                                    + " fin.exp.basic, or gewu correct confirm REPORT/m12."),
                    new Label(
                            "还没有更正。打开一个指标数字，即可更正或确认。",
                            "There are no corrections yet. Open a figure to correct or confirm it."),
                    new Panel.Link(new Label("指标数字", "Figures"), new Panel.Target("metrics")));
        }
        long lost = all.stream().filter(it -> it.passage().isEmpty()).count();
        return new Panel.Table(
                new Label(
                        all.size() + " 条更正" + (lost > 0 ? "，其中 " + lost + " 条的原处已找不到" : ""),
                        all.size() + " corrections" + (lost > 0 ? ", " + lost + " of them not found again" : "")),
                List.of(
                        Panel.Column.number("号", "No."),
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("意见", "Verdict"),
                        Panel.Column.text("指标", "Indicator"),
                        Panel.Column.text("更正", "Corrected"),
                        Panel.Column.text("原文", "As written"),
                        Panel.Column.text("位置", "Place"),
                        Panel.Column.text("何人何日", "By, on"),
                        Panel.Column.text("说明", "Remark")),
                all.stream().map(it -> row(it, zone)).toList());
    }

    /// The step that takes one back.
    static Panel back(long number) {
        return Panel.Advice.step(
                new Label("撤回：gewu correct undo " + number, "Take it back: gewu correct undo " + number),
                new Label("", ""),
                Panel.Form.step("correct", List.of("undo", String.valueOf(number)), new Label("撤回", "Take it back")));
    }

    private static Panel.Row row(Placed it, ZoneId zone) {
        Correction correction = it.correction();
        Metric was = correction.was();
        String changed = correction.fields().written().values().stream()
                .map(value -> value.isEmpty() ? "–" : value)
                .collect(Collectors.joining(" "));
        String day = correction.madeAt().atZone(zone).toLocalDate().toString();
        Panel.Row row = Panel.Row.of(
                correction.number(),
                correction.report(),
                correction.verdict().label(),
                was.indicator() + (was.canonical().isEmpty() ? "" : " " + was.canonical()),
                changed,
                was.passage().text(),
                it.state().label(),
                (correction.person() + " " + day).strip(),
                correction.remark());
        return it.passage()
                .map(passage -> row.at(PLACE, new Panel.Place(passage.report(), passage.start())))
                .orElse(row);
    }

    /// For programs.
    ///
    /// @param now the figure as it stands with the correction, or is read now
    static DataRow data(Placed it, Optional<Metric> now) {
        Correction correction = it.correction();
        Optional<Passage> passage = it.passage();
        return DataRow.of("correction")
                .with("number", correction.number())
                .with("report", correction.report())
                .with("verdict", correction.verdict().id())
                .with("state", it.state().id())
                .with(
                        "metric",
                        now.map(metric -> correction.report() + "/" + metric.id())
                                .orElse(null))
                .with("corrected", new LinkedHashMap<>(correction.fields().written()))
                .with("extracted", extracted(correction))
                .with("start", passage.map(Passage::start).orElse(null))
                .with("end", passage.map(Passage::end).orElse(null))
                .with("text", passage.map(Passage::text).orElse(null))
                .with("page", passage.map(Passage::page).orElse(null))
                .with("anchor", correction.anchor().toString())
                .with("person", correction.person())
                .with("made_at", correction.madeAt().toString())
                .with("remark", correction.remark());
    }

    /// What had been read when the person looked; null of an added figure.
    private static @Nullable Map<String, @Nullable Object> extracted(Correction correction) {
        Metric was = correction.was();
        if (correction.verdict() == Verdict.ADDED) {
            return null;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", was.id());
        all.put("indicator", was.indicator());
        all.put("canonical", was.canonical().isEmpty() ? null : was.canonical());
        all.put("period", was.period().isEmpty() ? null : was.period());
        all.put("value", was.value());
        all.put("unit", was.unit().isEmpty() ? null : was.unit());
        all.put("norm_value", was.known().map(BigDecimal::toPlainString).orElse(null));
        all.put("norm_unit", was.amountUnit().isEmpty() ? null : was.amountUnit());
        all.put("kind", was.kind().id());
        all.put("basis", was.basis().isEmpty() ? null : was.basis());
        all.put("scope", was.scope().isEmpty() ? null : was.scope());
        all.put(
                "direction",
                was.direction().id().isEmpty() ? null : was.direction().id());
        all.put("text", was.passage().text());
        return all;
    }
}
