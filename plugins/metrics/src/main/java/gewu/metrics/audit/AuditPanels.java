package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Verdict;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Shows people how the checks of reports came out: how many of each verdict, a table with what is wrong first, and the
/// sentences behind what is wrong, with their figures marked. Made for one answer.
final class AuditPanels {
    private static final int SENTENCES = 20;

    private record Line(String report, Check check) {}

    private final int limit;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final Map<Verdict, List<Line>> lines = new EnumMap<>(Verdict.class);
    private final List<Panel> sentences = new ArrayList<>();
    private int reports;
    private int quoted;

    AuditPanels(int limit) {
        this.limit = limit;
    }

    void add(Audits.Audited audited) {
        reports++;
        for (Check check : audited.checks()) {
            counts.merge(check.verdict(), 1, Integer::sum);
            List<Line> mates = lines.computeIfAbsent(check.verdict(), _ -> new ArrayList<>());
            if (mates.size() < limit) {
                mates.add(new Line(audited.report().id(), check));
            }
            if (check.verdict() == Verdict.VIOLATED && quoted < SENTENCES) {
                quoted++;
                quote(audited.report(), check);
            }
        }
    }

    Panel panel() {
        List<Panel> panels = new ArrayList<>(List.of(summary()));
        List<Line> shown = lines.entrySet().stream()
                .sorted(Comparator.comparingInt(it -> order(it.getKey())))
                .flatMap(it -> it.getValue().stream())
                .limit(limit)
                .toList();
        if (!shown.isEmpty()) {
            panels.add(table(shown));
        }
        panels.addAll(sentences);
        return new Panel.Stack(panels);
    }

    private static int order(Verdict verdict) {
        return switch (verdict) {
            case VIOLATED -> 0;
            case HOLDS_WITHIN_ROUNDING -> 1;
            case NOT_DECIDABLE -> 2;
            case HOLDS -> 3;
        };
    }

    private Panel summary() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Panel.Text(new Label(
                "勾稽校验 " + reports + " 份报告，" + all + " 项关系：" + count(Verdict.VIOLATED) + " 项不符，"
                        + count(Verdict.HOLDS_WITHIN_ROUNDING) + " 项在舍入误差内相符，" + count(Verdict.HOLDS) + " 项相符，"
                        + count(Verdict.NOT_DECIDABLE) + " 项无法判断。",
                all + " relations in " + reports + " reports: " + count(Verdict.VIOLATED) + " violated, "
                        + count(Verdict.HOLDS_WITHIN_ROUNDING) + " hold within rounding, " + count(Verdict.HOLDS)
                        + " hold, " + count(Verdict.NOT_DECIDABLE) + " not decidable."));
    }

    private int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    private Panel table(List<Line> shown) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Panel.Table(
                new Label(
                        "各项关系" + (shown.size() < all ? "，显示前 " + shown.size() + " 项" : ""),
                        "Relations" + (shown.size() < all ? ", the first " + shown.size() + " shown" : "")),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("结论", "Verdict"),
                        Panel.Column.text("程度", "Weight"),
                        Panel.Column.text("关系", "Relation"),
                        Panel.Column.text("说明", "Sentence"),
                        Panel.Column.number("页", "Page")),
                shown.stream()
                        .map(it -> Panel.Row.of(
                                        it.report(),
                                        label(it.check().verdict()),
                                        label(it.check().severity()),
                                        label(it.check().kind()),
                                        sentence(it.check()),
                                        it.check()
                                                .operands()
                                                .getFirst()
                                                .passage()
                                                .page())
                                .at(3, where(it.check())))
                        .toList());
    }

    /// The sentence of a check, each figure leading to its place.
    static Panel.Sentence sentence(Check check) {
        return new Panel.Sentence(pieces(check, Locale.CHINESE), pieces(check, Locale.ENGLISH));
    }

    private static List<Panel.Piece> pieces(Check check, Locale language) {
        return check.pieces(language).stream()
                .map(it -> new Panel.Piece(it.words(), place(check, it.operand())))
                .toList();
    }

    private static Optional<Panel.Destination> place(Check check, int operand) {
        return operand < 0
                ? Optional.empty()
                : Optional.of(check.operands().get(operand).passage())
                        .map(it -> new Panel.Place(it.report(), it.start(), lit(check, it.report())));
    }

    /// Where the figure stands that is judged, the others lit.
    private static Panel.Place where(Check check) {
        Passage first = check.operands().getFirst().passage();
        return new Panel.Place(first.report(), first.start(), lit(check, first.report()));
    }

    /// All figures of a check that stand in a report light up together.
    private static List<Mark> lit(Check check, String report) {
        return check.operands().stream()
                .map(Check.Operand::passage)
                .filter(it -> it.report().equals(report))
                .map(it -> new Mark(it.start(), it.end()))
                .distinct()
                .sorted(Comparator.comparingInt(Mark::start))
                .toList();
    }

    /// The paragraphs a check draws on, its figures marked.
    private void quote(Report report, Check check) {
        sentences.add(new Panel.Text(check.sentence()));
        Map<Integer, List<Mark>> marks = new TreeMap<>();
        for (Check.Operand operand : check.operands()) {
            if (operand.passage().report().equals(report.id())) {
                marks.computeIfAbsent(paragraph(report, operand.passage().start()), _ -> new ArrayList<>())
                        .add(new Mark(
                                operand.passage().start(), operand.passage().end()));
            }
        }
        marks.forEach((number, them) -> {
            if (number > 0) {
                Paragraph paragraph = report.paragraphs().get(number - 1);
                sentences.add(new Panel.Document(
                        new Label(
                                "第 " + paragraph.page() + " 页第 " + number + " 段",
                                "page " + paragraph.page() + ", paragraph " + number),
                        report.id(),
                        paragraph.start(),
                        report.textOf(paragraph),
                        them.stream()
                                .distinct()
                                .sorted(Comparator.comparingInt(Mark::start))
                                .toList()));
            }
        });
    }

    private static int paragraph(Report report, int at) {
        for (Paragraph it : report.paragraphs()) {
            if (it.start() <= at && at < it.end()) {
                return it.number();
            }
        }
        return 0;
    }

    static Label label(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Label("相符", "holds");
            case HOLDS_WITHIN_ROUNDING -> new Label("舍入误差内相符", "within rounding");
            case VIOLATED -> new Label("不符", "violated");
            case NOT_DECIDABLE -> new Label("无法判断", "not decidable");
        };
    }

    private static Label label(Check.Severity severity) {
        return switch (severity) {
            case NONE -> Label.same("");
            case INFO -> new Label("提示", "info");
            case WARN -> new Label("需说明", "warn");
            case ERROR -> new Label("需更正", "error");
        };
    }

    static Label label(Check.Kind kind) {
        return switch (kind) {
            case SUM -> new Label("合计", "sum");
            case DIFFERENCE -> new Label("增减额", "difference");
            case DIRECTION -> new Label("增减方向", "direction");
            case CHANGE_RATE -> new Label("增减率", "rate of change");
            case IMPLIED_BASE -> new Label("推算上期", "implied base");
            case SHARE -> new Label("占比", "share");
            case SHARE_SUM -> new Label("占比合计", "sum of shares");
            case RATIO -> new Label("比率", "ratio");
            case INEQUALITY -> new Label("不超过", "at most");
            case BUDGET_VS_OUTTURN -> new Label("预算与支出", "budget and outturn");
            case SAME_FACT -> new Label("前后一致", "told twice");
            case CONTRADICTION -> new Label("自相矛盾", "contradiction");
            case MALFORMED_NUMBER -> new Label("数字有误", "malformed number");
            case COUNT_LIST -> new Label("清点", "list and number");
            case COMPARISON -> new Label("无据比较", "comparison");
            case LABEL -> new Label("口径", "what it is of");
            case PREVIOUS_YEAR -> new Label("与上年报告", "last year's report");
        };
    }
}
