package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.testkit.HostileFolder;
import gewu.testkit.HostileFolder.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of hostile files, brought in by the distribution as people run it.
final class HostileFolderIT {
    private static final Pattern ROW = Pattern.compile(
            "\"file\":\"(?<file>.*?)\",\"state\":\"(?<state>[a-z_]+)\".*?\"reason\":(?<reason>null|\".*\"),\"pages\"");

    private static final Pattern ENGLISH = Pattern.compile(
            "(^|[ ,。：“（\"])(It|Its|The|This|Page|Open|Save|Ask|See|Check|Split|Unpack|Reading) [a-z]+ [a-z]+");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyHostileFileEndsInOneStateAndHarmsNothing() throws Exception {
        Path papers = folder.resolve("来件");
        Map<String, End> expected = HostileFolder.fill(papers);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(60);
        Map<String, Long> before = sizes();
        Distribution gewu = new Distribution(folder.resolve("工作区"), Files.createDirectories(folder.resolve("papers")));

        Distribution.Answer answer = gewu.call("import", papers.toString(), "--json");

        assertThat(answer.status()).as("some failed: %s", answer.err()).isEqualTo(1);
        Map<String, String> states = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (String row : answer.out()) {
            Matcher matcher = ROW.matcher(row);
            assertThat(matcher.find()).as(row).isTrue();
            String name = matcher.group("file").substring(papers.toString().length() + 1);
            assertThat(states.put(name, matcher.group("state")))
                    .as("told twice: " + name)
                    .isNull();
            reasons.put(name, matcher.group("reason"));
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        expected.forEach((name, end) -> {
            String state = states.getOrDefault(name, "nothing");
            if (!isRight(end, state)) {
                wrong.put(name, state + ", expected " + end + ": " + reasons.get(name));
            }
        });
        assertThat(wrong).isEmpty();
        reasons.forEach((name, reason) -> {
            if (states.getOrDefault(name, "").equals("failed")) {
                assertThat(reason).as(name).hasSizeGreaterThan(20).doesNotContain("\\tat ", "Exception: java");
            }
        });
        assertThat(tellsInEnglish(gewu)).isEmpty();
        assertThat(states).containsEntry("上级目录.zip!/../../../逃走.txt", "imported");
        assertThat(gewu.call("doctor", "--json").out())
                .isNotEmpty()
                .noneSatisfy(finding -> assertThat(finding).contains("\"state\":\"broken\""));
        assertThat(sizes())
                .as("nothing is written outside the workspace, and no file is touched")
                .isEqualTo(before);
        assertThat(folder.resolve("工作区/state/unpacked")).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(it -> it.info().commandLine().stream())
                        .filter(it -> it.contains("gewu.kernel.read.Worker") && it.contains(folder.toString())))
                .as("no worker is left")
                .isEmpty();
        assertThat(gewu.call("import", papers.toString(), "--json").out())
                .as("a second time: each file once again")
                .hasSizeGreaterThanOrEqualTo(expected.size());
    }

    /// Which reasons and next moves people who read Chinese get in English; what a library says in brackets aside.
    private List<String> tellsInEnglish(Distribution gewu) throws Exception {
        Path list = folder.resolve("papers/清单.csv");
        Distribution.Answer written = gewu.call("files", "--lang", "zh", "--csv", list.toString());
        assertThat(written.status()).as(written.err()).isZero();
        List<String> rows = Files.readAllLines(list);
        assertThat(rows).hasSizeGreaterThan(60);
        return rows.stream().filter(row -> ENGLISH.matcher(row).find()).toList();
    }

    private static boolean isRight(End end, String state) {
        return switch (end) {
            case READ -> List.of("imported", "updated", "duplicate").contains(state);
            case FAILED -> state.equals("failed");
            case EITHER -> List.of("imported", "failed", "duplicate").contains(state);
            case ANY -> List.of("imported", "failed", "needs_ocr", "duplicate").contains(state);
        };
    }

    /// All files around the workspace, and their sizes.
    private Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : new TreeSet<>(all.toList())) {
                boolean isInside = path.startsWith(folder.resolve("工作区")) || path.startsWith(folder.resolve("papers"));
                if (!isInside && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    sizes.put(path.toString(), Files.size(path));
                }
            }
        }
        return sizes;
    }
}
