package gewu.ledger;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 200 rounds of `kill -9` on who writes to one ledger.
@Tag("soak")
class LedgerKillSoak {
    private static final int ROUNDS = Integer.getInteger("gewu.rounds", 200);

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // a soak prints what it saw
    void aLedgerWhoseWriterIsKilledLosesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        KillTrial trial = new KillTrial(folder.resolve("工作区"), seed);
        long events = 0;
        for (int i = 0; i < ROUNDS; i++) {
            events = trial.run();
        }
        System.out.println(ROUNDS + " kills; " + events + " events, none lost");
    }
}
