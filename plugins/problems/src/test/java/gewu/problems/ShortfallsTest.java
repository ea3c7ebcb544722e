package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.report.Report;
import gewu.testkit.SampleReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What figures show and nobody says. Figures stand as `[462人:实际培训]`: the value, and the indicator as an extractor
/// names it; `[≥90%:满意度!]` is a target.
class ShortfallsTest {
    private static final Pattern FIGURE = Pattern.compile("\\[([\\d.]+)([^:\\d]+):([^]!]+)(!?)]");

    private static List<Shortfall> shortfalls(String marked) {
        StringBuilder text = new StringBuilder();
        List<int[]> places = new ArrayList<>();
        List<String[]> names = new ArrayList<>();
        Matcher figure = FIGURE.matcher(marked);
        int at = 0;
        while (figure.find()) {
            text.append(marked, at, figure.start());
            places.add(new int[] {
                text.length(),
                text.length() + figure.group(1).length() + figure.group(2).length()
            });
            names.add(new String[] {figure.group(1), figure.group(2), figure.group(3), figure.group(4)});
            text.append(figure.group(1)).append(figure.group(2));
            at = figure.end();
        }
        text.append(marked.substring(at));
        Report report = SampleReport.of("数字", text.toString());
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            metrics.add(metric(report, places.get(i), names.get(i)));
        }
        metrics.sort(Comparator.comparingInt(it -> it.passage().start()));
        return Shortfalls.own().in(report, metrics, List.of(new ReportFinder().find(report)));
    }

    private static Metric metric(Report report, int[] place, String[] name) {
        boolean isRate = name[1].equals("%");
        BigDecimal value = new BigDecimal(name[0]);
        return new Metric(
                "m" + place[0],
                name[2],
                "",
                "",
                "2023",
                name[0],
                name[1],
                isRate ? value.movePointLeft(2) : name[1].equals("万元") ? value.movePointRight(4) : value,
                isRate ? "ratio" : name[1].equals("万元") ? "元" : name[1],
                "",
                "",
                name[3].isEmpty() ? Kind.LEVEL : Kind.TARGET,
                "",
                "",
                Direction.NONE,
                "",
                Base.NONE,
                report.passage(place[0], place[1]),
                0.9,
                "",
                "");
    }

    private static List<String> texts(String marked) {
        return shortfalls(marked).stream().map(it -> it.passage().text()).toList();
    }

    @Test
    void lessReachedThanPlannedIsAShortfallWithBothFigures() {
        assertThat(texts("二、完成情况\n全年计划培训护林员[500人:培训护林员!]，实际培训[462人:实际培训]。")).containsExactly("全年计划培训护林员500人，实际培训462人");
    }

    @Test
    void countsAndTheirRateInOneSentenceAreOneShortfall() {
        assertThat(texts("二、完成情况\n全年应办[81件:应办]，已办结[78件:办结]，办结率[96.3%:办结率]。"))
                .containsExactly("全年应办81件，已办结78件，办结率96.3%");
    }

    @Test
    void aRowOfATableIsReadWithItsName() {
        assertThat(texts("| 指标 | 目标值 | 完成值 |\n| 满意度 | ≥[90%:满意度!] | [86%:满意度] |\n"))
                .containsExactly("满意度 | ≥90% | 86%");
    }

    @Test
    void whatIsLeftIsAShortfall() {
        assertThat(texts("二、完成情况\n[14所:学校]学校中有[3所:学校]仍未完工。")).containsExactly("14所学校中有3所仍未完工");
    }

    @Test
    void aLowRateIsOneOnlyWhereNothingSaysWhy() {
        assertThat(texts("二、资金\n全年预算执行率[68.1%:预算执行率]。")).containsExactly("全年预算执行率68.1%");
        assertThat(texts("二、资金\n全年预算执行率[68.1%:预算执行率]，主要原因是项目跨年实施。")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "二、资金\n截至上半年，预算执行率[45%:预算执行率]。",
                "二、资金\n“三公”经费预算[12万元:预算!]，支出[8万元:支出]，执行率[66.7%:执行率]。",
                "二、成效\n管网漏损率目标≤[10%:漏损率!]，实际[8.2%:漏损率]。",
                "二、成效\n投诉办理控制在[20件:投诉!]以内，实际[12件:投诉]。",
                "二、成效\n去年同期办结率[91%:办结率]。",
                "二、成效\n全年未发生安全事故，处理隐患[12处:隐患]。",
                "二、目标\n确保群众满意度达到目标[75%:满意度!]。",
                "二、资金\n项目预算[320万元:预算!]，支出[218万元:支出]。",
                "二、成效\n办结率[99.9%:办结率]，满意度[93%:满意度]。",
                "二、成效\n计划建棚[30个:建棚!]，已建成[30个:建棚]。"
            })
    void whatOnlyLooksLikeAShortfallIsNone(String marked) {
        assertThat(shortfalls(marked)).isEmpty();
    }

    @Test
    void whatTheReportNamesAsAProblemIsNotToldAgain() {
        assertThat(shortfalls("三、存在的问题\n1.预算执行率偏低，全年仅为[68.1%:预算执行率]。")).isEmpty();
    }

    @Test
    void aShortfallLeadsToTheProblemThatTheReportNamesElsewhere() {
        List<Shortfall> found = shortfalls("二、资金\n全年预算执行率[68.1%:预算执行率]。\n三、存在的问题\n1.预算执行进度缓慢。\n");

        assertThat(found).extracting(Shortfall::stated).containsExactly("P1");
        assertThat(found).allSatisfy(it -> assertThat(it.confidence()).isLessThan(0.6));
    }
}
