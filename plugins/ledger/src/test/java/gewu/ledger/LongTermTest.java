package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.ledger.remind.Sent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lasts for years: not overdue while it rightly does, reviewed every year, at an end after five unless a leader
/// continues it.
final class LongTermTest {
    @TempDir
    Path folder;

    private Desk desk;
    private String item = "";

    @BeforeEach
    void prolong() {
        desk = Desk.in(folder);
        item = desk.itemIn(State.LONG_TERM);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private Standing standing() {
        return Standing.of(item, desk.ledger.log().subject(item));
    }

    private List<String> missing(Act act, String actor, Map<Input, String> in) {
        Outcome outcome = desk.ledger.act(act, List.of(item), in, "有理由", Actor.anybody(actor));
        return outcome.refused().isEmpty()
                ? List.of()
                : List.copyOf(outcome.refused().getFirst().failed());
    }

    private void goTo(String day) {
        desk.clock.goTo(LocalDate.parse(day));
    }

    private Map<String, Object> figures() {
        Map<String, Object> all = new HashMap<>();
        new LedgerFigures(desk.store, desk.ledger)
                .today("")
                .forEach(it -> all.put(it.rate().id(), it.numerator()));
        return all;
    }

    @Test
    void theFirstDeadlineStaysAndTheTermEndsAfterFiveYears() {
        Fields fields = desk.ledger.log().subject(item);

        assertThat(fields.of("deadline_first")).isEqualTo("2026-07-06");
        assertThat(fields.of("deadline")).isEqualTo("2031-05-06");
        assertThat(fields.of("review_on")).isEqualTo("2027-03-01");
    }

    @Test
    void nothingIsOverdueBecauseAReviewIsDueButItIsReminded() {
        goTo("2027-03-05");
        desk.reminding().run(Progress.NONE);

        assertThat(standing().isOverdue(desk.ledger.today())).isFalse();
        assertThat(figures()).containsEntry("overdue", 0L);
        assertThat(desk.reminding().reminders().last(item, "", "", 100))
                .extracting(Sent::rule)
                .contains("review-30", "review-late")
                .noneMatch(it -> it.startsWith("overdue"));
        assertThat(desk.reminding()
                        .reminders()
                        .last(item, "", "", 1)
                        .getFirst()
                        .colour()
                        .id())
                .isNotEqualTo("red");
    }

    @Test
    void whatIsClosedAfterItsFirstDeadlineIsNotOnTimeHoweverLongItMayLast() {
        desk.does("evidence", item, "--file=" + desk.file("制度.txt", "办法"), "--as=李四");
        goTo("2026-09-01");
        desk.does("submit", item, "--percent=100", "--as=李四");
        desk.does("examine", item, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", item, "--result=已完成", "--as=王五");
        desk.does("outcome", item, "--outcome=无金额", "--as=李四");
        desk.does("close", item, "--as=王五");

        assertThat(figures()).containsEntry("on_time", 0L);
        assertThat(standing().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aReviewIsWrittenDownAndSetsTheNextWithinAYearAndTheTerm() {
        goTo("2027-02-26");
        assertThat(missing(Act.REVIEW, "孙六", Map.of(Input.TEXT, "按计划", Input.REVIEW, "2028-03-01")))
                .containsExactly("review_within_a_year");
        desk.does("年度复核", item, "--text=按计划推进", "--review=2028-02-25", "--as=孙六");
        Fields fields = desk.ledger.log().subject(item);
        assertThat(fields.of("review.1.text")).isEqualTo("按计划推进");
        assertThat(fields.of("review_on")).isEqualTo("2028-02-25");
        assertThat(fields.of("deadline")).isEqualTo("2031-05-06");
        goTo("2031-03-03");

        assertThat(missing(Act.REVIEW, "孙六", Map.of(Input.TEXT, "按计划", Input.REVIEW, "2032-02-27")))
                .containsExactly("review_within_term");
    }

    @Test
    void afterFiveYearsItIsOverdueUntilAnotherLeaderContinuesIt() {
        goTo("2031-05-07");
        assertThat(standing().isOverdue(desk.ledger.today())).isTrue();
        Map<Input, String> in = Map.of(Input.REVIEW, "2032-05-06");
        assertThat(missing(Act.CONTINUE, "钱副局长", in)).containsExactly("not_own_case");
        assertThat(desk.ledger
                        .act(Act.CONTINUE, List.of(item), in, "有理由", new Actor("孙某", Set.of(Role.SUPERVISOR), ""))
                        .refused()
                        .getFirst()
                        .failed())
                .containsExactly("role");
        desk.does("续期", item, "--review=2032-05-06", "--reason=体制问题未解", "--as=赵局长");
        Fields fields = desk.ledger.log().subject(item);

        assertThat(fields.of("deadline")).isEqualTo("2036-05-07");
        assertThat(fields.of("continuation.1.before")).isEqualTo("2031-05-06");
        assertThat(standing().isOverdue(desk.ledger.today())).isFalse();
        desk.ledger.undo(desk.ledger.log().batches(1).getFirst().batch(), "误批", Actor.anybody("赵局长"));
        assertThat(standing().isOverdue(desk.ledger.today())).isTrue();
    }

    @Test
    void noExtensionLeadsBeyondTheTerm() {
        goTo("2026-06-01");
        assertThat(missing(Act.ASK, "李四", Map.of(Input.UNTIL, "2034-01-04"))).containsExactly("within_term");
    }

    @Test
    void onlyWhatWasProlongedIsReviewedOrContinued() {
        item = desk.itemIn(State.IN_PROGRESS);
        Map<Input, String> in = Map.of(Input.TEXT, "按计划", Input.REVIEW, "2027-01-04");

        assertThat(missing(Act.REVIEW, "孙六", in)).contains("is_long_term");
        assertThat(missing(Act.CONTINUE, "赵局长", Map.of(Input.REVIEW, "2027-01-04")))
                .contains("is_long_term");
    }

    @Test
    void aReviewIsADayOfTheCalendar() {
        assertThat(desk.told("calendar")).contains("2027-03-01|年度复核");
    }
}
