package gewu.metrics;

import static gewu.metrics.Told.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StoryTest {
    @Test
    void behindABracketTheTotalIsSpokenOfAgain() {
        assertThat(lines("基本支出90万元(人员经费70万元,公用经费20万元),同比增长3%").getLast())
                .isEqualTo("3% fin.exp.basic change_pctup of 90万元");
    }

    @Test
    void insideABracketWhatStandsThereIsSpokenOf() {
        assertThat(lines("基本支出90万元(公用经费20万元,下降4%)").getLast())
                .isEqualTo("4% fin.exp.basic.public change_pctdown of 20万元");
    }

    @Test
    void aBracketRightBehindAFigureSpeaksOfThatFigure() {
        assertThat(lines("公务接待费0.9万元(占三公经费的30%)").getLast()).isEqualTo("30% fin.exp.3public.reception share of 0.9万元");
    }

    @Test
    void lastYearsLevelIsNotSpokenOfFurther() {
        assertThat(lines("差旅费5万元,上年为6万元,下降16.7%").getLast())
                .isEqualTo("16.7% fin.econ.302.30211 change_pctdown of 5万元");
    }

    @Test
    void aShortNameHoldsUnderTheTotalToldBefore() {
        assertThat(lines("本年支出合计150万元,其中基本90万元、项目60万元"))
                .containsExactly("150万元 fin.exp.total level", "90万元 fin.exp.basic level", "60万元 fin.exp.project level");
    }
}
