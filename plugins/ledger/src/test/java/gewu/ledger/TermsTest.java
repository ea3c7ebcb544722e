package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /// The State Council's announcements for the years, as they part them: days off from–to, then weekends worked.
    @ParameterizedTest
    @CsvSource({
        "2023, 01-01/01-02 01-21/01-27 04-05/04-05 04-29/05-03 06-22/06-24 09-29/10-06, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
        "2024, 01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07,"
                + " 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
        "2025, 01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08, 01-26 02-08 04-27 09-28 10-11",
        "2026, 01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07,"
                + " 01-04 02-14 02-28 05-09 09-20 10-10",
    })
    void eachDayOfAYearIsAsItWasAnnounced(int year, String off, String worked) {
        WorkingDays days = Terms.own().workingDays();
        Set<LocalDate> wanted = new TreeSet<>();
        Set<LocalDate> told = new TreeSet<>();
        for (LocalDate it = LocalDate.of(year, 1, 1); it.getYear() == year; it = it.plusDays(1)) {
            LocalDate day = it;
            boolean isWeekend = it.getDayOfWeek().getValue() > 5;
            boolean isOff = Stream.of(off.split(" "))
                    .map(span -> span.split("/"))
                    .anyMatch(span ->
                            !day.isBefore(day(year + "-" + span[0])) && !day.isAfter(day(year + "-" + span[1])));
            boolean isExtra = List.of(worked.split(" ")).contains(it.toString().substring(5));
            if (isExtra || (!isWeekend && !isOff)) {
                wanted.add(it);
            }
            if (days.isWorked(it)) {
                told.add(it);
            }
        }

        assertThat(told).isEqualTo(wanted);
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
