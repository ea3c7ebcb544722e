package gewu.kernel.intake;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of [KillSoak].
class KilledImportTest {
    @TempDir
    private Path folder;

    @Test
    void leavesAWholeWorkspaceAndIsFinishedByRunningItAgain() throws Exception {
        KillTrial trial = KillTrial.with(folder);
        Random random = new Random(2);
        for (int i = 0; i < 2; i++) {
            trial.run(folder.resolve("工作区" + i), random);
        }
    }
}
