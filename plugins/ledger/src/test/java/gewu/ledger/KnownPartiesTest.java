package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Units and persons are read once and known rightly ever after: see [KnownParties].
final class KnownPartiesTest {
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

    private String unit() {
        return desk.ledger.parties().name("DW-0001");
    }

    @Test
    void whatIsDoneToItemsLeavesThemKnown() {
        desk.proposed("预算编制偏粗");
        Parties before = desk.ledger.parties();

        desk.proposed("资产账实不符");

        assertThat(desk.ledger.parties()).isSameAs(before);
    }

    @Test
    void aNewNameIsKnownAtOnceAndGoneOnceItIsTakenBack() {
        desk.rows("party", "水利局");
        assertThat(unit()).isEqualTo("水利局");

        desk.rows("party", "水利局", "--rename=水务局");
        assertThat(unit()).isEqualTo("水务局");

        desk.ledger.undo(
                desk.ledger.log().head().sequence(),
                "写错了",
                desk.ledger.parties().acting("", Optional.empty()));
        assertThat(unit()).isEqualTo("水利局");
    }

    @Test
    void whatWasRolledBackIsForgottenThoughAnotherEventTakesItsNumber() {
        desk.rows("party", "水利局");
        assertThatThrownBy(() -> desk.store.inTransaction(() -> {
                    desk.rows("party", "农业局");
                    assertThat(desk.ledger.parties().find("农业局")).isPresent();
                    throw new IllegalStateException("停电");
                }))
                .hasMessage("停电");

        assertThat(desk.ledger.parties().find("农业局")).isEmpty();
        desk.rows("party", "教育局");
        assertThat(desk.ledger.parties().find("农业局")).isEmpty();
        assertThat(desk.ledger.parties().find("教育局")).isPresent();
    }

    @Test
    void anotherProgramThatEntersAUnitIsHeeded() {
        desk.rows("party", "水利局");
        assertThat(desk.ledger.parties().find("教育局")).isEmpty();

        try (Desk other = Desk.in(folder)) {
            other.rows("party", "教育局");
        }

        assertThat(desk.ledger.parties().find("教育局")).isPresent();
    }
}
