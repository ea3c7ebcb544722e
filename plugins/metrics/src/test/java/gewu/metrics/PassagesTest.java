package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.testkit.SampleReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The figures of our own passages, with words, indicator, role, direction, period and value.
final class PassagesTest {
    private static final double LEAST = 0.97;

    @Test
    void nearlyAllFiguresOfOurPassagesAreReadWhole() {
        GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        int wanted = 0;
        int found = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (Passages.Passage passage : Passages.all()) {
            ReportFacts facts =
                    new ReportFacts("2021年度自评报告", passage.reporter(), "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
            Report report = SampleReport.of("r", 1, facts, passage.text());
            List<String> left = new ArrayList<>(passage.figures());
            wanted += left.size();
            for (Metric metric : extractor.extract(report)) {
                if (metric.canonical().isEmpty()) {
                    continue;
                }
                found++;
                if (left.remove(line(metric))) {
                    right++;
                } else {
                    wrong.add("read   " + line(metric) + "\t" + metric.why());
                }
            }
            left.forEach(it -> wrong.add("missed " + it));
        }
        double score = 2.0 * right / (found + wanted);
        assertThat(score)
                .as("F1 of " + wanted + " figures, " + found + " read, " + right + " right:\n"
                        + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static String line(Metric it) {
        return String.join(
                "\t",
                it.passage().text(),
                it.canonical(),
                it.kind().id(),
                it.direction() == Metric.Direction.NONE ? "-" : it.direction().id(),
                it.period().equals("2021") ? "." : it.period(),
                it.known().map(value -> value.toPlainString()).orElse("-"));
    }
}
