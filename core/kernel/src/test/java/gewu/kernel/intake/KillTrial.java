package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoreHealth;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Child;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/// Kills an import of 200 files at a random moment, looks whether all is whole, and finishes it.
final class KillTrial {
    static final int FILES = 200;

    private final Path files;

    private KillTrial(Path files) {
        this.files = files;
    }

    /// Writes the files into `folder`.
    static KillTrial with(Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("来件"));
        for (int i = 0; i < FILES; i++) {
            String name = "第%03d号镇".formatted(i);
            String text = name + "2022年度部门整体支出绩效自评报告\n\n一、基本情况\n"
                    + "本镇核定编制%d人，全年支出%d.%02d万元，其中公务接待费%d元。\n"
                            .formatted(i + 20, i * 7, i % 100, i * 31)
                            .repeat(40)
                    + "\n二、存在的问题\n台账登记不及时，绩效目标不够具体。\n";
            Files.writeString(files.resolve(name + ".txt"), text);
        }
        return new KillTrial(files);
    }

    /// One kill in a new workspace.
    ///
    /// @return how many files were done when it was killed
    int run(Path place, Random random) throws Exception {
        int saidToBeDone = killedImport(place, random);
        Clock clock = Clock.systemUTC();
        try (Workspace workspace = Workspace.open(place, Workspace.Access.WRITE, clock);
                SqliteStore store = SqliteStore.open(workspace.database(), false, clock)) {
            StoredReports reports = new StoredReports(store);
            HealthCheck health = new StoreHealth(store, workspace);
            int kept = reports.list(ReportFilter.ALL).size();
            assertThat(kept).as("what was said to be done is kept").isBetween(saidToBeDone, FILES);
            assertThat(health.check()).extracting(HealthFinding::state).containsOnly(HealthFinding.State.WELL);

            List<Brought> rest = new FileIntake(
                            workspace,
                            store,
                            Contributions.ofTheHouse(),
                            new HouseReader(Contributions.ofTheHouse()),
                            id -> "1.0.0",
                            () -> {},
                            clock)
                    .bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, brought -> {});

            assertThat(rest.stream().filter(it -> it.state() == Brought.State.DUPLICATE))
                    .hasSize(kept);
            assertThat(rest.stream().filter(it -> it.state() == Brought.State.IMPORTED))
                    .hasSize(FILES - kept);
            assertThat(reports.list(ReportFilter.ALL))
                    .extracting(ReportSummary::sha256)
                    .hasSize(FILES)
                    .doesNotHaveDuplicates();
            assertThat(store.lastChange()).isEqualTo(FILES);
            assertThat(health.check()).extracting(HealthFinding::state).containsOnly(HealthFinding.State.WELL);
            return kept;
        }
    }

    /// Most kills come after a random number of files, one in five earlier, while the workspace is made.
    private int killedImport(Path place, Random random) throws Exception {
        int done = 0;
        try (Child child = Child.start(ImportUntilKilled.class, place, files)) {
            assertThat(child.line()).isEqualTo("begins");
            if (random.nextInt(5) > 0) {
                int wanted = random.nextInt(FILES - 20);
                while (done < wanted && child.line().startsWith("IMPORTED")) {
                    done++;
                }
                Thread.sleep(0, random.nextInt(999_999));
            } else {
                Thread.sleep(random.nextInt(400));
            }
            child.kill();
            while (child.line().startsWith("IMPORTED")) {
                done++;
            }
        }
        return done;
    }
}
