package gewu.ledger;

import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.View;
import gewu.testkit.CommandContract;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every command and view, over a ledger with an item in each state.
final class ContractsTest {
    @TempDir
    Path folder;

    private Desk desk;
    private String closed = "";

    @BeforeEach
    void furnish() {
        desk = Desk.in(folder);
        for (State state : State.values()) {
            String id = desk.itemIn(state);
            closed = state == State.CLOSED ? id : closed;
        }
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    abstract class Ledger extends CommandContract {
        @Override
        protected Command command() {
            return desk.command();
        }
    }

    @Nested
    class Lists extends Ledger {}

    @Nested
    class Shows extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("show", closed);
        }
    }

    @Nested
    class TellsWho extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("who", closed);
        }
    }

    @Nested
    class TellsFigures extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("figures");
        }
    }

    @Nested
    class TellsFiguresByUnit extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("figures", "--by=unit", "--as-of=2026-05-06");
        }
    }

    @Nested
    class Takes extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("take");
        }
    }

    @Nested
    class TellsTwins extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("twins", closed);
        }
    }

    @Nested
    class TellsFamilies extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("families");
        }
    }

    @Nested
    class ListsBatches extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("batches");
        }
    }

    @Nested
    class ListsReminders extends Ledger {
        @Override
        protected CommandCall call() {
            desk.clock.goTo(java.time.LocalDate.parse("2027-03-01"));
            desk.rows("remind");
            return Desk.call("reminders");
        }
    }

    @Nested
    class Reminds extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("remind");
        }
    }

    @Nested
    class ShowsItsCalendar extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("calendar");
        }
    }

    @Nested
    class Refuses extends Ledger {
        @Override
        protected CommandCall call() {
            return Desk.call("close", closed);
        }
    }

    @Nested
    class Viewed extends ViewContract {
        @Override
        protected View view() {
            return new LedgerView(desk.ledger, desk.reminding());
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of(), Map.of("item", closed), Map.of("state", "整改中", "unit", "水利局"), Map.of("words", "没有的"));
        }
    }
}
