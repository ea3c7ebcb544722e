package gewu.kernel.intake;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.version.Office;
import gewu.kernel.version.VersionFinder;
import gewu.kernel.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What looking for former versions costs beside the import it is a part of.
@Tag("bench")
class VersionsBenchmark {
    private static final int FILES = 1_000;

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void costOfLooking() throws Exception {
        Path files = Files.createDirectory(folder.resolve("来件"));
        for (int i = 0; i < FILES; i++) {
            Office office = new Office("青" + (char) ('一' + i / 4) + "市水利局", i % 50);
            Files.writeString(files.resolve("%05d.txt".formatted(i)), office.report(2018 + i % 4, true));
        }
        Clock clock = Clock.systemUTC();
        try (Workspace workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, clock);
                SqliteStore store = SqliteStore.open(workspace.database(), false, clock)) {
            Contributions plugins = Contributions.ofTheHouse();
            FileIntake intake =
                    new FileIntake(workspace, store, plugins, new HouseReader(plugins), id -> "1.0.0", () -> {}, clock);
            long began = System.nanoTime();
            intake.bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, brought -> {});
            double imported = (System.nanoTime() - began) / 1e6 / FILES;
            StoredReports shelf = new StoredReports(store);
            List<Report> reports = shelf.list(ReportFilter.ALL).stream()
                    .map(it -> shelf.find(it.id()).orElseThrow())
                    .toList();
            store.update("DELETE FROM version_sketch");
            store.update("DELETE FROM version_bucket");
            VersionFinder finder = new VersionFinder(store, clock);
            began = System.nanoTime();
            store.inTransaction(() -> reports.forEach(it -> finder.look(it, false)));
            double looked = (System.nanoTime() - began) / 1e6 / reports.size();
            System.out.printf(
                    "%d reports: %.2f ms imported, %.3f ms of it for versions (%.1f %%), %d offers, %d known org%n",
                    reports.size(),
                    imported,
                    looked,
                    100 * looked / imported,
                    store.first("SELECT count(*) AS n FROM version_offer", row -> row.number("n"))
                            .orElse(0L),
                    store.first("SELECT count(*) AS n FROM version_sketch WHERE org <> ''", row -> row.number("n"))
                            .orElse(0L));
        }
    }
}
