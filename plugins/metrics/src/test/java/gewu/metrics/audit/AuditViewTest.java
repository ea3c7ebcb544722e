package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditViewTest extends ViewContract {
    @TempDir
    Path folder;

    private TemporaryWorkbench bench;

    @BeforeEach
    void bringTwoYearsIn() throws Exception {
        bench = Sample.workbench(folder);
        Sample.bringIn(bench, 2020, "全年会议费支出12.4万元。");
        Sample.bringIn(bench, 2021, "全年会议费支出8万元，比上年12.5万元减少4.35万元，下降36%。");
    }

    @AfterEach
    void leave() {
        bench.close();
    }

    @Override
    protected View view() {
        return bench.extension(View.class, "audit");
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of(), Map.of("report", "临江市信访局2021", "verdict", "violated"), Map.of("year", "1999"));
    }

    @Test
    void nobodyWaitsForTheAuditOfVeryManyReports() throws Exception {
        for (int year = 1960; year < 2020; year++) {
            Sample.bringIn(bench, year, "全年会议费支出12.4万元。");
        }

        assertThat(view().show(Map.of()))
                .isInstanceOfSatisfying(
                        Panel.Advice.class, it -> assertThat(it.words().zh()).contains("62 份报告"));
        assertThat(view().show(Map.of("year", "2020..2021"))).isInstanceOf(Panel.Stack.class);
    }
}
