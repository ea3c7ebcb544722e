package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [MetricExtractor] must do. Extend it in the extractor's own package and add cases of your own.
public abstract class ExtractorContract {
    /// The extractor under test.
    protected abstract MetricExtractor extractor();

    /// The reports it is tried on; in at least one of them it finds something.
    protected List<Report> reports() {
        ReportGenerator generator = new ReportGenerator(23);
        return generator
                .reports(8)
                .map(made -> SampleReport.of(made.name(), made))
                .toList();
    }

    @Test
    void findsSomething() {
        assertThat(reports()).anyMatch(report -> !extractor().extract(report).isEmpty());
    }

    @Test
    void everyFigureStandsWhereItClaims() {
        for (Report report : reports()) {
            for (Metric metric : extractor().extract(report)) {
                Evidence.standsIn(report, metric.passage());
                assertThat(Evidence.plain(metric.passage().text())).contains(Evidence.plain(metric.value()));
                Evidence.isShare(metric.confidence());
                assertThat(metric.indicator()).isNotBlank();
                assertThat(metric.why()).isNotBlank();
            }
        }
    }

    @Test
    void figuresComeInReadingOrder() {
        for (Report report : reports()) {
            assertThat(extractor().extract(report).stream()
                            .map(metric -> metric.passage().start()))
                    .isSorted();
        }
    }

    @Test
    void theSameReportGivesTheSameFiguresTwice() {
        for (Report report : reports()) {
            assertThat(extractor().extract(report)).isEqualTo(extractor().extract(report));
        }
    }

    @Test
    void aReportWithoutWordsHasNoFigures() {
        assertThat(extractor().extract(SampleReport.of("空", ""))).isEmpty();
    }

    @Test
    void oneExtractorServesFourThreads() throws Exception {
        MetricExtractor shared = extractor();
        Report report = reports().getFirst();

        FourThreads.allGet(shared.extract(report), () -> shared.extract(report));
    }
}
