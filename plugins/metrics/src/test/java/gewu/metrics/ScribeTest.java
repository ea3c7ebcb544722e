package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScribeTest {
    private static Statement last(String words) {
        return Told.in(words, "").getLast();
    }

    @Test
    void theNounIsWhatStaysWithoutTheWordsThatLeadToIt() {
        assertThat(Scribe.stripped("其中,全年办理来信共")).isEqualTo("办理来信");
        assertThat(Scribe.led("2021年基本支出为")).isEqualTo("基本支出为");
    }

    @Test
    void moneyIsPlannedGrantedOrSpentByTheWordsBeforeIt() {
        assertThat(last("项目支出年初预算30万元").basis()).isEqualTo("budget");
        assertThat(last("项目资金到位28万元").basis()).isEqualTo("appropriated");
        assertThat(last("项目支出27万元").basis()).isEqualTo("outturn");
        assertThat(last("群众满意度不低于90%").basis()).isEqualTo("target");
        assertThat(last("办结率98%").basis()).isEmpty();
    }

    @Test
    void lastYearsLevelIsAYearEarlierAndTheBaseOfTheChange() {
        var all = Told.in("印刷费2万元,上年为3万元,下降33.3%", "");

        assertThat(all.get(1).period()).isEqualTo("2020");
        assertThat(all.get(2).base()).isEqualTo(1);
        assertThat(all.get(2).basePeriod()).isEqualTo("2020");
    }

    @Test
    void aFlowUpToADayRunsFromNewYearAndAStockIsOfThatDay() {
        assertThat(last("截至2021年10月31日,办结信访事项90件").period()).isEqualTo("2021-01-01/2021-10-31");
        assertThat(last("截至2021年10月31日,在职人员41人").period()).isEqualTo("2021-10-31");
    }

    @Test
    void aNumberWithoutAUnitTakesThatOfItsSisters() {
        Statement it = last("到市上访30批96人次,到县上访80批210");

        assertThat(it.unit().surface()).isEqualTo("人次");
        assertThat(it.canonical()).isEqualTo("pet.county.person");
    }

    @Test
    void aPartOfSpendingIsWithinTheSpendingThatItsHeadingNames() {
        assertThat(Told.in("会议费1.1万元", "二、支出情况 (二)项目支出情况").getLast().scope()).isEqualTo("项目支出");
        assertThat(Told.in("基本支出60万元,其中办公费2万元", "").getLast().scope()).isEqualTo("基本支出");
    }

    @Test
    void aDamagedNumberHasNoValueAndSaysWhatItMayBe() {
        assertThat(last("基本支出60..5万元").issue()).startsWith("malformed number");
    }
}
