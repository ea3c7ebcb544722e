package gewu.workbench.page;

import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.StoredMetric;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Passage;
import gewu.api.report.ReportFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/// What a trial house knows of the words of its report `r-1`: one figure and one problem.
final class TrialFindings {
    private TrialFindings() {}

    static final class Figures implements Metrics {
        @Override
        public List<Metric> of(String report) {
            return report.equals("r-1")
                    ? List.of(new Metric(
                            "三公经费",
                            "fin.exp.3public",
                            "2021",
                            "３.２",
                            "万元",
                            new BigDecimal("32000"),
                            "元",
                            new Passage("r-1", 1, 30, 35, "３.２万元"),
                            1,
                            "told"))
                    : List.of();
        }

        @Override
        public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {}

        @Override
        public List<IndicatorCount> indicators(MetricFilter filter) {
            return List.of();
        }

        @Override
        public int outdated() {
            return 0;
        }

        @Override
        public ReadAgain readAgain(Progress progress) {
            return new ReadAgain(0, 0, 0, 0, 0, List.of());
        }
    }

    static final class Admitted implements Problems {
        @Override
        public List<StoredFindings> of(String report) {
            Findings.Problem problem = new Findings.Problem("P1", "预算编制", new Passage("r-1", 1, 56, 62, "预算编制不细"), 1);
            return report.equals("r-1")
                    ? List.of(new StoredFindings(
                            "r-1",
                            1,
                            "南江市档案馆",
                            2021,
                            "trial",
                            "reader",
                            "1",
                            new Findings(List.of(problem), List.of(), List.of(), List.of())))
                    : List.of();
        }

        @Override
        public void forEach(ReportFilter reports, Consumer<StoredFindings> each) {}

        @Override
        public int outdated() {
            return 0;
        }

        @Override
        public ReadAgain readAgain(Progress progress) {
            return new ReadAgain(0, 0, 0, 0, 0, List.of());
        }
    }
}
