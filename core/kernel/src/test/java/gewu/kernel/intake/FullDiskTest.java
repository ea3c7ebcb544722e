package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.workbench.HealthFinding;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoreHealth;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small disk of its own, in memory.
class FullDiskTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Path disk;
    private boolean isMounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("小盘"));
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "gewu", disk.toString());
        assumeThat(isMounted)
                .as("skipped: this user may not mount a small disk, so a full one can't be tested")
                .isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (isMounted) {
            run("umount", disk.toString());
        }
    }

    @Test
    void endsTheImportWithOneMessageAndHarmsNothing() throws Exception {
        Path files = Files.createDirectory(folder.resolve("来件"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(files.resolve("第%02d号.txt".formatted(i)), ("第" + i + "号报告：支出增加。\n").repeat(2000));
        }
        List<Brought> told = new ArrayList<>();
        try (Workspace workspace = open();
                SqliteStore store = SqliteStore.open(workspace.database(), false, CLOCK)) {
            assertThatThrownBy(() -> intake(workspace, store)
                            .bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, told::add))
                    .isInstanceOfSatisfying(WorkbenchException.class, full -> {
                        assertThat(full.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE);
                        assertThat(full.remedy()).contains("Free some space");
                    })
                    .hasMessageContaining("is full");
        }
        assertThat(told).isNotEmpty().extracting(Brought::state).containsOnly(Brought.State.IMPORTED);

        assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        try (Workspace workspace = open();
                SqliteStore store = SqliteStore.open(workspace.database(), false, CLOCK)) {
            assertThat(new StoreHealth(store, workspace).check())
                    .extracting(HealthFinding::state)
                    .containsOnly(HealthFinding.State.WELL);
            List<Brought> rest =
                    intake(workspace, store).bringIn(List.of(files), Intake.Overrides.NONE, Progress.NONE, it -> {});
            assertThat(rest.subList(0, told.size())).extracting(Brought::state).containsOnly(Brought.State.DUPLICATE);
            assertThat(rest.subList(told.size(), 20)).extracting(Brought::state).containsOnly(Brought.State.IMPORTED);
        }
    }

    @Test
    void saysSoWhenNotEvenTheStoreFits() throws Exception {
        Files.write(disk.resolve(".fill"), new byte[4 * 1024 * 1024 - 40_000]);
        assertThatThrownBy(() -> {
                    try (Workspace workspace = open();
                            SqliteStore store = SqliteStore.open(workspace.database(), false, CLOCK)) {
                        assertThat(store.lastChange()).isZero();
                    }
                })
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        full -> assertThat(full.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE))
                .hasMessageContaining("full");
        Files.delete(disk.resolve(".fill"));
        try (Workspace workspace = open();
                SqliteStore store = SqliteStore.open(workspace.database(), false, CLOCK)) {
            assertThat(store.lastChange()).isZero();
        }
    }

    private Workspace open() {
        return Workspace.open(disk.resolve("工作区"), Workspace.Access.WRITE, CLOCK);
    }

    private static FileIntake intake(Workspace workspace, SqliteStore store) {
        return new FileIntake(
                workspace,
                store,
                Contributions.ofTheHouse(),
                new HouseReader(Contributions.ofTheHouse()),
                id -> "1.0.0",
                () -> {},
                CLOCK);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
