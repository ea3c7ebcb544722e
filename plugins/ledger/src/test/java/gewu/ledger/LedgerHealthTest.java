package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.workbench.HealthFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerHealthTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        desk.itemIn(State.CLOSED);
        desk.itemIn(State.MERGED);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private List<HealthFinding> faults() {
        return new LedgerHealth(desk.ledger)
                .check().stream()
                        .filter(it -> it.state() != HealthFinding.State.WELL)
                        .toList();
    }

    @Test
    void aLedgerThatNobodyTouchedIsWhole() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void noStatementChangesOrDeletesAnEvent() {
        assertThatThrownBy(() -> desk.store.update("UPDATE ledger_event SET reason = 'x' WHERE sequence = 3"))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> desk.store.update("DELETE FROM ledger_event WHERE sequence = 3"))
                .hasStackTraceContaining("never deleted");
        assertThat(faults()).isEmpty();
    }

    @Test
    void namesTheFirstEventThatSomebodyChangedPastTheLedger() {
        desk.store.update("DROP TRIGGER ledger_event_stays");
        desk.store.update("UPDATE ledger_event SET reason = '别的理由' WHERE sequence IN (5, 7)");

        assertThat(faults()).hasSize(1);
        assertThat(faults().getFirst().detail()).contains("Event 5 ");
    }

    @Test
    void namesAnEventThatIsMissingAndOneThatDoesNotFit() {
        desk.store.update("DROP TRIGGER ledger_event_remains");
        desk.store.update("DELETE FROM ledger_event WHERE sequence = 4");

        assertThat(faults().getFirst().detail()).contains("Event 4 is missing");
        assertThat(faults().getLast().checked()).isEqualTo("ledger/items");
    }

    @Test
    void seesThatTheEndWasCutOff() {
        desk.store.update("DROP TRIGGER ledger_event_remains");
        desk.store.update("DELETE FROM ledger_event WHERE sequence = (SELECT MAX(sequence) FROM ledger_event)");

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void namesAnItemThatIsNotTheFoldOfItsEventsAndRebuildsIt() {
        desk.store.update("UPDATE ledger_item SET state = 'REGISTERED' WHERE id = 'ZG-2024-0001-0001'");
        assertThat(faults().getFirst().detail()).contains("ZG-2024-0001-0001");

        desk.rows("rebuild");
        assertThat(faults()).isEmpty();
        assertThat(desk.ledger.items().count(ItemFilter.in(State.CLOSED))).isEqualTo(1);
    }

    @Test
    void namesEvidenceThatIsGoneAndFilesThatWereHalfWritten() throws IOException {
        Path evidence = desk.scope.dataFolder().resolve("evidence");
        Files.writeString(evidence.resolve("new-1.part"), "半份");
        try (var files = Files.walk(evidence)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().endsWith(".part"))
                    .toList()) {
                Files.writeString(file, "换过的内容");
            }
        }
        assertThat(faults())
                .extracting(HealthFinding::state)
                .containsExactly(HealthFinding.State.WARNING, HealthFinding.State.BROKEN);
        assertThat(faults().getLast().detail()).contains("ZG-2024-0001-0001");
    }
}
