package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.metric.Metrics.ReadAgain;
import gewu.api.metric.StoredMetric;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMetricsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String TEXT = """
            %s%d年度部门整体支出绩效自评报告

            一、部门概况
            基本支出458.34万元，三公经费%d万元。
            """;

    /// An extractor that knows a few words; another edition of it knows more.
    private static final class WordReader implements MetricExtractor {
        private String known;
        private String edition;

        WordReader(String known, String edition) {
            this.known = known;
            this.edition = edition;
        }

        void become(String others, String another) {
            known = others;
            edition = another;
        }

        @Override
        public String edition() {
            return edition;
        }

        @Override
        public List<Metric> extract(Report report) {
            List<Metric> all = new ArrayList<>();
            Matcher figure = Pattern.compile("(" + known + ")([\\d.]+)万元").matcher(report.text());
            while (figure.find()) {
                int start = figure.start(2);
                Passage passage = report.passage(start, figure.end());
                BigDecimal amount = new BigDecimal(figure.group(2)).movePointRight(4);
                String id = figure.group(1).startsWith("三") ? "fin.exp.3public" : "fin.exp.basic";
                all.add(new Metric(
                        figure.group(1), id, "2021", figure.group(2), "万元", amount, "元", passage, 0.9, "test"));
            }
            return all;
        }
    }

    @TempDir
    private Path folder;

    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final WordReader reader = new WordReader("三公经费", "1");
    private final Contributions plugins =
            Contributions.ofTheHouse().with(MetricExtractor.class, "words", Map.of(), reader);
    private Metrics metrics;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
        reports = new StoredReports(store);
        metrics = new KeptMetrics(store, reports, plugins, _ -> "2.0.0");
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void aFigureComesBackAsItWasReadWithItsWords() throws IOException {
        String id = bringIn("青禾县水利局", 2021, 12);

        Metric figure = metrics.of(id).getFirst();

        Report report = reports.find(id).orElseThrow();
        assertThat(figure).isEqualTo(reader.extract(report).getFirst());
        assertThat(figure.passage().text()).isEqualTo("12万元");
    }

    @Test
    void figuresAreFoundByIndicatorYearAndOrganisation() throws IOException {
        bringIn("青禾县水利局", 2021, 12);
        bringIn("青禾县水利局", 2022, 11);
        bringIn("云岭市公路局", 2022, 30);

        assertThat(found(MetricFilter.of("fin.exp"))).hasSize(3);
        assertThat(found(MetricFilter.of("fin.ex"))).isEmpty();
        assertThat(found(MetricFilter.of("fin.exp.3public").with(new ReportFilter("水利", 2022, 0, Optional.empty()))))
                .extracting(StoredMetric::year, it -> it.metric().value())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2022, "11"));
        assertThat(metrics.indicators(MetricFilter.ALL))
                .containsExactly(new IndicatorCount("fin.exp.3public", "三公经费", 3, 3));
    }

    @Test
    void anotherEditionReadsReportsAgainAndTellsWhatChanged() throws IOException {
        String id = bringIn("青禾县水利局", 2021, 12);
        bringIn("云岭市公路局", 2022, 30);
        assertThat(metrics.outdated()).isZero();

        reader.become("三公经费|基本支出", "2");
        assertThat(metrics.outdated()).isEqualTo(2);
        ReadAgain news = metrics.readAgain(Progress.NONE);

        assertThat(news).isEqualTo(new ReadAgain(2, 2, 2, 0, 0, List.of()));
        assertThat(metrics.of(id)).extracting(Metric::value).containsExactly("458.34", "12");
        assertThat(metrics.outdated()).isZero();
    }

    @Test
    void aReportThatIsSaidToBeAnotherYearsIsReadAgain() throws IOException {
        Path file = write("青禾县水利局", 2021, 12);
        bringIn(file, Intake.Overrides.NONE);
        bringIn(file, new Intake.Overrides("", 2020));
        assertThat(metrics.outdated()).isEqualTo(1);
        metrics.readAgain(Progress.NONE);
        assertThat(metrics.outdated()).isZero();
    }

    private List<StoredMetric> found(MetricFilter filter) {
        List<StoredMetric> all = new ArrayList<>();
        metrics.forEach(filter, all::add);
        return all;
    }

    private String bringIn(String org, int year, int spent) throws IOException {
        return bringIn(write(org, year, spent), Intake.Overrides.NONE);
    }

    private Path write(String org, int year, int spent) throws IOException {
        return Files.writeString(folder.resolve(org + year + ".txt"), TEXT.formatted(org, year, spent));
    }

    private String bringIn(Path file, Intake.Overrides said) {
        FileIntake intake =
                new FileIntake(workspace, store, plugins, new HouseReader(plugins), _ -> "2.0.0", () -> {}, NOON);
        return intake.bringIn(List.of(file), said, Progress.NONE, _ -> {})
                .getFirst()
                .report();
    }
}
