package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody judges his own work: under no name, in no role, by no undo.
final class SeparationTest {
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

    private String lastBatch() {
        return Long.toString(desk.ledger.log().batches(1).getFirst().batch());
    }

    private String verified() {
        String id = desk.itemIn(State.SUBMITTED);
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", id, "--result=已完成", "--as=王五");
        desk.does("outcome", id, "--outcome=无金额", "--as=李四");
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"李四", " 李四 ", "李 四", "李　四", "李思", "李斯"})
    void whoSubmittedNeitherExaminesNorVerifiesNorClosesUnderAnyNameOfHis(String name) {
        String id = verified();
        desk.rows("party", "李四", "--role=验收员");
        desk.rows("party", "李四", "--rename=李思");
        desk.rows("party", "李思", "--rename=李斯");

        assertThat(desk.refused("examine", id, "--evidence=1", "--verdict=认可", "--as=" + name))
                .isEqualTo(List.of("not_submitter", "not_giver"));
        assertThat(desk.refused("verify", id, "--result=已完成", "--as=" + name))
                .isEqualTo(List.of("not_submitter", "not_responsible"));
        assertThat(desk.refused("close", id, "--as=" + name)).isEqualTo(List.of("not_submitter", "not_responsible"));
        desk.does("close", id, "--as=王五");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李四", "李　四", "李思"})
    void whoAskedDoesNotDecideUnderAnyNameOfHis(String name) {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("ask", id, "--until=2026-09-01", "--reason=流标", "--as=李四");
        desk.rows("party", "李四", "--role=领导");
        desk.rows("party", "李四", "--rename=李思");

        assertThat(desk.refused("decide", id, "--decision=同意", "--as=" + name)).isEqualTo(List.of("not_asker"));
    }

    @Test
    void whoGaveEvidenceDoesNotExamineItBeforeItIsSubmittedEither() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("evidence", id, "--file=" + desk.file("凭证.txt", "凭证"), "--as=周六");

        assertThat(desk.refused("examine", id, "--evidence=1", "--verdict=认可", "--as=周六"))
                .isEqualTo(List.of("not_giver"));
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
    }

    @Test
    void whoReceivedItForTheUnitStaysResponsibleThoughSomebodyElseIsAppointed() {
        String id = verified();
        desk.does("appoint", id, "--person=孙七", "--leader=周局长");
        desk.rows("party", "水利局");

        assertThat(desk.refused("close", id, "--as=李四")).isEqualTo(List.of("not_submitter", "not_responsible"));
        assertThat(desk.refused("close", id, "--as=孙七")).isEqualTo(List.of("not_responsible"));
        assertThat(desk.refused("close", id, "--as=周局长")).isEqualTo(List.of("not_responsible"));
    }

    @Test
    void inAllRolesAtOnceNobodyJudgesHisOwnWork() {
        String id = verified();
        desk.rows("party", "吴主任", "--role=管理员");
        for (String role : List.of("承办单位", "验收员", "督办员", "领导", "管理员")) {
            desk.rows("party", "李四", "--role=" + role, "--unit=水利局", "--as=吴主任");
        }
        assertThat(desk.refused("close", id, "--as=李四")).isEqualTo(List.of("not_submitter", "not_responsible"));
        assertThat(desk.refused("close", id, "--as=李四", "--role=验收员"))
                .isEqualTo(List.of("not_submitter", "not_responsible"));
    }

    @Test
    void whatAVerifierTookBackTheSubmitterDoesNotBringAgain() {
        String id = verified();
        desk.does("close", id, "--as=王五");
        desk.rows("undo", lastBatch(), "--as=王五");
        String undone = lastBatch();

        assertThatThrownBy(() -> desk.rows("undo", undone, "--as=李四"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining(id);
        assertThat(desk.state(id)).isEqualTo("SUBMITTED");
        desk.rows("undo", undone, "--as=王五");
        assertThat(desk.state(id)).isEqualTo("CLOSED");
    }

    @Test
    void whoAskedDoesNotTakeBackTheDenial() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("ask", id, "--until=2026-09-01", "--reason=流标", "--as=李四");
        desk.does("decide", id, "--decision=不同意", "--as=赵局长");
        String denied = lastBatch();

        assertThatThrownBy(() -> desk.rows("undo", denied, "--as=李四")).isInstanceOf(WorkbenchException.class);
        desk.rows("undo", denied, "--as=赵局长");
    }

    @Test
    void whoLostTheRoleDoesNotBringAgainWhatHeTookBack() {
        String id = verified();
        desk.rows("party", "吴主任", "--role=管理员");
        desk.rows("party", "王五", "--role=验收员", "--as=吴主任");
        desk.does("close", id, "--as=王五");
        desk.rows("undo", lastBatch(), "--as=王五");
        String undone = lastBatch();
        desk.rows("party", "王五", "--without-role=验收员", "--as=吴主任");

        assertThatThrownBy(() -> desk.rows("undo", undone, "--as=王五")).isInstanceOf(WorkbenchException.class);
        desk.rows("undo", undone, "--as=吴主任");
        assertThat(desk.state(id)).isEqualTo("CLOSED");
    }
}
