package gewu.kernel.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gewu.api.WorkbenchException;
import gewu.kernel.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void isMadeAtFirstUse() throws IOException {
        try (Workspace workspace = open(Workspace.Access.WRITE)) {
            assertThat(workspace.isReadOnly()).isFalse();
            assertThat(workspace.original("ab" + "0".repeat(62)))
                    .isEqualTo(workspace.folder().resolve("originals/ab/ab" + "0".repeat(62)));
            assertThat(workspace.dataOf("ledger")).isDirectory();
        }
        assertThat(place().resolve("format")).hasContent("1");
        assertThat(place().resolve("lock.holder")).doesNotExist();
    }

    @Test
    void tellsTheSecondProcessWhoHoldsItAndWhatToDo() throws Exception {
        try (Child holder = Child.start(HoldWorkspace.class, place())) {
            assertThat(holder.line()).startsWith("holds");

            assertUnusable(() -> open(Workspace.Access.WRITE), "is in use by process " + holder.id(), "HoldWorkspace");
        }
        open(Workspace.Access.WRITE).close();
    }

    @Test
    void isReadBesideAProcessThatWrites() throws Exception {
        try (Workspace first = open(Workspace.Access.WRITE)) {
            SqliteStore.open(first.database(), false, NOON).close();
        }
        try (Child holder = Child.start(HoldWorkspace.class, place())) {
            assertThat(holder.line()).startsWith("holds");
            try (Workspace beside = open(Workspace.Access.READ);
                    SqliteStore store = SqliteStore.open(beside.database(), beside.isReadOnly(), NOON)) {
                assertThat(beside.isReadOnly()).isTrue();
                assertThat(store.lastChange()).isZero();
            }
        }
    }

    @Test
    void isFreeAgainWhenItsHolderWasKilled() throws Exception {
        try (Child holder = Child.start(HoldWorkspace.class, place())) {
            assertThat(holder.line()).startsWith("holds");
            holder.kill();
        }
        try (Workspace workspace = open(Workspace.Access.WRITE)) {
            assertThat(workspace.isReadOnly()).isFalse();
        }
    }

    @Test
    void keepsItsLockWhenTheSameProcessAsksAgain() {
        try (Workspace workspace = open(Workspace.Access.WRITE)) {
            SqliteStore.open(workspace.database(), false, NOON).close();
            assertUnusable(() -> open(Workspace.Access.WRITE), "is in use by process", "--workspace");
            open(Workspace.Access.READ).close();
            assertUnusable(() -> open(Workspace.Access.WRITE), "is in use by process", "--workspace");
        }
    }

    @Test
    void leavesTheWorkspaceOfANewerVersionUntouched() throws IOException {
        Files.createDirectories(place());
        Files.writeString(place().resolve("format"), "2\n");

        assertUnusable(() -> open(Workspace.Access.WRITE), "from a newer version", "--workspace");
        assertUnusable(() -> open(Workspace.Access.READ), "from a newer version", "--workspace");

        try (Stream<Path> entries = Files.list(place())) {
            assertThat(entries).containsExactly(place().resolve("format"));
        }
    }

    @Test
    void takesNoFolderThatHoldsOtherThings() throws IOException {
        Files.createDirectories(place());
        Files.writeString(place().resolve("家庭照片.jpg"), "x");
        assertUnusable(() -> open(Workspace.Access.WRITE), "is no workspace and not empty", "--workspace");
        assertThat(place().resolve("lock")).doesNotExist();
    }

    @Test
    void saysSoWhenAFileStandsInItsPlace() throws IOException {
        Files.writeString(place(), "我是文件");
        assertUnusable(() -> open(Workspace.Access.WRITE), "is a file, not a folder", "--workspace");
        assertThat(place()).hasContent("我是文件");
    }

    @Test
    void saysSoWhenItMayNotBeWritten() throws IOException {
        Files.createDirectories(place());
        Files.setPosixFilePermissions(place(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(place()))
                    .as("skipped: this user (root) may write everywhere, so rights can't be tested")
                    .isFalse();
            assertUnusable(() -> open(Workspace.Access.WRITE), "no rights", "--workspace");
        } finally {
            Files.setPosixFilePermissions(place(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void saysSoWhenAFileStandsWhereAFolderOfItsOwnShould() throws IOException {
        Files.createDirectories(place());
        Files.writeString(place().resolve("originals"), "x");
        assertUnusable(() -> open(Workspace.Access.WRITE), "originals is a file, not a folder", "--workspace");
        Files.delete(place().resolve("originals"));
        open(Workspace.Access.WRITE).close();
    }

    @Test
    void takesALostStoreForALossAndNotForANewWorkspace() throws IOException {
        Files.createDirectories(place().resolve("originals/ab"));
        assertUnusable(() -> open(Workspace.Access.WRITE), "gewu.db is missing or empty", "backup");
        assertThat(place().resolve("gewu.db")).doesNotExist();
    }

    @Test
    void sweepsHalfCopiesThatACrashLeft() throws IOException {
        Files.createDirectories(place().resolve("originals"));
        Path half = Files.writeString(place().resolve("originals/.coming-abc"), "半");
        open(Workspace.Access.WRITE).close();
        assertThat(half).doesNotExist();
    }

    private Path place() {
        return folder.resolve("工作区");
    }

    private Workspace open(Workspace.Access access) {
        return Workspace.open(place(), access, NOON);
    }

    private static void assertUnusable(ThrowingCallable opening, String... words) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(WorkbenchException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE);
            assertThat(refused.getMessage() + " " + refused.remedy()).contains(List.of(words));
        });
    }
}
