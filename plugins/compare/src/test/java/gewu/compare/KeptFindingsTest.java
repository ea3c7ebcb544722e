package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Job;
import gewu.api.job.Progress;
import gewu.api.report.YearRange;
import gewu.api.workbench.Panel;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who looks at the map of many reports is told that it is being made, and sees it when it is there.
final class KeptFindingsTest {
    private static final Boilerplate.Question ALL = new Boilerplate.Question("", "", new YearRange(0, 0));

    @TempDir
    private Path folder = Path.of("");

    private SmallHouse house;
    private Sheets sheets;
    private KeptFindings findings;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
        sheets = house.sheets();
        findings = house.findings(sheets);
        house.store().inTransaction(() -> put(0, 501));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private void put(int from, int to) {
        for (int i = from; i < to; i++) {
            house.shelf().put(SampleReport.of("r-" + i, "一、存在的问题\n部分项目绩效目标设置不够细化，量化指标偏少，难以衡量。"));
        }
    }

    private void untilItIsMade() throws InterruptedException {
        while (house.jobs().list().stream().anyMatch(it -> it.state() == Job.State.RUNNING)) {
            Thread.sleep(10);
        }
    }

    @Test
    void inATerminalItIsMadeAtOnce() {
        Panel shown = new BoilerplateView(sheets, findings).show(Map.of());

        assertThat(words(shown)).contains("对照了 501 份报告");
        assertThat(house.jobs().list()).isEmpty();
    }

    @Test
    void inAWorkbenchThatIsOpenItIsMadeAsOneJobAndKeptUntilAReportChanges() throws Exception {
        new SheetUpkeep(house.store(), sheets).run(Progress.NONE);
        BoilerplateView view = new BoilerplateView(sheets, findings);

        assertThat(words(view.show(Map.of()))).contains("正在后台汇总 501 份报告");
        untilItIsMade();
        assertThat(house.store().changesAfter(0, SheetUpkeep.COMPARED, 10)).hasSize(2);
        assertThat(words(view.show(Map.of()))).contains("对照了 501 份报告");
        Optional<Boilerplate.Findings> kept = findings.soon(ALL);
        assertThat(kept).isPresent();
        assertThat(findings.soon(ALL).orElseThrow()).isSameAs(kept.orElseThrow());
        assertThat(house.jobs().list()).hasSize(1);

        put(501, 502);
        assertThat(words(view.show(Map.of()))).contains("正在后台汇总 502 份报告");
        untilItIsMade();
        assertThat(words(view.show(Map.of()))).contains("对照了 502 份报告");
    }

    private static String words(Panel panel) {
        return switch (panel) {
            case Panel.Text text -> text.words().zh();
            case Panel.Stack stack ->
                String.join(
                        "\n",
                        stack.panels().stream().map(KeptFindingsTest::words).toList());
            default -> "";
        };
    }
}
