package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Check;
import gewu.api.metric.Check.Kind;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.report.Report;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class AuditTest {
    private static Check only(String text, Kind kind) {
        List<Check> checks =
                Sample.audit(text).stream().filter(it -> it.kind() == kind).toList();
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }

    @Test
    void aCheckIsASentenceInWhichEachFigureIsAPlace() {
        Check check = only("会议费支出8万元，比上年12.5万元减少4.35万元。", Kind.DIFFERENCE);

        assertThat(check.sentence().zh()).isEqualTo("会议费支出 8万元与上期的12.5万元相差 4.5万元，报告写的是4.35万元：不符。");
        assertThat(check.sentence().en())
                .isEqualTo("会议费支出 8万元 and 12.5万元 before differ by 4.5万元, the report says 4.35万元: it does not hold.");
        assertThat(check.pieces(Locale.CHINESE))
                .extracting(Check.Piece::operand)
                .containsExactly(0, -1, 1, -1, 2, -1);
        assertThat(check.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aSentenceSaysHowDigitsWereDropped() {
        assertThat(only("邮电费3.29万元，比上年2.5万元增长31%。", Kind.CHANGE_RATE).sentence().zh())
                .contains("31.6%")
                .endsWith("尾数直接舍去，未四舍五入，视为相符。");
        assertThat(only("邮电费3.29万元，比上年2.5万元增长32%。", Kind.CHANGE_RATE).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void bracesInAReportAreWordsAsAnyOther() {
        List<Check> checks = Sample.audit("{0}会议费{9}8万元，比上年12.5万元减少4.35万元。");

        assertThat(checks).allSatisfy(it -> assertThat(it.sentence().zh()).contains("12.5万元"));
    }

    @Test
    void whatCannotBeDecidedSaysWhy() {
        assertThat(only("工资福利支出320.4万元，其中基本工资110.2万元、津贴补贴85万元。", Kind.SUM)
                        .sentence()
                        .zh())
                .endsWith("相差 125.2万元：“其中”一类的列举可以不全，无法判断。");
    }

    @Test
    void lastYearAsToldIsHeldAgainstLastYearsOwnReport() {
        Report before = Sample.report("a", 2020, "全年“三公”经费支出10.2万元，其中公务接待费3.05万元。");
        Report now = Sample.report("b", 2021, "“三公”经费支出8万元，比上年10.5万元减少2.5万元。公务接待费支出2.41万元，比上年3.05万元减少0.64万元。");

        List<Check> checks = Sample.between(now, before);

        assertThat(checks).extracting(Check::verdict).containsExactly(Verdict.VIOLATED, Verdict.HOLDS);
        assertThat(checks.getFirst().operands())
                .extracting(it -> it.passage().report() + " " + it.passage().text())
                .containsExactly("b 10.5万元", "a 10.2万元");
        assertThat(checks.getFirst().sentence().zh()).endsWith("不一致，上年数被改过或写错。");
    }

    @Test
    void aRestatementThatIsExplainedIsForAPersonToJudge() {
        Report before = Sample.report("a", 2020, "全年“三公”经费支出10.2万元。");
        Report now = Sample.report("b", 2021, "“三公”经费支出8万元，按调整后口径比上年10.5万元减少2.5万元。");

        assertThat(Sample.between(now, before)).extracting(Check::verdict).containsExactly(Verdict.NOT_DECIDABLE);
    }

    @Test
    void theSameReportGivesTheSameChecksInAnyLocale() {
        String text = "“三公”经费支出8.4万元，其中公务接待费1.9万元，公务用车运行维护费6.5万元。交办积案86件，化解83件，化解率96.5%。";
        List<Check> here = Sample.audit(text);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Sample.audit(text)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void generatedReportsAreAuditedAlikeTwiceAndEveryFigureStandsWhereItClaims() {
        new ReportGenerator(29).reports(12).forEach(made -> {
            Report report = SampleReport.of(made.name(), made);
            List<Check> checks = Sample.audit(report);

            assertThat(Sample.audit(report)).isEqualTo(checks);
            assertThat(checks)
                    .allSatisfy(check -> assertThat(check.operands())
                            .allSatisfy(it -> assertThat(report.text()
                                            .substring(
                                                    it.passage().start(),
                                                    it.passage().end()))
                                    .isEqualTo(it.passage().text())));
        });
    }

    @Test
    void anUnrelatedParagraphChangesNoCheck() {
        String text = "会议费支出8万元，比上年12.5万元减少4.5万元，下降36%。";

        assertThat(Sample.audit(text + "\n\n我局认真学习有关文件。")).isEqualTo(Sample.audit(text));
    }

    @Test
    void aReportWithoutFiguresHasNoChecks() {
        assertThat(Sample.audit("无")).isEmpty();
    }

    @Test
    void aParagraphOfManyFiguresIsAuditedInBoundedTime() {
        StringBuilder text = new StringBuilder("支出合计999999万元，其中");
        for (int i = 1; i < 1500; i++) {
            text.append("第").append(i).append("项经费").append(i).append("万元、");
        }

        assertThat(Sample.audit(text + "等。")).isNotNull();
    }
}
