package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsTest {
    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void holidaysAreOffAndSomeWeekendsAreWorked() {
        WorkingDays days = Terms.own().workingDays();

        assertThat(days.isWorked(day("2025-10-08"))).as("国庆节、中秋节").isFalse();
        assertThat(days.isWorked(day("2025-10-11"))).as("a Saturday, 调休").isTrue();
        assertThat(days.isWorked(day("2025-10-12"))).isFalse();
        assertThat(days.plus(day("2025-09-30"), 3)).isEqualTo(day("2025-10-11"));
        assertThat(days.knows(2026)).isTrue();
        assertThat(days.knows(2031)).isFalse();
    }

    @Test
    void aDeadlineNeverFallsOnADayOff() {
        Terms terms = Terms.own();

        assertThat(terms.deadline("at_once", "high", day("2026-08-03"))).contains(day("2026-10-08"));
        assertThat(terms.deadline("staged", "low", day("2026-05-06"))).contains(day("2027-05-06"));
        assertThat(terms.deadline("lasting", "low", day("2026-05-06"))).isEmpty();
        assertThat(terms.receipt(day("2026-04-30"))).isEqualTo(day("2026-05-08"));
    }

    @Test
    void theOfficesOwnTablesWin(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Terms.POLICIES), "at_once\thigh\t30\tdays\n");
        Files.writeString(folder.resolve(Terms.CALENDAR), "2026-06-05\t休\t本地节日\n");
        Terms terms = Terms.with(folder);

        assertThat(terms.deadline("at_once", "high", day("2026-05-06"))).contains(day("2026-06-08"));
        assertThat(terms.deadline("at_once", "low", day("2026-05-06"))).contains(day("2026-07-06"));
    }

    @Test
    void aWrongRowIsNamedByItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Terms.CALENDAR), "# 我们的\n2026-6-5\t休\n");

        assertThatThrownBy(() -> Terms.with(folder))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("Line 2 of calendar.tsv");
    }
}
