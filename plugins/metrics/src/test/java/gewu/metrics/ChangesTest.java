package gewu.metrics;

import static gewu.metrics.Told.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChangesTest {
    @Test
    void aDifferenceAndARateBelongToTheLevelBefore() {
        assertThat(lines("差旅费5.2万元,比上年减少0.6万元,下降10.3%"))
                .containsExactly(
                        "5.2万元 fin.econ.302.30211 level",
                        "0.6万元 fin.econ.302.30211 change_absdown of 5.2万元",
                        "10.3% fin.econ.302.30211 change_pctdown of 5.2万元");
    }

    @Test
    void aNameOfItsOwnTakesTheChange() {
        assertThat(lines("来信31件,来访人次下降4%"))
                .containsExactly("31件 pet.letter.case level", "4% pet.visit.person change_pctdown");
    }

    @Test
    void theMeasureBeforeTheVerbPicksTheLevel() {
        assertThat(lines("来访40批95人次,批次同比上升2%"))
                .containsExactly(
                        "40批 pet.visit.batch level",
                        "95人次 pet.visit.person level",
                        "2% pet.visit.batch change_pctup of 40批");
    }

    @Test
    void oneRateMayBelongToSeveralLevels() {
        assertThat(lines("来信31件,来访40批,来信、来访均下降5%"))
                .containsExactly(
                        "31件 pet.letter.case level",
                        "40批 pet.visit.batch level",
                        "5% pet.letter.case change_pctdown of 31件",
                        "5% pet.visit.batch change_pctdown of 40批");
    }

    @Test
    void pointsBelongToARateNotToACount() {
        assertThat(lines("满意率96%,参与评价的有210人,同比提高1.5个百分点").getLast())
                .isEqualTo("1.5个百分点 rate.satisfy change_ppup of 96%");
    }
}
