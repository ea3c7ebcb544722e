package gewu.kernel.intake;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.kernel.read.HouseReader;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Imports a folder and says a line for each file that is done, until it is killed.
final class ImportUntilKilled {
    private ImportUntilKilled() {}

    @SuppressWarnings("SystemOut") // it is how this process speaks to the test
    public static void main(String[] arguments) {
        System.out.println("begins");
        Clock clock = Clock.systemUTC();
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]), Workspace.Access.WRITE, clock);
                SqliteStore store = SqliteStore.open(workspace.database(), false, clock)) {
            new FileIntake(
                            workspace,
                            store,
                            Contributions.ofTheHouse(),
                            new HouseReader(Contributions.ofTheHouse()),
                            id -> "1.0.0",
                            () -> {},
                            clock)
                    .bringIn(
                            List.of(Path.of(arguments[1])),
                            Intake.Overrides.NONE,
                            Progress.NONE,
                            brought -> System.out.println(brought.state() + " " + brought.file()));
        }
    }
}
