package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Cause;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Scope;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The problems, causes, remedies and links found in the seeds beside those that a careful reader finds
/// (`seeds/expected/NAME.problems.tsv`). A failure lists the differences, line by line.
final class SeedProblemsTest {
    private static final Path SEEDS = Path.of(System.getProperty("gewu.root", "../.."), "seeds");
    private static final double LEAST = 0.95;
    private static final double LEAST_LINKS = 0.7;

    /// What was right, found and wanted, and each difference in a line.
    private static final class Score {
        private final String what;
        private int right;
        private int found;
        private int wanted;
        private final List<String> differences = new ArrayList<>();

        Score(String what) {
            this.what = what;
        }

        double f1() {
            return 2.0 * right / (found + wanted);
        }

        String told() {
            return "F1 of " + wanted + " " + what + ", " + found + " found, " + right + " right:\n"
                    + String.join("\n", differences);
        }
    }

    /// A row of a table of expected findings.
    private record Row(String what, String id, String of, String fragment) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(
                    cells[0], cells[1], cells[2], cells[3].replace("\\n", "\n").replace("\\t", "\t"));
        }
    }

    private final Score problems = new Score("problems");
    private final Score remedies = new Score("remedies");
    private final Score causes = new Score("causes");
    private final Score links = new Score("links");

    @Test
    void theSeedsHaveTheProblemsAndRemediesThatACarefulReaderFinds(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = SmallBench.empty(folder)) {
            bench.house()
                    .intake()
                    .bringIn(List.of(SEEDS.resolve("reports")), Intake.Overrides.NONE, Progress.NONE, _ -> {});
            for (ReportSummary summary : bench.house().reports().list(ReportFilter.ALL)) {
                String name = Path.of(summary.file()).getFileName().toString().replace(".txt", "");
                Report report = bench.house().reports().find(summary.id()).orElseThrow();
                compare(name, report.text(), new ReportFinder().find(report));
            }
        }

        assertThat(problems.wanted).isEqualTo(13);
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(problems.f1()).as(problems.told()).isGreaterThanOrEqualTo(LEAST);
            all.assertThat(remedies.f1()).as(remedies.told()).isGreaterThanOrEqualTo(LEAST);
            all.assertThat(causes.f1()).as(causes.told()).isGreaterThanOrEqualTo(LEAST);
            all.assertThat(links.f1()).as(links.told()).isGreaterThanOrEqualTo(LEAST_LINKS);
        });
    }

    private void compare(String name, String text, Findings found) throws IOException {
        List<Row> rows = expected(name);
        List<Problem> named =
                found.problems().stream().filter(it -> it.scope() == Scope.CORE).toList();
        List<Remedy> promised =
                found.remedies().stream().filter(it -> it.scope() == Scope.CORE).toList();
        Map<String, String> idOf = new HashMap<>();
        match(
                name,
                text,
                of(rows, "problem"),
                named.stream().map(Problem::passage).toList(),
                named.stream().map(Problem::id).toList(),
                problems,
                idOf);
        match(
                name,
                text,
                of(rows, "remedy"),
                promised.stream().map(Remedy::passage).toList(),
                promised.stream().map(Remedy::id).toList(),
                remedies,
                idOf);
        compareCauses(name, text, of(rows, "cause"), found.causes(), idOf);
        compareLinks(name, of(rows, "link"), found.links(), idOf);
    }

    /// One to one, by the order of the table.
    private static void match(
            String name,
            String text,
            List<Row> rows,
            List<Passage> passages,
            List<String> ids,
            Score score,
            Map<String, String> idOf) {
        Set<Integer> left = new HashSet<>();
        for (int i = 0; i < passages.size(); i++) {
            left.add(i);
        }
        score.wanted += rows.size();
        score.found += passages.size();
        for (Row row : rows) {
            left.stream()
                    .sorted()
                    .filter(it -> isMatch(text, row.fragment(), passages.get(it)))
                    .findFirst()
                    .ifPresentOrElse(
                            it -> {
                                left.remove(it);
                                score.right++;
                                idOf.put(row.id(), ids.get(it));
                            },
                            () -> score.differences.add(name + " expects " + row.id() + " " + row.fragment()));
        }
        left.stream()
                .sorted()
                .forEach(it -> score.differences.add(name + " finds   " + ids.get(it) + " "
                        + passages.get(it).text()));
    }

    private void compareCauses(String name, String text, List<Row> rows, List<Cause> found, Map<String, String> idOf) {
        Map<Passage, Set<String>> of = new HashMap<>();
        found.forEach(
                it -> of.computeIfAbsent(it.passage(), _ -> new HashSet<>()).add(it.problem()));
        causes.wanted += rows.size();
        causes.found += of.size();
        Set<Passage> left = new HashSet<>(of.keySet());
        for (Row row : rows) {
            String problem = idOf.getOrDefault(row.of(), "");
            of.entrySet().stream()
                    .filter(it -> left.contains(it.getKey())
                            && it.getValue().contains(problem)
                            && isMatch(text, row.fragment(), it.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            it -> {
                                left.remove(it.getKey());
                                causes.right++;
                            },
                            () -> causes.differences.add(
                                    name + " expects " + row.id() + " of " + row.of() + " " + row.fragment()));
        }
        left.forEach(it -> causes.differences.add(name + " finds   " + it.text() + " of " + of.get(it)));
    }

    private void compareLinks(String name, List<Row> rows, List<Link> found, Map<String, String> idOf) {
        Set<String> left = new HashSet<>();
        found.forEach(it -> left.add(it.problem() + "-" + it.remedy()));
        links.wanted += rows.size();
        links.found += left.size();
        for (Row row : rows) {
            boolean isFound = left.remove(idOf.getOrDefault(row.id(), "") + "-" + idOf.getOrDefault(row.of(), ""));
            links.right += isFound ? 1 : 0;
            if (!isFound) {
                links.differences.add(name + " expects " + row.id() + "-" + row.of() + " " + row.fragment());
            }
        }
        Map<String, String> names = new HashMap<>();
        idOf.forEach((mine, theirs) -> names.put(theirs, mine));
        left.stream().sorted().forEach(it -> {
            String[] both = it.split("-");
            links.differences.add(name + " finds   " + names.getOrDefault(both[0], "(" + both[0] + ")") + "-"
                    + names.getOrDefault(both[1], "(" + both[1] + ")"));
        });
    }

    /// Whether what was found holds the fragment or half of the shorter one is common to both; a fragment is looked for
    /// from the end of the text, where problems stand.
    private static boolean isMatch(String text, String fragment, Passage passage) {
        int start = text.lastIndexOf(fragment);
        assertThat(start).as(fragment).isNotNegative();
        int end = start + fragment.length();
        int shared = Math.min(end, passage.end()) - Math.max(start, passage.start());
        int shorter = Math.min(fragment.length(), passage.end() - passage.start());
        return shared > 0 && 2 * shared >= shorter;
    }

    private static List<Row> of(List<Row> rows, String what) {
        return rows.stream().filter(it -> it.what().equals(what)).toList();
    }

    private static List<Row> expected(String name) throws IOException {
        List<String> lines = Files.readAllLines(SEEDS.resolve("expected").resolve(name + ".problems.tsv"));
        return lines.stream().skip(1).map(Row::of).toList();
    }
}
