package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What proves something: kept whole or not at all, with all its versions; what is odd about it is told
/// and noted, never refused.
final class EvidenceTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private List<DataRow> gives(String id, String... words) {
        return desk.rows(Stream.concat(Stream.of("evidence", id, "--as=李四"), Stream.of(words))
                .toArray(String[]::new));
    }

    private static List<Object> warnings(List<DataRow> rows) {
        return rows.stream()
                .filter(it -> it.type().equals("warning"))
                .map(it -> it.values().get("warning"))
                .toList();
    }

    private Fields item(String id) {
        return desk.ledger.log().subject(id);
    }

    private List<Path> halves() throws IOException {
        return desk.ledger.evidence().halfWritten();
    }

    @Test
    void theSameFileForTwoItemsIsToldNotRefused() {
        String one = desk.itemIn(State.IN_PROGRESS);
        String other = desk.itemIn(State.IN_PROGRESS);
        String file = desk.file("办法.txt", "第一条");
        assertThat(warnings(gives(one, "--file=" + file))).isEmpty();
        assertThat(warnings(gives(one, "--file=" + file)))
                .as("the same item again")
                .isEmpty();

        String renamed = desk.file("另名.txt", "第一条");
        List<DataRow> rows = gives(other, "--file=" + renamed);
        assertThat(warnings(rows)).containsExactly("same_file");
        assertThat(item(other).of("evidence.1.same_file")).isEqualTo(one);
        assertThat(item(other).of("evidence.1.status")).isEqualTo("to_examine");
        assertThat(desk.told("show", other)).contains("同一文件已用于").contains(one);
        assertThat(desk.rows("list", "--flag=佐证存疑")).hasSize(2);

        gives(other, "--evidence=1", "--file=" + desk.file("新.txt", "第二条"));
        assertThat(item(other).has("evidence.1.same_file")).isFalse();
    }

    @Test
    void oneFileForManyInABulkIsToldOfEachBehindTheFirst() {
        String one = desk.itemIn(State.IN_PROGRESS);
        String other = desk.itemIn(State.IN_PROGRESS);
        List<DataRow> rows = desk.rows("evidence", one, other, "--file=" + desk.file("总.txt", "总"), "--as=李四");
        assertThat(warnings(rows)).containsExactly("same_file");
        assertThat(item(other).of("evidence.1.same_file")).isEqualTo(one);
    }

    @Test
    void aDateOutsideTheTimeOfRectificationIsTold() {
        String id = desk.itemIn(State.IN_PROGRESS);
        assertThat(warnings(gives(id, "--file=" + desk.file("a.txt", "a"), "--dated=2026-05-06")))
                .isEmpty();
        assertThat(warnings(gives(id, "--file=" + desk.file("b.txt", "b"), "--dated=2025-12-01")))
                .containsExactly("out_of_time");
        assertThat(warnings(gives(id, "--file=" + desk.file("c.txt", "c"), "--dated=2026-05-07")))
                .containsExactly("out_of_time");
        assertThat(warnings(gives(id, "--file=" + desk.file("d.txt", "d"), "--dated=2025-12-01", "--side=整改前")))
                .as("of before")
                .isEmpty();
    }

    @Test
    void aPhotoOfAfterWantsOneOfBefore() {
        String id = desk.itemIn(State.IN_PROGRESS);
        List<DataRow> rows = gives(id, "--file=" + desk.file("后.jpg", "后"), "--proof=照片", "--side=整改后");
        assertThat(warnings(rows)).containsExactly("only_after");
        assertThat(desk.told("show", id)).contains("只有整改后、没有整改前的照片");

        gives(id, "--file=" + desk.file("前.jpg", "前"), "--proof=照片", "--side=整改前");
        assertThat(item(id).has("evidence.1.only_after")).isFalse();
        assertThat(warnings(gives(id, "--file=" + desk.file("后2.jpg", "后2"), "--proof=照片", "--side=整改后")))
                .isEmpty();
    }

    @Test
    void formerVersionsStayWithTheirHashesAndAnUndoBringsThemBack() {
        String id = desk.itemIn(State.IN_PROGRESS);
        gives(id, "--file=" + desk.file("办法.txt", "征求意见稿"));
        Fields first = item(id);
        desk.does("examine", id, "--evidence=1", "--verdict=退回", "--as=王五");
        gives(id, "--evidence=1", "--file=" + desk.file("办法.txt", "印发稿"));

        assertThat(item(id).of("evidence.1.version")).isEqualTo("2");
        assertThat(item(id).of("evidence.1.former.1.sha256")).isEqualTo(first.of("evidence.1.sha256"));
        assertThat(item(id).of("evidence.1.former.1.status")).isEqualTo("returned");
        assertThat(item(id).of("evidence.1.status")).isEqualTo("to_examine");
        assertThat(new LedgerHealth(desk.ledger).check().getLast().detail()).startsWith("2 files");
    }

    @Test
    void aFileThatChangesWhileItIsCopiedIsNamedAndNothingIsKept() throws IOException {
        Path file = Path.of(desk.file("台账.txt", "一半"));
        EvidenceFiles once = new EvidenceFiles(folder.resolve("佐证"), it -> {
            InputStream whole = new ByteArrayInputStream(Files.readAllBytes(it));
            Files.writeString(file, "另一半", StandardOpenOption.APPEND);
            return whole;
        });
        assertThatThrownBy(() -> once.keep(file))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("台账.txt changed while it was copied");
        assertThat(once.halfWritten()).isEmpty();
        assertThat(new EvidenceFiles(folder.resolve("佐证")).keep(file).bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void aFileThatVanishesWhileItIsCopiedIsNamedAndNothingIsKept() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        long events = desk.ledger.log().head().sequence();
        Path file = Path.of(desk.file("照片.jpg", "像素"));
        EvidenceFiles files = new EvidenceFiles(folder.resolve("佐证"), it -> {
            Files.delete(it);
            return Files.newInputStream(it);
        });
        assertThatThrownBy(() -> files.keep(file))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("照片.jpg vanished")
                .hasRootCauseInstanceOf(NoSuchFileException.class);
        assertThat(files.halfWritten()).isEmpty();
        assertThatThrownBy(() -> gives(id, "--file=" + file)).hasMessageContaining("照片.jpg is no file");
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(events);
    }

    @Test
    void whatAKillLeftHalfWrittenIsNamedAndNothingIsLost() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        gives(id, "--file=" + desk.file("全.txt", "全文"));
        Path evidence = desk.scope.dataFolder().resolve("evidence");
        Files.writeString(evidence.resolve("new-123.part"), "全");
        List<HealthFinding> findings = new LedgerHealth(desk.ledger).check();
        assertThat(findings.getLast().state()).isEqualTo(HealthFinding.State.WARNING);
        assertThat(findings.getLast().detail()).contains("new-123.part").contains("half written");
        assertThat(halves()).hasSize(1);

        // The copy itself was cut off: the doctor names it with its item, attaching the file again mends it.
        Path whole = desk.ledger.evidence().place(item(id).of("evidence.1.sha256"));
        Files.writeString(whole, "全");
        assertThat(new LedgerHealth(desk.ledger).check().getLast().detail())
                .contains(id)
                .contains("is not what it was");
        gives(id, "--file=" + desk.file("全.txt", "全文"));
        assertThat(new LedgerHealth(desk.ledger).check())
                .extracting(HealthFinding::state)
                .containsOnly(HealthFinding.State.WELL, HealthFinding.State.WARNING);
    }
}
