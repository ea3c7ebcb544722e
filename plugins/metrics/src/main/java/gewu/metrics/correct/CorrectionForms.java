package gewu.metrics.correct;

import gewu.api.Label;
import gewu.api.metric.Metric;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.metrics.MetricWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms by which a person says what is right of a figure, with what it is now; and the way back.
public final class CorrectionForms {
    private static final Label REMARK = new Label("说明", "Remark");

    private final CorrectedMetrics metrics;

    public CorrectionForms(CorrectedMetrics metrics) {
        this.metrics = metrics;
    }

    /// @param id     such as `4517257875/m12`
    /// @param figure as it stands; empty for one that was rejected
    public List<Panel> of(String id, Optional<CorrectedFigure> figure) {
        List<Panel> forms = new ArrayList<>();
        Optional<Correction> said = metrics.said(id);
        said.ifPresent(it -> forms.add(undo(it)));
        figure.ifPresent(it -> {
            if (it.verdict() != Verdict.CONFIRMED) {
                forms.add(
                        form(new Label("", ""), "confirm", id, List.of(), new Label("读得对，确认", "It is right: confirm")));
            }
            forms.add(form(
                    new Label("更正", "Correct"),
                    "set",
                    id,
                    fields(it.metric()),
                    new Label("保存更正", "Save the correction")));
            if (it.verdict() != Verdict.REJECTED) {
                forms.add(form(
                        new Label("", ""),
                        "reject",
                        id,
                        List.of(new Field("--remark", REMARK, Field.Kind.LINE)),
                        new Label("不是指标数字，否定", "It is no figure: reject")));
            }
        });
        return forms;
    }

    private static Panel undo(Correction it) {
        return new Panel.Form(
                new Label(
                        it.verdict().label().zh() + "（更正 " + it.number()
                                + (it.remark().isEmpty() ? "" : "：" + it.remark()) + "）",
                        it.verdict().label().en() + " (correction " + it.number()
                                + (it.remark().isEmpty() ? "" : ": " + it.remark()) + ")"),
                "correct",
                List.of("undo", String.valueOf(it.number())),
                List.of(),
                new Label("撤回这条意见", "Take this back"));
    }

    private static Panel form(Label title, String action, String id, List<Field> fields, Label submit) {
        return new Panel.Form(title, "correct", List.of(action, id), fields, submit);
    }

    private static List<Field> fields(Metric it) {
        return List.of(
                new Field("--canonical", new Label("指标的编号或名称", "Indicator, by id or name"), Field.Kind.LINE)
                        .holding(it.canonical()),
                new Field("--period", new Label("时期", "Period"), Field.Kind.LINE).holding(it.period()),
                new Field("--value", new Label("数值", "Value"), Field.Kind.LINE).holding(MetricWords.value(it)),
                new Field("--unit", new Label("单位", "Unit"), Field.Kind.LINE).holding(it.unit()),
                Field.choice(
                                "--basis",
                                new Label("口径", "Basis"),
                                Stream.of(
                                                choice("outturn", "决算", "outturn"),
                                                choice("budget", "预算", "budget"),
                                                choice("appropriated", "拨款", "appropriated"),
                                                choice("target", "目标", "target"))
                                        .toList())
                        .holding(it.basis()),
                new Field("--remark", REMARK, Field.Kind.LINE));
    }

    private static Panel.Choice choice(String value, String zh, String en) {
        return new Panel.Choice(value, new Label(zh, en));
    }
}
