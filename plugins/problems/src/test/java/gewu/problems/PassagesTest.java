package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Problems;
import gewu.api.report.Passage;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in passages that were written and marked before the finder was tried on them. A finder that gets better
/// shows in the lists of what is missed and invented.
class PassagesTest {
    @TempDir
    Path folder;

    /// What was right, found and wanted, and each difference in a line.
    private static final class Score {
        private int right;
        private int found;
        private int wanted;
        private final List<String> differences = new ArrayList<>();

        double f1() {
            return 2.0 * right / (found + wanted);
        }

        void compare(String name, List<Span> gold, List<Passage> got) {
            wanted += gold.size();
            found += got.size();
            List<Passage> left = new ArrayList<>(got);
            for (Span span : gold) {
                left.stream()
                        .filter(it -> overlap(span, it))
                        .findFirst()
                        .ifPresentOrElse(
                                it -> {
                                    right++;
                                    left.remove(it);
                                },
                                () -> differences.add(name + ": missed " + span));
            }
            left.forEach(it -> differences.add(name + ": invented " + it.text()));
        }

        private static boolean overlap(Span span, Passage passage) {
            int shared = Math.min(span.end(), passage.end()) - Math.max(span.start(), passage.start());
            return 2 * shared >= Math.min(span.length(), passage.text().length()) && shared > 0;
        }
    }

    @Test
    void passagesOfTheFirstSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages.txt", 0.97, 0.95, 0.9);
    }

    @Test
    void passagesOfTheSecondSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages2.txt", 0.93, 0.97, 0.85);
    }

    private void measure(String file, double leastProblems, double leastRemedies, double leastCauses) throws Exception {
        Score problems = new Score();
        Score remedies = new Score();
        Score causes = new Score();
        Map<String, Findings> found = read(file);
        for (Passages.Passage passage : Passages.all(file)) {
            Findings findings = found.getOrDefault(number(passage), Findings.NONE);
            problems.compare(
                    passage.name(),
                    passage.all('P'),
                    findings.problems().stream()
                            .filter(it -> it.scope() == Scope.CORE)
                            .map(Findings.Problem::passage)
                            .toList());
            remedies.compare(
                    passage.name(),
                    passage.all('R'),
                    findings.remedies().stream()
                            .filter(it -> it.scope() == Scope.CORE)
                            .map(Findings.Remedy::passage)
                            .toList());
            causes.compare(
                    passage.name(),
                    passage.all('C'),
                    findings.causes().stream().map(Findings.Cause::passage).distinct().toList());
        }
        assertThat(problems.f1()).as("problems: " + problems.differences).isGreaterThanOrEqualTo(leastProblems);
        assertThat(remedies.f1()).as("remedies: " + remedies.differences).isGreaterThanOrEqualTo(leastRemedies);
        assertThat(causes.f1()).as("causes: " + causes.differences).isGreaterThanOrEqualTo(leastCauses);
    }

    /// The findings by the number of the passage, each a file of its own.
    private Map<String, Findings> read(String file) throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(ReportFinder.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            for (Passages.Passage passage : Passages.all(file)) {
                bench.bringIn("passage-" + number(passage) + ".txt", passage.text());
            }
            Map<String, String> names = new HashMap<>();
            for (ReportSummary report : bench.service(Reports.class).list(ReportFilter.ALL)) {
                String name = report.file();
                names.put(report.id(), name.substring(name.indexOf("passage-") + 8, name.indexOf("passage-") + 10));
            }
            Map<String, Findings> found = new HashMap<>();
            bench.service(Problems.class)
                    .forEach(ReportFilter.ALL, it -> found.put(names.get(it.report()), it.findings()));
            return found;
        }
    }

    private static String number(Passages.Passage passage) {
        return passage.name().substring(0, 2);
    }
}
