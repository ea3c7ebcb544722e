package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in passages that were written and marked before the finder was tried on them. A finder that gets
/// better
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

        void compare(String name, List<Span> gold, List<Span> got) {
            wanted += gold.size();
            found += got.size();
            List<Span> left = new ArrayList<>(got);
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
            left.forEach(it -> differences.add(name + ": invented " + it));
        }

        private static boolean overlap(Span span, Span passage) {
            int shared = Math.min(span.end(), passage.end()) - Math.max(span.start(), passage.start());
            return 2 * shared >= Math.min(span.length(), passage.length()) && shared > 0;
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
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(ReportFinder.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            for (Passages.Passage passage : Passages.all(file)) {
                List<DataRow> rows = rows(bench, passage);
                problems.compare(passage.name(), passage.all('P'), spans(rows, "problem", "span"));
                remedies.compare(passage.name(), passage.all('R'), spans(rows, "remedy", "span"));
                causes.compare(passage.name(), passage.all('C'), spans(rows, "problem", "cause"));
            }
        }
        assertThat(problems.f1()).as("problems: " + problems.differences).isGreaterThanOrEqualTo(leastProblems);
        assertThat(remedies.f1()).as("remedies: " + remedies.differences).isGreaterThanOrEqualTo(leastRemedies);
        assertThat(causes.f1()).as("causes: " + causes.differences).isGreaterThanOrEqualTo(leastCauses);
    }

    private static List<DataRow> rows(TemporaryWorkbench bench, Passages.Passage passage) throws Exception {
        String report = bench.bringIn("passage-" + number(passage) + ".txt", passage.text())
                .report();
        RecordedOutput output = RecordedOutput.json();
        bench.extension(Command.class, "problems")
                .run(new CommandCall(List.of(), Map.of("--report", List.of(report))), output);
        return output.rows();
    }

    /// The passages of core findings in a field of the rows.
    private static List<Span> spans(List<DataRow> rows, String type, String field) {
        return rows.stream()
                .filter(it ->
                        it.type().equals(type) && "core".equals(it.values().get("scope")))
                .flatMap(it -> it.values().get(field) instanceof Map<?, ?> span ? Stream.of(span) : Stream.empty())
                .map(it -> new Span(number(it.get("start")), number(it.get("end"))))
                .distinct()
                .toList();
    }

    private static int number(@Nullable Object value) {
        return value instanceof Integer number ? number : -1;
    }

    private static String number(Passages.Passage passage) {
        return passage.name().substring(0, 2);
    }
}
