package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Check;
import gewu.api.metric.Check.Verdict;
import gewu.api.report.CleanText;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checks of our own passages: each kind of relation, each verdict. `audits.txt` is for reading.
final class AuditPassagesTest {
    private record Passage(String text, List<String> checks) {
        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @MethodSource("passages")
    void aPassageGivesItsChecksAndNoOtherIsViolated(Passage passage) {
        List<Check> checks = Sample.audit(passage.text().replace("||", "\n\n"));
        Set<String> found = checks.stream().map(AuditPassagesTest::line).collect(Collectors.toSet());
        List<String> wanted =
                passage.checks().stream().filter(it -> !it.equals("none")).toList();

        assertThat(found).containsAll(wanted);
        assertThat(checks.stream()
                        .filter(it -> it.verdict() == Verdict.VIOLATED)
                        .map(AuditPassagesTest::line))
                .isSubsetOf(wanted);
    }

    private static String line(Check it) {
        return String.join(
                "\t",
                it.kind().id(),
                it.verdict().id(),
                it.operands().stream()
                        .map(operand -> CleanText.joined(operand.passage().text()))
                        .collect(Collectors.joining("|")));
    }

    static Stream<Passage> passages() throws Exception {
        List<Passage> all = new ArrayList<>();
        try (InputStream stream = AuditPassagesTest.class.getResourceAsStream("/audits.txt")) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(">")) {
                    all.add(new Passage(line.substring(1), new ArrayList<>()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    all.getLast().checks().add(line);
                }
            }
        }
        return all.stream();
    }
}
