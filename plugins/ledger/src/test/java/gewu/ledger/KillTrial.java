package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.HealthFinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Kills who writes to a ledger at a random moment, again and again on the same ledger, and looks whether all that was
/// acknowledged is there, the chain unbroken, each item the fold of its events, and no batch half there.
final class KillTrial {
    private static final int AT_ONCE = 7;

    private final Path folder;
    private final Random random;

    KillTrial(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /// @return how many events the ledger has afterwards
    long run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        long acknowledged = writeAndKill();
        try (Desk desk = Desk.in(folder)) {
            long events = desk.ledger.log().head().sequence();
            assertThat(events).as("no acknowledged event is lost").isGreaterThanOrEqualTo(acknowledged);
            assertThat(new LedgerHealth(desk.ledger).check())
                    .extracting(HealthFinding::state)
                    .containsOnly(HealthFinding.State.WELL);
            assertThat(desk.store.first("PRAGMA integrity_check", row -> row.text("integrity_check")))
                    .contains("ok");
            List<Event> batches = desk.ledger.log().batches(3);
            assertThat(batches)
                    .allSatisfy(it -> assertThat(desk.ledger.log().countOf(it.batch()))
                            .isEqualTo(it.act().equals("party") ? 1 : AT_ONCE));
            return events;
        }
    }

    private long writeAndKill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriteUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader words = process.inputReader()) {
            assertThat(words.readLine()).isEqualTo("begins");
            int wanted = random.nextInt(20);
            for (int i = 0; i < wanted; i++) {
                acknowledged = number(words.readLine());
            }
            Thread.sleep(random.nextInt(8), random.nextInt(999_999));
            // Not by way of the process itself: that would throw away what it said last.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                acknowledged = number(line);
            }
        }
        return acknowledged;
    }

    private static long number(@Nullable String line) {
        assertThat(line).as("what the writer says, until it is killed").matches("done \\d+");
        return line == null ? 0 : Long.parseLong(line.substring("done ".length()));
    }
}
