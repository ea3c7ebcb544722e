package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.kernel.word.Catalogue;
import gewu.ledger.channel.Notice;
import gewu.ledger.remind.Colour;
import gewu.ledger.remind.Round;
import gewu.ledger.remind.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is reminded when, and that nobody is forgotten or told twice.
final class RemindersTest {
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

    private Round roundOn(String day) {
        desk.clock.goTo(LocalDate.parse(day));
        return desk.reminding().run(Progress.NONE);
    }

    private List<Sent> sentOf(String item) {
        return desk.reminding()
                .reminders()
                .last(item, "", "", Integer.MAX_VALUE)
                .reversed();
    }

    private List<String> rulesOf(String item) {
        return sentOf(item).stream().map(Sent::rule).toList();
    }

    private Object next(String item, String field) {
        return Objects.requireNonNullElse(
                desk.rows("show", item).getFirst().values().get(field), "–");
    }

    @Test
    void theDeadlineIsToldBeforeAndAfterItComesEachTimeOnce() {
        String item = desk.itemIn(State.IN_PROGRESS);
        assertThat(next(item, "next_reminder")).isEqualTo("2026-06-05");
        assertThat(next(item, "next_reminder_rule")).isEqualTo("idle");
        roundOn("2026-06-28");
        assertThat(rulesOf(item)).containsExactly("idle", "deadline-30");
        assertThat(next(item, "next_reminder")).isEqualTo("2026-06-29");
        assertThat(next(item, "next_reminder_colour")).isEqualTo("blue");
        roundOn("2026-06-29");
        assertThat(roundOn("2026-06-29").sent()).isZero();
        roundOn("2026-07-03");
        roundOn("2026-07-06");
        roundOn("2026-07-07");

        assertThat(rulesOf(item))
                .containsExactly("idle", "deadline-30", "deadline-7", "deadline-3", "idle", "deadline-0", "overdue-1");
        Sent last = sentOf(item).getLast();
        assertThat(last.colour()).isEqualTo(Colour.RED);
        assertThat(last.words().zh()).isEqualTo("超过整改时限（2026-07-06）1 天");
        assertThat(last.audience()).extracting(Sent.Recipient::party).containsExactly("李四", "DW-0001", "钱副局长");
    }

    @Test
    void whatWasMissedIsCaughtUpAsOneDigestAndSaysSo() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-05-20");
        Round round = roundOn("2026-08-10");

        assertThat(round.sent()).isEqualTo(12);
        assertThat(round.late()).isEqualTo(12);
        assertThat(desk.channel.digests).hasSize(1);
        assertThat(desk.channel.taken).hasSize(12);
        assertThat(sentOf(item)).extracting(Sent::digest).containsOnly(1L);
        assertThat(sentOf(item)).extracting(Sent::dueOn).isSorted();
        assertThat(desk.told("reminders", item)).contains("超过整改时限（2026-07-06）29 天", "李四、水利局、钱副局长");
    }

    @Test
    void anItemThatIsOverdueForAYearStillSpeaks() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2027-07-05");
        long before = sentOf(item).size();
        Round round = roundOn("2027-07-12");

        assertThat(round.sent()).isPositive();
        assertThat(sentOf(item)).hasSizeGreaterThan((int) before);
        assertThat(rulesOf(item)).endsWith("overdue-on");
        assertThat((String) next(item, "next_reminder"))
                .isGreaterThan("2027-07-12")
                .isLessThanOrEqualTo("2027-07-19");
        assertThat(desk.told("show", item)).contains("下次提醒：2027-07-");
    }

    @Test
    void anExtensionMakesAnotherDeadlineWithRemindersOfItsOwn() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-07-04");
        desk.does("ask", item, "--until=2026-09-01", "--reason=招标流标", "--as=李四");
        desk.does("decide", item, "--decision=同意", "--as=赵局长");
        assertThat(roundOn("2026-07-20").sent()).isEqualTo(1);
        roundOn("2026-08-02");
        roundOn("2026-08-25");

        assertThat(sentOf(item).stream().filter(it -> it.rule().equals("deadline-30")))
                .extracting(Sent::revision)
                .containsExactly("1", "2");
        assertThat(rulesOf(item)).doesNotContain("overdue-1");
        assertThat(next(item, "next_reminder")).isEqualTo("2026-08-29");
    }

    @Test
    void whatIsSuspendedOrClosedIsSilentUntilItIsNotAnyMore() {
        String suspended = desk.itemIn(State.SUSPENDED);
        String closed = desk.itemIn(State.CLOSED);
        assertThat(next(suspended, "next_reminder")).isEqualTo("–");
        assertThat(next(closed, "next_reminder")).isEqualTo("2026-07-28");
        roundOn("2026-07-31");
        assertThat(rulesOf(suspended)).isEmpty();
        assertThat(rulesOf(closed)).containsExactly("look-back-7");
        roundOn("2026-08-20");

        assertThat(desk.state(suspended)).isEqualTo("IN_PROGRESS");
        assertThat(rulesOf(suspended)).isEmpty();
        assertThat(rulesOf(closed)).containsExactly("look-back-7", "look-back", "look-back", "look-back");
        assertThat(next(suspended, "next_reminder_rule")).isEqualTo("deadline-30");
    }

    @Test
    void whoDoesNotReceiveWhatWasAssignedIsReported() {
        String item = desk.itemIn(State.ASSIGNED);
        assertThat(next(item, "next_reminder")).isEqualTo("2026-05-10");
        // Three working days; Saturday, 9 May is worked for the holiday before.
        roundOn("2026-05-10");
        assertThat(rulesOf(item)).containsExactly("receipt");
        assertThat(sentOf(item).getFirst().words().zh()).isEqualTo("超过签收期限（2026-05-09）1 天");
        desk.does("receive", item, "--person=李四", "--as=李四");
        roundOn("2026-05-30");
        assertThat(rulesOf(item)).containsExactly("receipt");
    }

    @Test
    void redThatNobodyAnswersProposesATalkAndABulletin() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-07-07");
        roundOn("2026-07-21");
        assertThat(rulesOf(item)).doesNotContain("unanswered");
        assertThat(roundOn("2026-07-22").proposals()).isEqualTo(1);
        Sent proposal = sentOf(item).stream()
                .filter(it -> it.rule().equals("unanswered"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.proposes()).containsExactly("talk", "bulletin");
        assertThat(desk.told("reminders", item)).contains("约谈、通报");
        roundOn("2026-12-31");
        assertThat(rulesOf(item)).containsOnlyOnce("unanswered");
    }

    @Test
    void redThatIsAnsweredProposesNothingUntilItIsUnansweredAgain() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-07-07");
        desk.clock.goTo(LocalDate.parse("2026-07-10"));
        desk.does("report", item, "--text=正在招标", "--percent=40", "--as=李四");
        roundOn("2026-07-13");
        roundOn("2026-07-27");
        assertThat(rulesOf(item)).doesNotContain("unanswered");
        roundOn("2026-07-28");
        assertThat(rulesOf(item)).contains("unanswered");
    }

    @Test
    void milestonesAndLettersHaveTheirDaysToo() {
        String item = desk.itemIn(State.IN_PROGRESS);
        desk.does("milestone", item, "--name=建章立制", "--due=2026-05-20");
        desk.does("letter", item, "--letter=督办函", "--colour=黄", "--number=督〔2026〕9号", "--reply-due=2026-05-15");
        roundOn("2026-05-21");
        assertThat(rulesOf(item)).containsExactly("milestone-7", "reply", "milestone-late");
        desk.does("reply", item, "--number=督〔2026〕9号", "--text=已办", "--as=李四");
        desk.does("reach", item, "--milestone=1", "--as=李四");
        roundOn("2026-06-03");
        assertThat(rulesOf(item)).hasSize(3);
    }

    @Test
    void whatWasSentIsNeverChangedAndNeverSentAgain() {
        String item = desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-06-06");
        assertThatThrownBy(() -> desk.store.update("UPDATE ledger_reminder SET colour = 'red'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> desk.store.update("DELETE FROM ledger_reminder"))
                .hasMessageContaining("never deleted");
        long sent = sentOf(item).size();
        desk.store.update("DELETE FROM ledger_reminder_plan");
        assertThat(roundOn("2026-06-06").sent()).isZero();
        assertThat(sentOf(item)).hasSize((int) sent);
    }

    @Test
    void aChannelThatFailsIsNamedAndTriedAgainAndLosesNothing() {
        desk.itemIn(State.IN_PROGRESS);
        desk.channel.isBroken = true;
        Round first = roundOn("2026-06-06");
        assertThat(first.sent()).isEqualTo(2);
        assertThat(first.waiting()).containsExactly(new Round.Waiting("file", 2, 1, "the line is cut"));
        assertThat(desk.told("remind")).contains("渠道 file 有 2 条没有送出（试过 2 次", "the line is cut");
        desk.channel.isBroken = false;
        Round last = roundOn("2026-06-29");

        assertThat(last.waiting()).isEmpty();
        assertThat(desk.channel.digests.getLast().notices()).hasSize(3);
        assertThat(desk.channel.taken).hasSize(3);
        assertThat(roundOn("2026-06-29").sent()).isZero();
        assertThat(desk.channel.digests).hasSize(3);
    }

    @Test
    void whatAChannelLeavesWaitsWithItsReasonAndTheRestIsTaken() {
        desk.itemIn(State.IN_PROGRESS);
        desk.channel.refused.put(2L, "Nobody lives there.");
        Round first = roundOn("2026-06-06");

        assertThat(first.sent()).isEqualTo(2);
        assertThat(first.waiting()).containsExactly(new Round.Waiting("file", 1, 1, "Nobody lives there."));
        desk.channel.refused.clear();
        assertThat(roundOn("2026-06-06").waiting()).isEmpty();
        assertThat(desk.channel.digests.getLast().notices())
                .extracting(Notice::number)
                .containsExactly(2L);
    }

    @Test
    void aChannelThatNobodySetUpIsGivenNothingAndNobodyComplains() {
        desk.itemIn(State.IN_PROGRESS);
        desk.channel.isSetUp = false;
        assertThat(roundOn("2026-06-06").waiting()).isEmpty();
        desk.channel.isSetUp = true;
        assertThat(roundOn("2026-06-06").waiting()).isEmpty();
        assertThat(desk.channel.digests).as("nothing of the time before").isEmpty();
        desk.channel.isBroken = true;
        assertThat(roundOn("2026-06-29").waiting()).hasSize(1);
        desk.channel.isSetUp = false;
        assertThat(roundOn("2026-06-30").waiting()).isEmpty();
        desk.channel.isBroken = false;
        desk.channel.isSetUp = true;
        desk.channel.taken.clear();
        roundOn("2026-06-30");
        assertThat(desk.channel.taken).as("what waited when it was taken down").hasSize(1);
    }

    private void table(String text) throws IOException {
        Files.writeString(desk.scope.dataFolder().resolve("reminders.tsv"), text.replace(" ", "\t"));
    }

    @Test
    void anOfficeHasRulesOfItsOwnAndNewOnesSendNothingForTheTimeBefore() throws IOException {
        String item = desk.itemIn(State.REGISTERED);
        table("weekly deadline * 1 days 7 unit workbench red -\n");
        roundOn("2026-07-07");
        assertThat(rulesOf(item)).containsExactly("weekly");
        roundOn("2026-09-15");
        assertThat(sentOf(item)).hasSize(11);
        assertThat(desk.channel.digests).isEmpty();
        table("weekly deadline * 1 days 7 unit workbench red -\n"
                + "daily deadline at_once 1 days 1 person,unit workbench,letter red talk\n");
        assertThat(next(item, "next_reminder")).isEqualTo("2026-09-15");
        Round round = roundOn("2026-09-15");

        assertThat(round.sent()).isEqualTo(1);
        assertThat(round.waiting().getFirst().failure()).isEqualTo("No plugin contributes the channel “letter”.");
        assertThat(rulesOf(item)).endsWith("daily");
        table("weekly deadline * 1 days 7 unit workbench red -\n");
        assertThat(roundOn("2026-09-16").waiting()).isEmpty();
    }

    @Test
    void workingDaysPassOverHolidays() throws IOException {
        String item = desk.itemIn(State.REGISTERED);
        table("work deadline * -5 working_days 0 unit workbench - -\n"
                + "weekly deadline * 1 days 7 unit workbench red -\n");
        // 2026-07-06 is a Monday: five working days before it is the Monday before.
        assertThat(next(item, "next_reminder")).isEqualTo("2026-06-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a deadline * 1 days 7 unit workbench red",
                "a dedline * 1 days 7 unit workbench red -",
                "a deadline often 1 days 7 unit workbench red -",
                "a deadline * soon days 7 unit workbench red -",
                "a deadline * 1 weeks 7 unit workbench red -",
                "a deadline * 1 days -7 unit workbench red -",
                "a deadline * 1 days 7 everybody workbench red -",
                "a deadline * 1 days 7 - workbench red -",
                "a deadline * 1 days 7 unit workbench pink -",
                "a deadline * 1 days 0 unit workbench red -",
                "a deadline * 1 days 7 unit workbench red -\na deadline * 2 days 7 unit workbench red -"
            })
    void aTableThatIsOffIsRefusedWithItsLineInBothLanguages(String text) throws IOException {
        desk.itemIn(State.REGISTERED);
        table("# 我们的规则\n" + text + "\n");
        Catalogue chinese = Catalogue.of(Ledger.class.getClassLoader());

        assertThatThrownBy(() -> desk.rows("remind")).isInstanceOfSatisfying(WorkbenchException.class, refused -> {
            assertThat(refused.getMessage()).containsAnyOf("Line 2 of reminders.tsv", "Line 3 of", "fall silent");
            assertThat(chinese.unknown(refused.getMessage() + "\n" + refused.remedy()))
                    .isEmpty();
        });
    }

    @Test
    void aTableThatIsOffKeepsNobodyFromTheLedger() throws IOException {
        String item = desk.itemIn(State.IN_PROGRESS);
        table("a deadline\n");

        assertThat(desk.rows("list").getFirst().values())
                .containsEntry("id", item)
                .containsEntry("next_reminder", null);
        assertThat(desk.told("show", item)).contains("提醒规则有误");
        desk.does("note", item, "--text=照常办理");
    }

    @Test
    void remindersAreListedForSomebody() {
        desk.itemIn(State.IN_PROGRESS);
        roundOn("2026-07-07");
        List<DataRow> all = desk.rows("reminders");
        List<DataRow> leaders = desk.rows("reminders", "--person=钱副局长");

        assertThat(all.getLast().values()).containsEntry("reminders", 7);
        assertThat(leaders.getLast().values()).containsEntry("reminders", 3);
        assertThat(desk.rows("reminders", "--person=钱").getLast().values()).containsEntry("reminders", 0);
        assertThat(desk.rows("reminders", "--colour=红").getLast().values()).containsEntry("reminders", 1);
        assertThat(all.getFirst().values()).containsEntry("rule", "overdue-1").containsEntry("colour", "red");
        assertThat(desk.rows("list").getFirst().values()).containsEntry("next_reminder", "2026-07-13");
    }

    @Test
    void theWorkbenchRemindsByItself() {
        desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-06-06"));
        ReminderRound upkeep = new ReminderRound(desk.reminding());

        assertThat(upkeep.run(Progress.NONE).orElseThrow().zh()).isEqualTo("提醒 2 条，涉及 1 项，其中补发 1 条。");
        assertThat(upkeep.run(Progress.NONE)).isEmpty();
    }
}
