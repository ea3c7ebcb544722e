package gewu.kernel.intake;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoreHealth;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many files a second come in, beside copying the same files with a wait for the disk after each: the
/// least that any import must do.
@Tag("bench")
class IntakeBenchmark {
    private static final int FILES = Boolean.getBoolean("gewu.long") ? 10_000 : 1_000;

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void filesASecond() throws Exception {
        Path files = write();
        Clock clock = Clock.systemUTC();
        long began = System.nanoTime();
        copy(files);
        double copied = perSecond(began);
        try (Workspace workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, clock);
                SqliteStore store = SqliteStore.open(workspace.database(), false, clock)) {
            FileIntake intake = new FileIntake(
                    workspace,
                    store,
                    Contributions.ofTheHouse(),
                    new HouseReader(Contributions.ofTheHouse()),
                    id -> "1.0.0",
                    () -> {},
                    clock);
            began = System.nanoTime();
            intake.bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, brought -> {});
            double imported = perSecond(began);
            began = System.nanoTime();
            intake.bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, brought -> {});
            double repeated = perSecond(began);
            began = System.nanoTime();
            new StoreHealth(store, workspace).check();
            double checked = perSecond(began);
            System.out.printf(
                    "%d files of 20 kB: %.0f/s copied and synced, %.0f/s imported (%.2f x copying), %.0f/s again,"
                            + " %.0f/s checked by doctor; store %.2f x text%n",
                    FILES,
                    copied,
                    imported,
                    imported / copied,
                    repeated,
                    checked,
                    Files.size(workspace.database()) / (FILES * 20_000.0));
        }
    }

    private Path write() throws Exception {
        Path files = Files.createDirectory(folder.resolve("来件"));
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder("第" + i + "号镇2022年度部门整体支出绩效自评报告\n\n一、基本情况\n");
            for (int line = 0; text.length() < 6_600; line++) {
                text.append("（%d）本镇核定编制%d人，全年支出%d.%02d万元，其中公务接待费%d元，绩效目标按期完成，群众较为满意；"
                        .formatted(line + 1, i + line, i * 7 + line, line % 100, i * 31)
                        .repeat(2));
                text.append('\n');
            }
            Path file = Files.writeString(files.resolve("%05d.txt".formatted(i)), text);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
        return files;
    }

    private void copy(Path files) throws Exception {
        Path copies = Files.createDirectory(folder.resolve("副本"));
        try (var all = Files.list(files)) {
            for (Path file : all.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                try (var channel = java.nio.channels.FileChannel.open(
                        copies.resolve(String.valueOf(file.getFileName())),
                        java.nio.file.StandardOpenOption.CREATE_NEW,
                        java.nio.file.StandardOpenOption.WRITE)) {
                    channel.write(java.nio.ByteBuffer.wrap(bytes));
                    channel.force(true);
                }
            }
        }
    }

    private static double perSecond(long began) {
        return FILES / ((System.nanoTime() - began) / 1e9);
    }
}
