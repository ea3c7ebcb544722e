package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FiguresTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        for (State state : State.values()) {
            desk.itemIn(state);
        }
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private DataRow figure(String name, String... words) {
        return desk.rows(words).stream()
                .filter(it -> name.equals(it.values().get("figure")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFigureSaysOfWhatItIsAPartAndWhichItemsAreBehindIt() {
        assertThat(figure("rectified", "figures").values())
                .containsEntry("numerator", 1L)
                .containsEntry("denominator", 7L)
                .containsEntry("value", "0.1429")
                .containsEntry("as_of", "2026-05-06");
        assertThat((List<?>) figure("rectified", "figures").values().get("items"))
                .hasSize(1);
    }

    @Test
    void theTableAndTheEventsTellTheSame() {
        desk.clock.goTo(LocalDate.parse("2026-09-30"));
        LedgerFigures figures = new LedgerFigures(desk.store, desk.ledger);

        assertThat(figures.asOf(desk.ledger.today(), ZoneOffset.UTC, "")).isEqualTo(figures.today(""));
        for (String group : LedgerFigures.GROUPS) {
            assertThat(figures.asOf(desk.ledger.today(), ZoneOffset.UTC, group))
                    .as(group)
                    .isEqualTo(figures.today(group));
        }
        assertThat(figures.states(desk.ledger.today(), ZoneOffset.UTC))
                .isEqualTo(desk.ledger.items().byState());
        assertThat(figure("overdue", "figures").values()).containsEntry("numerator", 4L);
    }

    @Test
    void everyFigureIsToldByTheEventsAsByTheTableOnEveryDayOfALongWhile() {
        String id = desk.itemIn(State.CLOSED);
        desk.clock.goTo(LocalDate.parse("2026-06-10"));
        desk.does("look-back", id, "--found=反弹");
        desk.does("reopen", id, "--reason=又来了", "--deadline=2026-06-25");
        desk.does("edit", desk.itemIn(State.REGISTERED), "--amount=1万元");
        LedgerFigures figures = new LedgerFigures(desk.store, desk.ledger);
        LocalDate day = LocalDate.parse("2026-06-10");
        for (int i = 0; i < 40; i++) {
            day = day.plusDays(11);
            desk.clock.goTo(day);
            assertThat(figures.asOf(day, ZoneOffset.UTC, "")).as("%s", day).isEqualTo(figures.today(""));
        }
    }

    @Test
    void aPastDayIsToldAgainAsItWas() {
        List<DataRow> then = desk.rows("figures", "--as-of=2026-05-06");
        desk.clock.goTo(LocalDate.parse("2026-06-30"));
        desk.itemIn(State.CLOSED);

        assertThat(desk.rows("figures", "--as-of=2026-05-06")).isEqualTo(then);
        assertThat(desk.rows("figures")).isNotEqualTo(then);
        assertThat(figure("rectified", "figures", "--as-of=2026-05-01").values().get("value"))
                .isNull();
    }
}
