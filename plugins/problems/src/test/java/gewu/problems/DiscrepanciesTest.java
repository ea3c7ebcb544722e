package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Remedy.Kind;
import gewu.api.report.Report;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.RecordedOutput;
import gewu.testkit.SampleReport;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What does not go together, and what promises nothing.
class DiscrepanciesTest {
    private static final String PROBLEMS = "\n四、存在的问题\n1.合同履约跟踪不到位。\n";

    private static boolean challengesMarks(String text) {
        Report report = SampleReport.of("满分", text);
        return Discrepancies.fullMarks(report, new ReportFinder().find(report)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三、结论\n对照指标自评得分100分，等级为优。", "三、结论\n打分结果为100分。", "三、结论\n各项目自评均为满分。", "三、结论\n综合评分：100.00分。"})
    void fullMarksBesideProblemsAreADiscrepancy(String text) {
        assertThat(challengesMarks(text + PROBLEMS)).isTrue();
        assertThat(challengesMarks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三、结论\n指标体系总分100分，自评得分93分。", "三、结论\n评分满分为100分制。", "三、结论\n自评得分99.5分。"})
    void aScaleOfAHundredIsNoMark(String text) {
        assertThat(challengesMarks(text + PROBLEMS)).isFalse();
    }

    @Test
    void aProblemOfTheYearBeforeIsToldWithItsPlaceInThatReport(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = SmallBench.empty(folder)) {
            bringIn(bench, 2021, "（一）合同履约跟踪不到位，3份合同逾期。\n（二）群众知晓率偏低。");
            bringIn(bench, 2022, "（一）会计档案整理滞后。\n（二）部分合同履约跟踪仍不到位。");
            RecordedOutput output = RecordedOutput.json();
            bench.extension(Command.class, "problems")
                    .run(new CommandCall(List.of(), Map.of("--report", List.of("桐溪县文化局2022"))), output);
            List<DataRow> discrepancies = output.rows().stream()
                    .filter(it -> it.type().equals("contradiction"))
                    .toList();

            assertThat(discrepancies).hasSize(1);
            assertThat(discrepancies.getFirst().values()).containsEntry("kind", "repeated");
            assertThat(String.valueOf(discrepancies.getFirst().values().get("against")))
                    .contains("合同履约跟踪不到位");
        }
    }

    private static void bringIn(TemporaryWorkbench bench, int year, String problems) throws Exception {
        bench.bringIn("桐溪" + year + ".txt", year + "年度桐溪县文化局部门整体支出绩效自评报告\n\n一、存在的主要问题\n\n" + problems + "\n");
    }

    @Test
    void aRemedyOfEmptyWordsIsGeneralAndOneWithAnObjectIsNot() {
        Findings found = new ReportFinder()
                .find(SampleReport.of("空泛", "七、下一步改进措施\n1.加强学习，提高认识。\n2.严格按照上级有关规定认真抓好落实。\n3.每季度核对一次低保对象名单。\n"));

        assertThat(found.remedies()).extracting(Remedy::kind).containsExactly(Kind.GENERAL, Kind.GENERAL, Kind.PLANNED);
    }
}
