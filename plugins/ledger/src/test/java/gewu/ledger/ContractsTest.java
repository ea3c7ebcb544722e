package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Feed;
import gewu.api.workbench.View;
import gewu.ledger.remind.OutsideCalendar;
import gewu.testkit.CommandContract;
import gewu.testkit.FeedContract;
import gewu.testkit.ViewContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
    class Feeds extends FeedContract {
        @Override
        protected Feed feed() {
            return new CalendarFeed(desk.ledger, desk.reminding(), desk.clock);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("unit", "水利局"), Map.of("person", "李四"));
        }

        @Test
        void aUnitThatTheLedgerDoesNotKnowIsRefused() {
            assertThatThrownBy(() -> written(Map.of("unit", "水力局"))).hasMessageContaining("knows no unit “水力局”");
        }

        @Test
        void othersReadWhatTheyAreGiven() throws IOException {
            byte[] all = written(Map.of()).getBytes(StandardCharsets.UTF_8);
            byte[] nobodys = written(Map.of("person", "没有这个人")).getBytes(StandardCharsets.UTF_8);

            assertThat(new OutsideCalendar(all).events()).hasSizeGreaterThan(4);
            assertThat(new OutsideCalendar(nobodys).events()).isEmpty();
        }
    }

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
            return new LedgerView(desk.ledger, story());
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of(), Map.of("item", closed), Map.of("state", "整改中", "unit", "水利局"), Map.of("words", "没有的"));
        }
    }

    @Nested
    class ListsFilters extends Ledger {
        @Override
        protected CommandCall call() {
            desk.rows("filter", "水利局超期", "--unit=水利局", "--overdue");
            return Desk.call("filter");
        }
    }

    private StoryView story() {
        return new StoryView(desk.ledger, desk.reminding(), desk.shelf);
    }

    @Nested
    class Board extends ViewContract {
        @Override
        protected View view() {
            return new BoardView(desk.ledger);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("unit", "水利局", "overdue", "是"));
        }
    }

    @Nested
    class Calendar extends ViewContract {
        @Override
        protected View view() {
            return new CalendarView(desk.ledger);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of("month", "2026-09"), Map.of(), Map.of("day", "2026-09-01"), Map.of("day", "2030-01-01"));
        }
    }

    @Nested
    class Story extends ViewContract {
        @Override
        protected View view() {
            return story();
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of("item", closed), Map.of());
        }
    }

    @Nested
    class Mine extends ViewContract {
        @Override
        protected View view() {
            return new MineView(desk.ledger);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of("who", "李四"), Map.of("who", "水利局"), Map.of());
        }
    }

    @Nested
    class Cases extends ViewContract {
        @Override
        protected View view() {
            return new CasesView(desk.ledger);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("leader", "孙副县长"));
        }
    }

    @Nested
    class Dashboard extends ViewContract {
        @Override
        protected View view() {
            return new DashboardView(desk.store, desk.ledger, desk.clock);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("by", "整改类型"), Map.of("by", "年度", "as_of", "2026-05-05"));
        }
    }

    @Nested
    class Proposals extends ViewContract {
        @Override
        protected View view() {
            return new ProposalsView(desk.ledger, desk.shelf, desk.index);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of(),
                    Map.of("year", "1999"),
                    Map.of("batch", "是"),
                    Map.of("act", "merge"),
                    Map.of("act", "edit"));
        }
    }

    @Nested
    class Moves extends ViewContract {
        @Override
        protected View view() {
            return new MoveView(desk.ledger);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of(), Map.of("card", closed, "to", "in_progress"), Map.of("card", closed, "to", "submitted"));
        }
    }

    @Nested
    class Papers extends ViewContract {
        @Override
        protected View view() {
            return new PaperView(desk.ledger, desk.clock);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("bulletin", "周通报"));
        }
    }

    @Nested
    class Sheets extends ViewContract {
        @Override
        protected View view() {
            return new SheetView(desk.ledger);
        }
    }

    @Nested
    class PartiesAndRoles extends ViewContract {
        @Override
        protected View view() {
            return new PartiesView(desk.ledger);
        }
    }

    @Nested
    class Campaigns extends ViewContract {
        @Override
        protected View view() {
            return new CampaignsView(desk.ledger);
        }
    }

    @Nested
    class Filters extends ViewContract {
        @Override
        protected View view() {
            return new FiltersView(desk.ledger);
        }
    }

    @Nested
    class ProblemsByHand extends ViewContract {
        @Override
        protected View view() {
            return new NewItemView(desk.ledger);
        }
    }

    @Nested
    class SentReminders extends ViewContract {
        @Override
        protected View view() {
            return new RemindersView(desk.ledger, desk.reminding());
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("colour", "红", "who", "李四"));
        }
    }
}
