package gewu.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearRangeTest {
    @ParameterizedTest
    @CsvSource({
        "2021, 2021, 2021",
        "２０２１年度, 2021, 2021",
        "2020..2022, 2020, 2022",
        "2020-2022, 2020, 2022",
        "2020年-2022年, 2020, 2022",
        "2020.., 2020, 0",
        "..2022, 0, 2022"
    })
    void readsYearsAsPeopleWriteThem(String words, int first, int last) {
        assertThat(YearRange.read(words)).contains(new YearRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "-", "年", "21", "20212022", "2021,2022", "2020...2022", "-2020", "二一"})
    void seesWhenNoYearIsNamed(String words) {
        assertThat(YearRange.read(words)).isEmpty();
    }

    @Test
    void knowsWhenItRunsBackwards() {
        YearRange years = YearRange.read("2023..2021").orElseThrow();
        assertThat(years.isBackwards()).isTrue();
        assertThat(years.turned()).hasToString("2021..2023");
        assertThat(YearRange.read("2021..").orElseThrow().isBackwards()).isFalse();
    }
}
