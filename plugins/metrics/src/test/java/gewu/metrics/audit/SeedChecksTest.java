package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.workbench.DataRow;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The audit of the seeds beside what a careful reader expects (`seeds/expected/NAME.checks.tsv`): nothing is violated
/// that the reader doesn't call so, and nearly all that the reader works out is found. A failure lists the differences.
final class SeedChecksTest {
    private static final Path SEEDS = Path.of(System.getProperty("gewu.root", "../.."), "seeds");
    private static final double LEAST = 0.9;

    @Test
    void theSeedsHaveTheChecksThatACarefulReaderExpects(@TempDir Path folder) throws Exception {
        int wanted = 0;
        int met = 0;
        List<String> differences = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (TemporaryWorkbench bench = Sample.workbench(folder)) {
            bench.house()
                    .intake()
                    .bringIn(List.of(SEEDS.resolve("reports")), Intake.Overrides.NONE, Progress.NONE, _ -> {});
            List<DataRow> rows = bench.run("audit").rows();
            for (ReportSummary report : bench.house().reports().list(ReportFilter.ALL)) {
                String name = Path.of(report.file()).getFileName().toString().replace(".txt", "");
                List<String> expected = expected(name);
                List<String> found = rows.stream()
                        .filter(it -> report.id().equals(it.values().get("report")))
                        .map(SeedChecksTest::line)
                        .collect(Collectors.toCollection(ArrayList::new));
                wanted += expected.size();
                for (String line : expected) {
                    if (found.remove(line)) {
                        met++;
                    } else {
                        differences.add("missed " + name + ": " + line);
                    }
                }
                for (String line : found) {
                    differences.add("found  " + name + ": " + line);
                    if (line.contains("\tviolated\t")) {
                        wrong.add(line);
                    }
                }
            }
        }
        String told = String.join("\n", differences);

        assertThat(wrong).as(told).isEmpty();
        assertThat(wanted).isGreaterThan(100);
        assertThat((double) met / wanted)
                .as(met + " of " + wanted + "\n" + told)
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static List<String> expected(String name) throws Exception {
        List<String> lines = Files.readAllLines(SEEDS.resolve("expected").resolve(name + ".checks.tsv"));
        return lines.subList(1, lines.size());
    }

    private static String line(DataRow row) {
        String figures = row.values().get("operands") instanceof List<?> operands
                ? operands.stream()
                        .map(it -> String.valueOf(((Map<?, ?>) it).get("text")).replaceAll("\\s", ""))
                        .collect(Collectors.joining(" | "))
                : "";
        return row.values().get("kind") + "\t" + row.values().get("verdict") + "\t" + figures;
    }
}
