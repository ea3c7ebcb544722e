package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the first start keeps for the next ones makes them quicker, and never makes them fail.
final class StartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KEPT = "start.aot";

    @TempDir
    private Path folder = Path.of("");

    private Distribution bare = new Distribution(Path.of(""), Path.of(""));
    private List<String> rows = List.of();

    @BeforeEach
    void bringAReportIn() throws Exception {
        bare = new Distribution(folder.resolve("工作区"), Files.createDirectories(folder.resolve("papers")));
        Path report = Files.writeString(folder.resolve("报告.txt"), "2021年度临江市信访局部门整体支出绩效自评报告\n一、三公经费\n“三公”经费支出5.76万元。");
        assertThat(bare.call("import", report.toString()).status()).isZero();
        rows = answer(bare);
        assertThat(rows).isNotEmpty();
    }

    @Test
    void answersTheSameWithAGoodADamagedAndAForeignCache() throws Exception {
        Path cache = folder.resolve("cache 缓存");
        Distribution keeping = bare.keepingIn(cache);
        assertThat(answer(keeping)).as("while the first one is made").isEqualTo(rows);
        Path kept = kept(cache);
        assertThat(answer(keeping)).as("with it").isEqualTo(rows);

        byte[] good = Files.readAllBytes(kept);
        byte[] flipped = good.clone();
        for (int i = good.length / 2; i < good.length / 2 + 100_000; i++) {
            flipped[i] ^= 0x5a;
        }
        byte[] noise = new byte[1_000_000];
        new Random(1).nextBytes(noise);
        byte[] otherJava = good.clone();
        for (int i = 8; i < 400; i++) {
            otherJava[i] ^= 1;
        }
        for (byte[] bad : List.of(flipped, noise, otherJava, new byte[0])) {
            Files.write(kept, bad, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(answer(keeping))
                    .as("%s bytes that don't fit", bad.length)
                    .isEqualTo(rows);
        }
    }

    @Test
    void answersWhereNothingCanBeKept() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(answer(bare.keepingIn(file.resolve("cache")))).isEqualTo(rows);
    }

    @Test
    void twoFirstStartsAtOnceDoNotHarmEachOther() throws Exception {
        Path cache = folder.resolve("cache");
        Distribution keeping = bare.keepingIn(cache);
        Process one = keeping.start(folder.resolve("one.out"), folder.resolve("one.err"), "search", "经费", "--json");
        assertThat(answer(keeping)).isEqualTo(rows);
        assertThat(one.waitFor()).isZero();
        kept(cache);
        try (Stream<Path> places = Files.list(cache)) {
            assertThat(places).hasSize(1);
        }
        assertThat(answer(keeping)).isEqualTo(rows);
    }

    /// What is found, without the time that took.
    private static List<String> answer(Distribution gewu) throws Exception {
        Distribution.Answer answer = gewu.call("search", "经费", "--json");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
        return answer.out().stream()
                .map(row -> row.replaceAll("\"(millis|took|ms)\":[0-9.]+", ""))
                .toList();
    }

    /// Waits until the background has made it.
    private static Path kept(Path cache) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try (Stream<Path> places = Files.list(cache)) {
                List<Path> made = places.filter(it -> !it.toString().endsWith(".making"))
                        .map(it -> it.resolve(KEPT))
                        .filter(Files::exists)
                        .toList();
                if (!made.isEmpty()) {
                    return made.getFirst();
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("Nothing was kept in " + cache + " within " + PATIENCE + ".");
    }
}
