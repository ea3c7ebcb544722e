package gewu.metrics;

import static gewu.metrics.Told.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SharesTest {
    @Test
    void aShareBelongsToTheLevelBeforeIt() {
        assertThat(lines("项目支出62万元,占总支出的31%"))
                .containsExactly("62万元 fin.exp.project level", "31% fin.exp.project share of 62万元");
    }

    @Test
    void aPartWithoutALevelIsItsShareByName() {
        assertThat(lines("来信占12%,来访占25%")).containsExactly("12% pet.letter.share share", "25% pet.visit.share share");
    }

    @Test
    void aRateWithAShareInItsNameIsThatShare() {
        assertThat(lines("重复信访占比9.5%")).containsExactly("9.5% pet.repeat.share share");
    }

    @Test
    void aClassThatNoTableKnowsIsAShareOfWhatTheTextSpeaksOf() {
        assertThat(lines("按内容分,劳动保障类占18%")).containsExactly("18% pet.share share");
    }
}
