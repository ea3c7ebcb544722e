package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The distribution under `target/gewu`, each plugin in its own class loader, run as people run it.
final class DistributionIT {
    private static final int FILES = 200;

    @TempDir
    private Path folder = Path.of("");

    private Distribution gewu = new Distribution(Path.of(""), Path.of(""));

    @BeforeEach
    void open() throws IOException {
        Path papers = Files.createDirectories(folder.resolve("papers"));
        gewu = new Distribution(folder.resolve("工作区"), papers);
    }

    @Test
    void everyBundledPluginIsThereAndWell() throws Exception {
        Distribution.Answer answer = gewu.call("plugins", "--json");
        assertThat(answer.status()).as(answer.err()).isZero();
        for (String id : bundled()) {
            assertThat(answer.out())
                    .anySatisfy(row -> assertThat(row)
                            .contains("\"id\":\"" + id + "\"")
                            .containsPattern("\"state\":\"(resolved|active)\""));
        }
    }

    /// Every room of plugins, the index, and what the house contributes itself.
    private static List<String> bundled() throws IOException {
        try (Stream<Path> rooms =
                Files.list(Path.of(System.getProperty("gewu.root", ".")).resolve("plugins"))) {
            return Stream.concat(
                            rooms.filter(Files::isDirectory)
                                    .map(it -> it.getFileName().toString()),
                            Stream.of("index", "kernel", "workbench"))
                    .toList();
        }
    }

    @Test
    void bringsTheSamplesInAndFindsAWordBehindItsQuotationMarks() throws Exception {
        Path samples = Path.of(System.getProperty("gewu.root", "."), "seeds", "reports");
        Distribution.Answer brought = gewu.call("import", samples.toString(), "--json");
        assertThat(brought.status()).as(brought.err()).isZero();
        assertThat(brought.out()).hasSize(5).allSatisfy(row -> assertThat(row).contains("\"state\":\"imported\""));

        Distribution.Answer found = gewu.call("search", "三公经费", "--json", "--limit", "0");
        assertThat(found.status()).as(found.err()).isZero();
        assertThat(found.out().getLast()).contains("\"type\":\"total\"").doesNotContain("\"paragraphs\":0,");
        assertThat(gewu.call("doctor", "--json").out()).isNotEmpty().allSatisfy(DistributionIT::isWell);
    }

    @Test
    void aKillDuringAnImportLosesNothingAndDoublesNothing() throws Exception {
        killAndFinish(2);
    }

    @Test
    @Tag("soak")
    void twentyKillsDuringImportsLoseNothingAndDoubleNothing() throws Exception {
        killAndFinish(20);
    }

    /// Kills one import after another at a moment nobody chose, each time over more files; then lets one finish.
    private void killAndFinish(int kills) throws Exception {
        Random random = new Random(20);
        int killed = 0;
        for (int round = 1; round <= kills; round++) {
            Path files = write(round);
            Process process = gewu.start(
                    folder.resolve("killed.out"), folder.resolve("killed.err"), "import", files.toString(), "--json");
            if (!process.waitFor(500 + random.nextLong(2_500), TimeUnit.MILLISECONDS)) {
                killed++;
            }
            process.destroyForcibly().waitFor();

            assertThat(gewu.call("doctor", "--json").out())
                    .as("after kill %s: the index may lag behind, nothing is broken", round)
                    .isNotEmpty()
                    .noneSatisfy(finding -> assertThat(finding).contains("\"state\":\"broken\""));
            Distribution.Answer finished = gewu.call("import", files.toString(), "--json");
            assertThat(finished.status()).as(finished.err()).isZero();
            assertThat(finished.out()).hasSize(FILES);
            assertThat(gewu.call("reports", "--json").out())
                    .hasSize(FILES * round)
                    .doesNotHaveDuplicates();
            assertThat(gewu.call("doctor", "--json").out()).isNotEmpty().allSatisfy(DistributionIT::isWell);
            assertThat(total("绩效"))
                    .as("reports that hold the word, after kill %s", round)
                    .isEqualTo(FILES * round);
        }
        System.out.println(killed + " of " + kills + " imports were killed on the way; nothing lost, nothing twice");
        assertThat(killed).isPositive();
    }

    /// In how many reports the index finds a word that stands in each.
    private int total(String word) throws Exception {
        String row = gewu.call("search", word, "--json", "--limit", "0").out().getLast();
        return Integer.parseInt(row.replaceFirst(".*\"reports\":(\\d+).*", "$1"));
    }

    private static void isWell(String finding) {
        assertThat(finding).contains("\"state\":\"well\"");
    }

    private Path write(int round) throws IOException {
        Path files = Files.createDirectories(folder.resolve("来件" + round));
        ReportGenerator generator = new ReportGenerator(round);
        for (int i : IntStream.range(0, FILES).toArray()) {
            Files.writeString(
                    files.resolve(String.format("%03d.txt", i)),
                    generator.report(i).text());
        }
        return files;
    }
}
