package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.HealthFinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoTest {
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

    private long lastBatch() {
        return desk.ledger.log().batches(1).getFirst().batch();
    }

    @Test
    void aBatchIsTakenBackAsOneAndEverythingIsExactlyAsItWas() {
        List<String> ids = new ArrayList<>();
        List<Fields> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = desk.itemIn(State.REGISTERED);
            ids.add(id);
            before.add(desk.ledger.log().subject(id));
        }
        desk.rows("assign", "--where-state=已立项", "--lead=水利局", "--leader=钱副局长", "--number=1号");
        assertThat(ids).allMatch(it -> desk.state(it).equals("ASSIGNED"));
        long batch = lastBatch();
        desk.rows("undo", Long.toString(batch));

        assertThat(ids.stream().map(desk.ledger.log()::subject)).containsExactlyElementsOf(before);
        assertThat(desk.ledger.log().batches(1).getFirst().undoes()).isEqualTo(batch);
        assertThat(new LedgerHealth(desk.ledger).check()).allMatch(it -> it.state() == HealthFinding.State.WELL);
    }

    @Test
    void itIsRefusedWholeIfSomethingWasDoneToOneOfThemSince() {
        String one = desk.itemIn(State.REGISTERED);
        String other = desk.itemIn(State.REGISTERED);
        desk.rows("assign", one, other, "--lead=水利局", "--leader=钱副局长", "--number=1号");
        long batch = lastBatch();
        desk.does("receive", other, "--person=李四", "--as=李四");
        long later = lastBatch();

        assertThatThrownBy(() -> desk.rows("undo", Long.toString(batch)))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining(other);
        assertThat(desk.state(one)).isEqualTo("ASSIGNED");

        desk.rows("undo", Long.toString(later), "--as=李四");
        desk.rows("undo", Long.toString(batch));
        assertThat(desk.state(one)).isEqualTo("REGISTERED");
        assertThat(desk.state(other)).isEqualTo("REGISTERED");
    }

    @Test
    void whatWasTakenBackTwiceStandsAgain() {
        String id = desk.itemIn(State.REGISTERED);
        long registered = lastBatch();
        Fields before = desk.ledger.log().subject(id);
        desk.rows("undo", Long.toString(registered));
        desk.rows("undo", Long.toString(lastBatch()));

        assertThat(desk.ledger.log().subject(id)).isEqualTo(before);
        assertThatThrownBy(() -> desk.rows("undo", Long.toString(registered + 1)))
                .isInstanceOf(WorkbenchException.class);
        desk.rows("undo", Long.toString(registered));
        assertThat(desk.state(id)).isEqualTo("PROPOSED");
    }

    @Test
    void anItemWhoseEntryIsTakenBackIsNoRowAnyMoreButItsStoryStays() {
        String id = desk.proposed("录错了");
        desk.rows("undo", Long.toString(lastBatch()));

        assertThat(desk.ledger.items().find(id)).isEmpty();
        assertThat(desk.ledger.log().history(id)).hasSize(2);
        assertThat(desk.proposed("下一个")).isNotEqualTo(id);
        assertThat(new LedgerHealth(desk.ledger).check()).allMatch(it -> it.state() == HealthFinding.State.WELL);
    }

    @Test
    void aUnitThatAnItemSpeaksOfStays() {
        desk.rows("party", "水利局");
        String entered = Long.toString(lastBatch());
        desk.proposed("一");

        assertThatThrownBy(() -> desk.rows("undo", entered)).hasMessageContaining("ZG-2024-0001-0001");
    }

    @Test
    void onlyWhoDidItOrAnAdministratorTakesItBack() {
        desk.rows("party", "吴主任", "--role=管理员");
        desk.rows("party", "王五", "--role=录入员", "--as=吴主任");
        desk.rows("party", "孙七", "--role=录入员", "--as=吴主任");
        desk.rows("party", "水利局", "--as=吴主任");
        desk.does("add", "一", "--unit=水利局", "--year=2024", "--reason=手工", "--as=王五");
        String batch = Long.toString(lastBatch());

        assertThatThrownBy(() -> desk.rows("undo", batch, "--as=孙七")).hasMessageContaining("王五");
        desk.rows("undo", batch, "--as=吴主任");
        assertThat(desk.ledger.items().count(ItemFilter.ALL)).isZero();
    }
}
