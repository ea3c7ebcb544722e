package gewu.kernel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills an import of 200 files 20 times, each time at another moment.
@Tag("soak")
class KillSoak {
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // a soak prints what it saw
    void anImportKilledAtAnyMomentLeavesAWholeWorkspaceAndIsFinishedByRunningItAgain() throws Exception {
        KillTrial trial = KillTrial.with(folder);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            kept.add(trial.run(folder.resolve("工作区" + i), random));
        }
        System.out.println(KILLS + " kills; files kept at each: " + kept);
    }
}
