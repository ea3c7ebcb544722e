package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures read from the seeds beside those that a careful reader finds (`seeds/expected/NAME.metrics.tsv`). A
/// failure lists the differences, line by line.
final class SeedMetricsTest {
    private static final Path SEEDS = Path.of(System.getProperty("gewu.root", "../.."), "seeds");
    private static final double LEAST = 0.9;
    private static final int WORDING = 2;

    @Test
    void theSeedsHaveTheFiguresThatACarefulReaderFinds(@TempDir Path folder) throws Exception {
        GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        int wanted = 0;
        int read = 0;
        int same = 0;
        List<String> differences = new ArrayList<>();
        try (TemporaryWorkbench bench = SmallBench.empty(folder)) {
            bench.house()
                    .intake()
                    .bringIn(List.of(SEEDS.resolve("reports")), Intake.Overrides.NONE, Progress.NONE, _ -> {});
            for (ReportSummary summary : bench.house().reports().list(ReportFilter.ALL)) {
                String name = Path.of(summary.file()).getFileName().toString().replace(".txt", "");
                Report report = bench.house().reports().find(summary.id()).orElseThrow();
                List<String> found = new ArrayList<>();
                extractor.extract(report).forEach(it -> found.add(line(report, it)));
                List<String> expected = expected(name);
                wanted += expected.size();
                read += found.size();
                for (String line : expected) {
                    int at = first(found, line);
                    if (at < 0) {
                        differences.add(name + " expects " + line);
                    } else {
                        found.remove(at);
                        same++;
                    }
                }
                found.forEach(it -> differences.add(name + " reads   " + it));
            }
        }
        differences.sort(null);
        double score = 2.0 * same / (wanted + read);

        assertThat(wanted).isGreaterThan(300);
        assertThat(score)
                .as("F1 of " + wanted + " figures, " + read + " read, " + same + " alike:\n"
                        + String.join("\n", differences))
                .isGreaterThanOrEqualTo(LEAST);
    }

    /// The first line that says the same, in whatever words it names the indicator; -1 if there is none.
    private static int first(List<String> lines, String wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (withoutWording(lines.get(i)).equals(withoutWording(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutWording(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
        cells.remove(WORDING);
        return String.join("\t", cells);
    }

    private static List<String> expected(String name) throws IOException {
        List<String> lines = Files.readAllLines(SEEDS.resolve("expected").resolve(name + ".metrics.tsv"));
        return lines.subList(1, lines.size());
    }

    private static String line(Report report, Metric it) {
        int start = it.passage().start();
        String before = report.text().substring(0, start);
        long row = before.chars().filter(c -> c == '\n').count() + 1;
        int column = start - before.lastIndexOf('\n');
        return String.join(
                "\t",
                row + ":" + column,
                it.passage().text().replace("\n", "\\n"),
                it.indicator().replace("\n", "\\n").replace("\t", " "),
                it.canonical(),
                it.kind().id(),
                it.direction().id(),
                it.period(),
                it.known().map(value -> value.toPlainString()).orElse(""),
                it.amountUnit(),
                it.qualifier(),
                it.basis(),
                it.scope(),
                it.base().period());
    }
}
