package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.ledger.remind.CalendarRules;
import gewu.ledger.remind.OutsideCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The days of items in other programs' calendars.
final class CalendarTest {
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

    private List<Map<String, String>> exported(String... words) throws IOException {
        Path file = folder.resolve("整改.ics");
        List<String> all = new java.util.ArrayList<>(List.of("calendar", "--export=" + file));
        all.addAll(List.of(words));
        desk.rows(all.toArray(new String[0]));
        byte[] bytes = Files.readAllBytes(file);
        List<Map<String, String>> events = new CalendarRules(bytes).events();
        assertThat(new OutsideCalendar(bytes).events()).hasSameSizeAs(events);
        return events;
    }

    @Test
    void deadlinesMilestonesAndLookBacksAreThereAndWhatIsOverdueToo() throws IOException {
        String item = desk.itemIn(State.IN_PROGRESS);
        desk.does("milestone", item, "--name=建章;立制,一", "--due=2026-06-01");
        String closed = desk.itemIn(State.CLOSED);
        desk.itemIn(State.SUSPENDED);
        desk.itemIn(State.PROPOSED);
        desk.clock.goTo(LocalDate.parse("2026-07-16"));
        List<Map<String, String>> events = exported();

        assertThat(events).hasSize(3);
        assertThat(events.getFirst().get("UID")).startsWith(item + "-deadline-").endsWith("@gewu");
        assertThat(events.getFirst())
                .containsEntry("DTSTART", "20260706")
                .containsEntry("DTSTAMP", "20260716T090000Z")
                .containsEntry("SUMMARY", "【超期 10 天】整改时限 " + item + " 预算编制不够精准")
                .containsEntry("alarms", "PT9H -P2DT15H -P6DT15H -P29DT15H");
        assertThat(events.get(1).get("UID")).contains("-milestone-1-");
        assertThat(events.get(1).get("SUMMARY")).contains("节点“建章\\;立制\\,一”");
        assertThat(events.get(2).get("UID")).startsWith(closed + "-look_back-");
        assertThat(events.get(2)).containsEntry("DTSTART", "20260804");
        assertThat(exported("--overdue")).hasSize(2);
        assertThat(desk.told("calendar")).contains("超期 10 天", "2026-08-04|回头看");
        assertThat(desk.rows("calendar").getLast().values()).containsEntry("days", 3);
    }

    @Test
    void anEntryKeepsItsNameWhenItsDayIsMoved() throws IOException {
        String item = desk.itemIn(State.IN_PROGRESS);
        Map<String, String> before = exported().getFirst();
        desk.does("ask", item, "--until=2026-09-01", "--reason=招标流标", "--as=李四");
        desk.does("decide", item, "--decision=同意", "--as=赵局长");
        Map<String, String> after = exported().getFirst();

        assertThat(after.get("UID")).isEqualTo(before.get("UID"));
        assertThat(after.get("DTSTART")).isEqualTo("20260901");
        assertThat(Integer.parseInt(after.getOrDefault("SEQUENCE", "")))
                .isGreaterThan(Integer.parseInt(before.getOrDefault("SEQUENCE", "")));
    }

    @Test
    void anEmptyLedgerIsAnEmptyCalendar() throws IOException {
        assertThat(exported()).isEmpty();
    }
}
