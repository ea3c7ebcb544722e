package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {

    @ParameterizedTest
    @CsvSource({
        "^1.0,1.0.0,true",
        "^1.0,1.9.9,true",
        "^1.0,2.0.0,false",
        "^1.0,0.9.9,false",
        "^1.2,1.1.9,false",
        "^1.0,1.0.0-SNAPSHOT,true",
        "^1.0,1.5.0-SNAPSHOT,true",
        "^1.0,2.0.0-SNAPSHOT,false",
        "^1.0,2.0.0-alpha.1,false",
        "^1.2.3,1.2.3-rc.1,true",
        "^0.2,0.2.9,true",
        "^0.2,0.3.0,false",
        "^0.0.3,0.0.3,true",
        "^0.0.3,0.0.4,false",
        "^1,1.4.0,true",
        ">=1.2.0 <3.0.0,2.9.0,true",
        ">=1.2.0 <3.0.0,3.0.0,false",
        ">=1.2.0 <3.0.0,3.0.0-SNAPSHOT,false",
        ">=1.2.0 <3.0.0,1.2.0-SNAPSHOT,true",
        ">=1.2.0-rc.2 <2.0.0,1.2.0-rc.1,false",
        "^1.0,1.0.0+build.7,true"
    })
    void takesTheVersionsARangeMeans(String range, String version, boolean expected) {
        assertThat(VersionRange.parse(range)
                        .orElseThrow()
                        .contains(Version.parse(version).orElseThrow()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2", "newest", "", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "-1.0.0"})
    void refusesWhatIsNotAVersion(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "", "^", "^x", "[1.0,2.0)", ">=2.0.0 <1.0.0", "~1.2", "*", ">=1.0 <2.0"})
    void refusesWhatIsNotARange(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }

    @Test
    void ordersPreReleasesBeforeTheirRelease() {
        assertThat(Version.parse("1.0.0-SNAPSHOT").orElseThrow()).isLessThan(Version.of(1, 0, 0));
        assertThat(Version.of(1, 10, 0)).isGreaterThan(Version.of(1, 9, 0));
    }
}
