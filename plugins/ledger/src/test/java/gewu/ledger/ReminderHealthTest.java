package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.workbench.HealthFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor looks whether people are reminded.
final class ReminderHealthTest {
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

    private HealthFinding finding(String checked) {
        return new ReminderHealth(desk.ledger, desk.reminding())
                .check().stream()
                        .filter(it -> it.checked().equals(checked))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aChannelThatDoesNotTakeRemindersIsToldWithItsReason() {
        desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-06-06"));
        desk.channel.isBroken = true;
        desk.reminding().run(Progress.NONE);

        assertThat(finding("ledger/reminders").state()).isEqualTo(HealthFinding.State.WARNING);
        assertThat(finding("ledger/reminders").detail())
                .isEqualTo("The channel file did not take 2 reminders. the line is cut");
        desk.channel.isBroken = false;
        desk.reminding().run(Progress.NONE);
        assertThat(finding("ledger/reminders").state()).isEqualTo(HealthFinding.State.WELL);
    }

    @Test
    void rulesThatCannotBeReadAreBroken() throws IOException {
        Files.writeString(desk.scope.dataFolder().resolve("reminders.tsv"), "weekly\tdeadline\n");

        assertThat(finding("ledger/reminders").state()).isEqualTo(HealthFinding.State.BROKEN);
    }

    @Test
    void aTableOfTheOfficeThatIsOffIsNamed() throws IOException {
        Files.writeString(desk.scope.dataFolder().resolve("calendar.tsv"), "2027-1-1\t休\n");

        assertThat(finding("ledger/reminders").state()).isEqualTo(HealthFinding.State.BROKEN);
        assertThat(finding("ledger/reminders").detail()).startsWith("Line 1 of calendar.tsv");
    }

    @Test
    void yearsWhoseHolidaysAreAnnouncedAndUnknownAreTold() throws IOException {
        String item = desk.proposed("预算编制不够精准");
        desk.does("register", item, "--category=预算", "--kind=分阶段", "--goal=编准", "--twin=新");
        assertThat(desk.ledger.log().subject(item).of("deadline")).startsWith("2027-");
        assertThat(finding("ledger/calendar").state()).as("nobody knows in May").isEqualTo(HealthFinding.State.WELL);
        desk.clock.goTo(LocalDate.parse("2026-11-20"));
        assertThat(finding("ledger/calendar").state()).isEqualTo(HealthFinding.State.WARNING);
        assertThat(finding("ledger/calendar").detail())
                .isEqualTo("The calendar does not know the holidays of 2027, in which 1 deadlines fall.");
        Files.writeString(desk.scope.dataFolder().resolve("calendar.tsv"), "2027-01-01\t休\t元旦\n");
        assertThat(finding("ledger/calendar").state()).isEqualTo(HealthFinding.State.WELL);
    }
}
