package gewu.ledger;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of [LedgerKillSoak].
class KilledLedgerTest {
    @TempDir
    private Path folder;

    @Test
    void aLedgerWhoseWriterIsKilledLosesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        KillTrial trial = new KillTrial(folder.resolve("工作区"), 6);
        for (int i = 0; i < 3; i++) {
            trial.run();
        }
    }
}
