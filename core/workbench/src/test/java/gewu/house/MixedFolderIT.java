package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.testkit.MixedFolder;
import gewu.testkit.MixedFolder.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of every kind, some broken, brought in by the distribution while somebody pulls the plug.
final class MixedFolderIT {
    private static final Pattern ROW = Pattern.compile("\"file\":\"(?<file>.*?)\",.*?\"state\":\"(?<state>[a-z_]+)\"");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFileOfAMixedFolderIsInOneRightStateAfterTwoKills() throws Exception {
        killOnTheWay(150, 2);
    }

    @Test
    @Tag("soak")
    void everyFileOfAThousandIsInOneRightStateAfterTenKills() throws Exception {
        killOnTheWay(1_000, 10);
    }

    /// Kills one import of one folder again and again, each time a little later; each next one goes on where it ended.
    private void killOnTheWay(int files, int kills) throws Exception {
        Path papers = folder.resolve("来件");
        Map<String, End> expected = MixedFolder.fill(papers, files, 7);
        Distribution gewu = new Distribution(folder.resolve("工作区"), Files.createDirectories(folder.resolve("papers")));
        Random random = new Random(7);
        int killed = 0;
        for (int i = 0; i < kills; i++) {
            // the first names the folder, the others go on with what it left undone
            List<String> words = i == 0 ? List.of("import", papers.toString(), "--json") : List.of("import", "--json");
            Process process = gewu.start(
                    folder.resolve("killed.out"), folder.resolve("killed.err"), words.toArray(String[]::new));
            if (!process.waitFor(1_500 + random.nextLong(2_000), TimeUnit.MILLISECONDS)) {
                killed++;
            }
            process.destroyForcibly().waitFor();
            assertThat(gewu.call("doctor", "--json").out())
                    .as("after kill %s: the index may lag behind, nothing is broken", i + 1)
                    .isNotEmpty()
                    .noneSatisfy(finding -> assertThat(finding).contains("\"state\":\"broken\""));
        }
        System.out.println(killed + " of " + kills + " imports were killed on the way");
        assertThat(killed).isPositive();
        waitForWorkersToEnd();

        Distribution.Answer last = gewu.call("import", papers.toString(), "--json");

        assertThat(last.status()).as("some files are broken: %s", last.err()).isEqualTo(1);
        Map<String, String> states = new TreeMap<>();
        for (String row : gewu.call("files", "--json").out()) {
            Matcher matcher = ROW.matcher(row);
            assertThat(matcher.find()).as(row).isTrue();
            String name = matcher.group("file").substring(papers.toString().length() + 1);
            assertThat(states.put(name, matcher.group("state")))
                    .as("twice: " + name)
                    .isNull();
        }
        Map<String, String> wrong = new TreeMap<>();
        expected.forEach((name, end) -> {
            String state = states.getOrDefault(name, "nothing");
            boolean isRight =
                    end == End.READ ? List.of("imported", "duplicate").contains(state) : state.equals("failed");
            if (!isRight) {
                wrong.put(name, state + ", expected " + end);
            }
        });
        assertThat(wrong).isEmpty();
        long readable = expected.values().stream().filter(it -> it == End.READ).count();
        assertThat(gewu.call("reports", "--json").out())
                .as("each readable file is one report, none twice")
                .hasSize((int) readable)
                .doesNotHaveDuplicates();
        assertThat(gewu.call("doctor", "--json").out())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).contains("\"state\":\"well\""));
        assertThat(folder.resolve("工作区/state/unpacked")).doesNotExist();
    }

    /// A worker whose house is gone ends by itself.
    private void waitForWorkersToEnd() throws InterruptedException {
        for (int i = 0; i < 100 && workers() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(workers()).as("workers left behind by killed imports").isZero();
    }

    private long workers() {
        return ProcessHandle.allProcesses()
                .flatMap(it -> it.info().commandLine().stream())
                .filter(it -> it.contains("gewu.kernel.read.Worker") && it.contains(folder.toString()))
                .count();
    }
}
