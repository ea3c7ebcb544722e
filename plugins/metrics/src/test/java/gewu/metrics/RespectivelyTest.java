package gewu.metrics;

import static gewu.metrics.Told.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RespectivelyTest {
    @Test
    void theNamesBeforeTakeTheValuesBehindByOrder() {
        assertThat(lines("会议费、培训费分别为1.2万元和0.8万元"))
                .containsExactly("1.2万元 fin.econ.302.30215 level", "0.8万元 fin.econ.302.30216 level");
    }

    @Test
    void changesGoToTheLevelsToldBeforeThem() {
        assertThat(lines("办理来信64件、来访97批次,同比分别下降5%和上升8%"))
                .containsExactly(
                        "64件 pet.letter.case level",
                        "97批次 pet.visit.batch level",
                        "5% pet.letter.case change_pctdown of 64件",
                        "8% pet.visit.batch change_pctup of 97批次");
    }

    @Test
    void batchesAndPersonsOfOneIndicatorMoveEachByItsOwnRate() {
        assertThat(lines("到省上访7批20人次,批次、人次同比分别下降12.5%、31%"))
                .containsExactly(
                        "7批 pet.prov.batch level",
                        "20人次 pet.prov.person level",
                        "12.5% pet.prov.batch change_pctdown of 7批",
                        "31% pet.prov.person change_pctdown of 20人次");
    }

    @Test
    void eachNameMayTakeItsBatchesAndItsPersons() {
        assertThat(lines("省、市两级集体访分别为2批18人次和9批130人次"))
                .containsExactly(
                        "2批 pet.prov.group.batch level",
                        "18人次 pet.prov.group.person level",
                        "9批 pet.city.group.batch level",
                        "130人次 pet.city.group.person level");
    }

    @Test
    void wherePartsAndValuesDifferInNumberNothingIsGivenByOrder() {
        assertThat(Told.in("受理率、办结率、满意率分别为99%、98%", "").stream().map(Statement::why))
                .noneMatch(why -> why.startsWith("value by order"));
    }
}
