package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Metric;
import gewu.api.report.Mark;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.IndicatorNames;
import gewu.metrics.MetricWords;
import gewu.metrics.Packs;
import gewu.metrics.WhyWords;
import gewu.metrics.correct.CorrectedFigure;
import gewu.metrics.correct.CorrectedMetrics;
import gewu.metrics.correct.CorrectionForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is known of one figure: what it measures, how it was read, which relations it stands
/// in; and the forms by which a person confirms, corrects or rejects it.
final class FigureView implements View {
    private final CorrectedMetrics metrics;
    private final Audits audits;
    private final IndicatorNames names;
    private final CorrectionForms forms;

    FigureView(Reports reports, CorrectedMetrics metrics, Packs packs) {
        this.metrics = metrics;
        this.audits = new Audits(reports, metrics, packs);
        this.names = new IndicatorNames(packs);
        this.forms = new CorrectionForms(metrics);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String word = parameters.getOrDefault("metric", "").strip();
        int slash = word.indexOf('/');
        if (slash < 0) {
            return new Panel.Text(new Label(
                    "在报告里点一个带下划线的数字，或写它的编号，如 4517257875/m12。",
                    "Choose an underlined figure of a report, or write its id, such as 4517257875/m12."));
        }
        String report = word.substring(0, slash);
        String id = word.substring(slash + 1);
        Optional<CorrectedFigure> found = metrics.figures(report).stream()
                .filter(it -> it.metric().id().equals(id))
                .findFirst();
        List<Panel> panels = new ArrayList<>();
        found.ifPresentOrElse(
                it -> panels.addAll(about(it, word)),
                () -> panels.add(new Panel.Text(new Label(
                        "这个数字已被否定，或报告重读后不再有它。", "This figure was rejected, or is no longer read in its report."))));
        panels.addAll(forms.of(word, found));
        return new Panel.Stack(panels);
    }

    private List<Panel> about(CorrectedFigure figure, String word) {
        Metric it = figure.metric();
        List<Panel> panels = new ArrayList<>();
        panels.add(facts(figure));
        List<Check> checks = checks(it);
        if (!checks.isEmpty()) {
            panels.add(new Panel.Table(
                    new Label("勾稽关系", "Relations"),
                    List.of(
                            Panel.Column.text("结论", "Verdict"),
                            Panel.Column.text("关系", "Relation"),
                            Panel.Column.text("说明", "Sentence")),
                    checks.stream()
                            .map(check -> Panel.Row.of(
                                    AuditPanels.label(check.verdict()),
                                    AuditPanels.label(check.kind()),
                                    AuditPanels.sentence(check)))
                            .toList()));
        }
        if (names.find(it.canonical()).isPresent()) {
            panels.add(new Panel.Links(
                    Label.same(""),
                    List.of(new Panel.Link(
                            new Label("各单位各年度的这个指标", "This indicator over organisations and years"),
                            new Panel.Target("compare", Map.of("indicator", it.canonical()))))));
        }
        return panels;
    }

    private List<Check> checks(Metric it) {
        Map<String, String> asked = Map.of("report", it.passage().report());
        return audits.of(new Audits.Asked(name -> asked.getOrDefault(name, "")))
                .flatMap(audited -> audited.checks().stream())
                .filter(check -> check.operands().stream()
                        .anyMatch(operand -> operand.metric().equals(it.id())
                                && operand.passage()
                                        .report()
                                        .equals(it.passage().report())))
                .toList();
    }

    private Panel facts(CorrectedFigure figure) {
        Metric it = figure.metric();
        List<Panel.Row> rows = new ArrayList<>();
        Label name = it.canonical().isEmpty() ? new Label("未编入", "open") : names.label(it.canonical());
        add(rows, new Label("指标", "Indicator"), name);
        add(rows, new Label("报告里的说法", "As worded"), Label.same(it.indicator()));
        rows.add(Panel.Row.of(
                        new Label("数值", "Value"),
                        (it.qualifier() + " " + MetricWords.value(it) + " " + it.unit()).strip())
                .at(
                        1,
                        new Panel.Place(
                                it.passage().report(),
                                it.passage().start(),
                                List.of(new Mark(
                                        it.passage().start(), it.passage().end())))));
        add(rows, new Label("折算", "In base units"), Label.same(MetricWords.amount(it)));
        add(rows, new Label("时期", "Period"), Label.same(it.period()));
        add(rows, new Label("角色", "Role"), MetricWords.role(it));
        add(rows, new Label("口径", "Basis"), MetricWords.basis(it));
        add(rows, new Label("范围", "Scope"), Label.same(it.scope()));
        add(rows, new Label("异常", "Irregular"), Label.same(it.issue()));
        add(rows, new Label("依据", "Why"), WhyWords.label(it.why()));
        add(rows, new Label("把握", "Confidence"), Label.same(Math.round(100 * it.confidence()) + "%"));
        add(rows, new Label("人工意见", "A person's verdict"), figure.verdict().label());
        return new Panel.Table(
                Label.same(""), List.of(Panel.Column.text("项目", "What"), Panel.Column.text("内容", "Value")), rows);
    }

    private static void add(List<Panel.Row> rows, Label what, Label value) {
        if (!value.zh().isBlank()) {
            rows.add(Panel.Row.of(what, value));
        }
    }
}
