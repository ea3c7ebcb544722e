package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Findings.Strength;
import gewu.api.problem.ProblemFinder;
import gewu.api.report.Report;
import gewu.testkit.FinderContract;
import gewu.testkit.SampleReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFinderTest extends FinderContract {
    private static final String REPORT = """
            三、监督检查情况
            审计组提出“合同管理不够规范”的意见，相关问题已整改到位。
            四、存在的主要问题
            （一）预算编制不够精准。由于项目调整较多，年中追加频繁。
            （二）合同履约跟踪不到位。
            （三）群众知晓率偏低。
            五、改进措施
            （一）建立合同履约台账，按月登记验收节点。
            （二）提前调研论证，提高预算编制精准度。
            （三）按照《预算法》要求，严格执行各项规定。
            （四）对办公楼开展节能改造。
            """;

    @Override
    protected ProblemFinder finder() {
        return new ReportFinder();
    }

    @Override
    protected List<Report> reports() {
        List<Report> all = new ArrayList<>(super.reports());
        all.add(SampleReport.of("问题", REPORT));
        for (Passages.Passage passage : Passages.all("passages.txt")) {
            all.add(SampleReport.of("p" + passage.name().substring(0, 2), passage.text()));
        }
        return all;
    }

    private Findings findings() {
        return finder().find(SampleReport.of("问题", REPORT));
    }

    @Test
    void aRemedyAnswersTheProblemThatSpeaksOfTheSameWhateverItsNumber() {
        Findings found = findings();
        Findings.Problem budget = problem(found, "预算编制不够精准");

        assertThat(found.linksOf(budget)).isNotEmpty();
        assertThat(found.remedy(found.linksOf(budget).getFirst().remedy())
                        .orElseThrow()
                        .passage()
                        .text())
                .contains("预算编制精准度");
        assertThat(found.linksOf(budget).getFirst().why()).contains("预算编制");
        assertThat(found.linksOf(budget).getFirst().strength()).isEqualTo(Strength.STRONG);
    }

    @Test
    void problemsWithoutARemedyAndRemediesWithoutAProblemAreTold() {
        Findings found = findings();

        assertThat(found.unanswered()).extracting(it -> it.passage().text()).contains("群众知晓率偏低");
        assertThat(found.orphans()).extracting(it -> it.passage().text()).contains("对办公楼开展节能改造");
    }

    @Test
    void whatInspectorsSaidElsewhereIsPeripheralAndSettled() {
        Findings.Problem said = problem(findings(), "合同管理不够规范");

        assertThat(said.scope()).isEqualTo(Scope.PERIPHERAL);
        assertThat(said.settled()).isTrue();
        assertThat(said.confidence()).isLessThan(0.6);
    }

    @Test
    void aThingSaidToBeSettledAndNamedAgainIsAContradiction() {
        assertThat(Contradiction.in(findings()))
                .extracting(it -> it.settled().passage().text() + " / "
                        + it.open().passage().text())
                .containsExactly("合同管理不够规范 / 合同履约跟踪不到位");
    }

    @Test
    void theSameFindingsComeOutInEveryLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Findings turkish = findings();
            Locale.setDefault(Locale.CHINA);
            assertThat(findings()).isEqualTo(turkish);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSentenceMoreElsewhereChangesNoFinding() {
        Findings more = finder().find(SampleReport.of("问题", "一、部门概况\n我局共有编制三十名。\n" + REPORT));

        assertThat(more.problems())
                .extracting(it -> it.passage().text())
                .isEqualTo(findings().problems().stream()
                        .map(it -> it.passage().text())
                        .toList());
        assertThat(more.remedies())
                .extracting(it -> it.passage().text())
                .isEqualTo(findings().remedies().stream()
                        .map(it -> it.passage().text())
                        .toList());
    }

    @Test
    void endlessParagraphsAreReadInBoundedTime() {
        String endless = "四、存在的问题\n1." + "不够关于问题：措施，".repeat(20_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> finder().find(SampleReport.of("长", endless)));
    }

    /// Each of them kept a finder that looks at all that came before busy for minutes or for ever.
    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextsAreReadInBoundedTime(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> finder().find(SampleReport.of("敌", text)));
    }

    static Stream<String> hostileTexts() {
        StringBuilder clauses = new StringBuilder("四、存在的问题\n");
        for (int i = 0; i < 10_000; i++) {
            clauses.append((char) (0x4e00 + i)).append("类管理不够规范,").append(i % 3 == 0 ? "导致进展缓慢," : "");
        }
        return Stream.of(
                clauses.toString(),
                "四、存在的问题\n" + "一是".repeat(100_000),
                "四、存在的问题\n" + "。一头".repeat(50_000),
                "四、存在的问题\n" + "管理制度体系".repeat(100_000),
                "四、情况\n" + "存在的问题：".repeat(50_000));
    }

    private static Findings.Problem problem(Findings found, String words) {
        return found.problems().stream()
                .filter(it -> it.passage().text().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
