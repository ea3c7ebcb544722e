package gewu.problems;

import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in passages that were written and marked before the finder was tried on them. A finder
/// that gets better shows in the lists of what is missed and invented.
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

        String told(String what) {
            return wanted + " " + what + ", " + found + " found, " + right + " right:\n"
                    + String.join("\n", differences);
        }

        void compare(Passages.Passage passage, List<Span> gold, List<Span> got) {
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
                                () -> differences.add(passage.name() + ": missed " + span.in(passage.text())));
            }
            left.forEach(it -> differences.add(passage.name() + ": invented " + it.in(passage.text())));
        }

        /// Links between what is matched; one to or from something invented is invented too.
        void compareLinks(Passages.Passage passage, List<DataRow> rows) {
            Map<String, Span> spans = new HashMap<>();
            rows.forEach(it -> span(it, "span")
                    .ifPresent(span -> spans.put(String.valueOf(it.values().get("id")), span)));
            List<String> left = new ArrayList<>();
            for (DataRow row : rows) {
                if (row.type().equals("link")) {
                    left.add(name(passage, spans.get(String.valueOf(row.values().get("problem")))) + "-"
                            + name(
                                    passage,
                                    spans.get(String.valueOf(row.values().get("remedy")))));
                }
            }
            wanted += passage.links().size();
            found += left.size();
            for (String link : passage.links()) {
                if (left.remove(link)) {
                    right++;
                } else {
                    differences.add(passage.name() + ": missed " + link);
                }
            }
            left.forEach(it -> differences.add(passage.name() + ": invented " + it));
        }

        private static String name(Passages.Passage passage, @Nullable Span found) {
            return passage.marks().entrySet().stream()
                    .filter(it ->
                            found != null && "PR".indexOf(it.getKey().charAt(0)) >= 0 && overlap(it.getValue(), found))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("?");
        }

        private static boolean overlap(Span span, Span passage) {
            int shared = Math.min(span.end(), passage.end()) - Math.max(span.start(), passage.start());
            return 2 * shared >= Math.min(span.length(), passage.length()) && shared > 0;
        }
    }

    @Test
    void passagesOfTheFirstSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages.txt", 0.97, 0.95, 0.9, 0.9);
    }

    @Test
    void passagesOfTheSecondSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages2.txt", 0.93, 0.97, 0.85, 0.85);
    }

    @Test
    void passagesOfTheThirdSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages3.txt", 0.93, 0.95, 0.85, 0.85);
    }

    @Test
    void passagesOfTheFourthSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages4.txt", 0.93, 0.95, 0.85, 0.85);
    }

    @Test
    void passagesOfTheFifthSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages5.txt", 0.95, 0.97, 0.9, 0.92);
    }

    @Test
    void passagesOfTheSixthSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages6.txt", 0.95, 0.97, 0.9, 0.92);
    }

    @Test
    void passagesOfTheSeventhSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages7.txt", 0.95, 0.95, 0.85, 0.9);
    }

    @Test
    void passagesOfTheEighthSetAreReadAsACarefulReaderReadsThem() throws Exception {
        measure("passages8.txt", 0.9, 0.95, 0.9, 0.85);
    }

    private void measure(String file, double leastProblems, double leastRemedies, double leastCauses, double leastLinks)
            throws Exception {
        Score problems = new Score();
        Score remedies = new Score();
        Score causes = new Score();
        Score links = new Score();
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(ReportFinder.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            for (Passages.Passage passage : Passages.all(file)) {
                List<DataRow> rows = rows(bench, passage);
                problems.compare(passage, passage.all('P'), spans(rows, "problem", "span"));
                remedies.compare(passage, passage.all('R'), spans(rows, "remedy", "span"));
                causes.compare(passage, passage.all('C'), spans(rows, "problem", "cause"));
                links.compareLinks(passage, rows);
            }
        }
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(problems.f1()).as(problems.told("problems")).isGreaterThanOrEqualTo(leastProblems);
            all.assertThat(remedies.f1()).as(remedies.told("remedies")).isGreaterThanOrEqualTo(leastRemedies);
            all.assertThat(causes.f1()).as(causes.told("causes")).isGreaterThanOrEqualTo(leastCauses);
            all.assertThat(links.f1()).as(links.told("links")).isGreaterThanOrEqualTo(leastLinks);
        });
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
                .flatMap(it -> span(it, field).stream())
                .distinct()
                .toList();
    }

    private static Optional<Span> span(DataRow row, String field) {
        return row.values().get(field) instanceof Map<?, ?> span
                ? Optional.of(new Span(number(span.get("start")), number(span.get("end"))))
                : Optional.empty();
    }

    private static int number(@Nullable Object value) {
        return value instanceof Integer number ? number : -1;
    }

    private static String number(Passages.Passage passage) {
        return passage.name().substring(0, 2);
    }
}
