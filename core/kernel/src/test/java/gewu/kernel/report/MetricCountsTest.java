package gewu.kernel.report;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.kernel.store.SqliteStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricCountsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Finding.Owner PROSE = new Finding.Owner("metrics", "1.0.0", "prose");
    private static final Finding.Owner OTHER = new Finding.Owner("counting", "1.0.0", "tables");
    private static final List<String> IDS = List.of("", "fin.exp.3public", "fin.exp.basic", "rate.exec");
    private static final List<String> WORDINGS = List.of("三公经费", "接访批次", "支出", "执行率", "办结件数");

    @TempDir
    private Path folder;

    private SqliteStore store;
    private MetricTable metrics;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, NOON);
        metrics = new MetricTable(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsAreThoseOfCountingOneByOneWhateverIsReadAgainOrBroughtInAnew() {
        Random random = new Random(7);
        int[] versions = new int[6];
        for (int turn = 0; turn < 150; turn++) {
            int report = random.nextInt(versions.length);
            String id = "a00000000" + report;
            Finding.Owner owner = random.nextInt(3) == 0 ? OTHER : PROSE;
            if (versions[report] == 0 || random.nextInt(5) == 0) {
                versions[report]++;
                bringIn(id, versions[report]);
                isAsCounted();
            }
            // Now and then an older version is read once more, which counts for nothing.
            int version = 1 + random.nextInt(versions[report]);
            metrics.keep(id, random.nextBoolean() ? versions[report] : version, owner, figures(id, random));
            isAsCounted();
        }
        assertThat(metrics.indicators(MetricFilter.ALL)).isNotEmpty();
    }

    @Test
    void wordingsThatAreNoLongerReadAreForgotten() {
        bringIn("a000000001", 1);
        metrics.keep("a000000001", 1, PROSE, List.of(figure("a000000001", 1, "fin.exp.3public", "支出")));
        metrics.keep("a000000001", 1, PROSE, List.of(figure("a000000001", 1, "fin.exp.3public", "三公经费")));

        assertThat(metrics.indicators(MetricFilter.ALL))
                .containsExactly(new IndicatorCount("fin.exp.3public", "三公经费", 1, 1));
    }

    @Test
    void whatIsUndoneCountsForNothing() {
        bringIn("a000000001", 1);
        try {
            store.inTransaction(() -> {
                metrics.keep("a000000001", 1, PROSE, List.of(figure("a000000001", 1, "", "接访批次")));
                throw new IllegalArgumentException("the import fails");
            });
        } catch (IllegalArgumentException wanted) {
            assertThat(wanted).hasMessageContaining("fails");
        }

        assertThat(metrics.indicators(MetricFilter.ALL)).isEmpty();
    }

    @Test
    void aWorkspaceOfBeforeIsCountedOnce() {
        bringIn("a000000001", 1);
        bringIn("a000000002", 1);
        Random random = new Random(11);
        metrics.keep("a000000001", 1, PROSE, figures("a000000001", random));
        bringIn("a000000001", 2);
        metrics.keep("a000000001", 2, PROSE, figures("a000000001", random));
        metrics.keep("a000000002", 1, OTHER, figures("a000000002", random));
        List<IndicatorCount> before = metrics.indicators(MetricFilter.ALL);
        store.update("DROP TABLE metric_count");
        store.update("DROP TABLE metric_wording");
        store.update("DROP INDEX change_log_by_subject");
        store.update(
                "DELETE FROM script_history WHERE script IN (?, ?)",
                "11-metric-counts.sql",
                "12-changes-by-subject.sql");
        store.close();

        open();

        assertThat(metrics.indicators(MetricFilter.ALL)).isNotEmpty().isEqualTo(before);
        isAsCounted();
    }

    private void isAsCounted() {
        assertThat(metrics.indicators(MetricFilter.ALL)).isEqualTo(metrics.counted(MetricFilter.ALL));
    }

    private void bringIn(String id, int version) {
        ReportFacts facts = new ReportFacts("自评报告", "青禾县水利局", "青禾县", 2021, ReportKind.WHOLE_DEPARTMENT);
        Origin origin = new Origin(
                id + ".txt", "/" + id + ".txt", id + version, 9, "text/plain", NOON.instant(), "text", "1.0.0");
        SourceText text = SourceText.onePage("会议费支出三万元。");
        Report report = new Report(
                id,
                version,
                facts,
                text,
                List.of(new Paragraph(1, 1, 0, 0, text.text().length())),
                List.of());
        store.inTransaction(() -> new ReportTable(store).keep(report, facts, origin, List.of()));
    }

    private static List<Metric> figures(String report, Random random) {
        List<Metric> all = new ArrayList<>();
        int many = random.nextInt(9);
        for (int i = 1; i <= many; i++) {
            all.add(figure(
                    report, i, IDS.get(random.nextInt(IDS.size())), WORDINGS.get(random.nextInt(WORDINGS.size()))));
        }
        return all;
    }

    private static Metric figure(String report, int number, String canonical, String wording) {
        return new Metric(
                wording,
                canonical,
                "2021",
                String.valueOf(number),
                "元",
                BigDecimal.valueOf(number),
                "元",
                new Passage(report, 1, 0, 3, "会议费"),
                0.9,
                "test");
    }
}
