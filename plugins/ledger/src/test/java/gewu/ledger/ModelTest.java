package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The entities of the field and what their mechanisms write: one by one as the office's papers have them.
final class ModelTest {
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

    private Fields item(String id) {
        return desk.ledger.log().subject(id);
    }

    private List<Object> flagged(String flag) {
        return desk.rows("list", "--flag=" + flag).stream()
                .filter(it -> it.type().equals("item"))
                .map(it -> it.values().get("id"))
                .toList();
    }

    @Test
    void amountsAreToldByTreatmentAndAddUp() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("outcome", id, "--treatment=收缴追回", "--fixed=3万元", "--as=李四");
        desk.does("outcome", id, "--treatment=统筹盘活", "--fixed=1，200元", "--as=李四");
        desk.does("outcome", id, "--treatment=收缴追回", "--fixed=2万元", "--as=李四");

        assertThat(item(id).of("treatment.recovered.amount")).isEqualTo("2000000");
        assertThat(item(id).of("amount_fixed")).isEqualTo("2120000");
        assertThat(desk.told("show", id)).contains("21200");
    }

    @Test
    void aSuspensionThatIsNoticedLateGivesNoMoreTimeThanItHad() {
        String late = desk.itemIn(State.SUSPENDED);
        desk.clock.goTo(LocalDate.parse("2026-09-15"));
        desk.ledger.catchUp();
        assertThat(desk.state(late)).isEqualTo("IN_PROGRESS");
        // 07-06 and the 87 days from 05-06 to 08-01 is 10-01, a holiday until 10-07.
        assertThat(item(late).of("deadline")).isEqualTo("2026-10-08");
        assertThat(item(late).of("deadline_first")).isEqualTo("2026-07-06");
    }

    @Test
    void whereThePolicyLetsTheClockRunTheDeadlineStays() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("suspend", id, "--because=政策待定", "--until=2026-06-01", "--as=赵局长");
        desk.clock.goTo(LocalDate.parse("2026-06-01"));
        desk.ledger.catchUp();
        assertThat(item(id).of("deadline")).isEqualTo("2026-07-06");
    }

    @Test
    void whatIsMergedTakesItsCausesAlongAndGivesThemBack() {
        String one = desk.proposed("预算不准");
        String other = desk.proposed("预算编得不准");
        desk.does("cause", other, "--text=人手少", "--nature=人员");
        desk.does("merge", other, "--into=" + one);
        assertThat(item(one).of("cause.1.text")).isEqualTo("人手少");
        assertThat(item(one).of("cause.1.nature")).isEqualTo("people");
        desk.does("revive", other, "--reason=不是一回事");
        assertThat(item(one).members("cause")).isEmpty();
        assertThat(item(other).members("cause")).hasSize(1);
    }

    @Test
    void aLinkSaysWhoDecidedItAndWhereItCameFrom() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("remedy", id, "--text=请财政局增编", "--manner=建议", "--addressee=财政局", "--as=李四");
        assertThat(item(id).of("remedy.CS-000001.origin")).isEqualTo("human");
        assertThat(item(id).of("remedy.CS-000001.decided_by")).isEqualTo("李四");
        assertThat(item("CS-000001").of("kind")).isEqualTo("advice");
        assertThat(item("CS-000001").of("addressee")).isEqualTo("财政局");
        desk.does("report", id, "--remedy=CS-000001", "--text=已函商", "--percent=40", "--as=李四");
        assertThat(item(id).of("remedy.CS-000001.progress")).isEqualTo("40");
        assertThat(item(id).has("progress")).as("that of the item").isFalse();
    }

    @Test
    void lookBacksAreSetByThemselvesAndDueWhenTheirDayComes() {
        String id = desk.itemIn(State.CLOSED);
        assertThat(item(id).of("look_back_due")).isEqualTo("2026-08-04");
        assertThat(flagged("回头看待办")).isEmpty();
        desk.clock.goTo(LocalDate.parse("2026-08-04"));
        assertThat(flagged("回头看待办")).containsExactly(id);
        desk.does("look-back", id, "--found=纸面整改", "--sample=抽查三个村", "--as=周七");
        assertThat(flagged("回头看待办")).isEmpty();
        assertThat(item(id).of("look_back.1.planned")).isEqualTo("2026-08-04");
        assertThat(item(id).of("look_back.1.sample")).isEqualTo("抽查三个村");
        assertThat(desk.refused("reopen", id, "--reason=又来了", "--deadline=2026-09-04"))
                .isEqualTo(List.of("half_the_time"));
        desk.does("reopen", id, "--reason=又来了", "--deadline=2026-09-03");
        assertThat(flagged("重开")).containsExactly(id);
    }

    @Test
    void whatNobodyReceivesInThreeWorkingDaysIsFlaggedAndItsClockRunsOn() {
        String id = desk.itemIn(State.ASSIGNED);
        for (String day : List.of("2026-05-07", "2026-05-08", "2026-05-09")) {
            desk.clock.goTo(LocalDate.parse(day));
            assertThat(flagged("签收超时")).as(day).isEmpty();
        }
        // 9 May is a Saturday on which people work.
        desk.clock.goTo(LocalDate.parse("2026-05-10"));
        assertThat(flagged("签收超时")).containsExactly(id);
        desk.does("receive", id, "--person=李四", "--as=李四");
        assertThat(flagged("签收超时")).isEmpty();
        assertThat(item(id).of("deadline")).as("counted from before").isEqualTo("2026-07-06");
    }

    @Test
    void whatWasReturnedIsFlaggedAndWantsAnAnswer() {
        String id = desk.itemIn(State.ASSIGNED);
        desk.does("return", id, "--reason=职责不清", "--as=李四");
        assertThat(flagged("退回过")).containsExactly(id);
        assertThat(desk.refused("assign", id, "--number=督2号")).isEqualTo(List.of("answered"));
        desk.does("assign", id, "--number=督2号", "--reason=县府办已明确");
    }

    @Test
    void aCampaignHasDatesAndCountersOfItsOwn() {
        String open = desk.itemIn(State.IN_PROGRESS);
        String closed = desk.itemIn(State.SUBMITTED);
        desk.does("campaign", open, closed, "--campaign=百日攻坚");
        desk.does("examine", closed, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", closed, "--result=已完成", "--as=王五");
        desk.does("outcome", closed, "--outcome=无金额", "--as=李四");
        desk.does("close", closed, "--as=王五");
        desk.rows("开展专项", "百日攻坚", "--from=2026-05-01", "--until=2026-08-08", "--goal=清零");
        desk.clock.goTo(LocalDate.parse("2026-07-31"));
        DataRow row = desk.rows("campaigns").getFirst();
        assertThat(row.values())
                .containsEntry("name", "百日攻坚")
                .containsEntry("days_left", 8L)
                .containsEntry("items", 2)
                .containsEntry("closed", 1L)
                .containsEntry("closed_in_time", 1L)
                .containsEntry("open", 1L)
                .containsEntry("overdue", 1L);
        desk.rows("开展专项", "百日攻坚", "--until=2026-05-05");
        assertThat(desk.rows("campaigns", "百日攻坚").getFirst().values()).containsEntry("closed_in_time", 0L);
        assertThat(desk.told("专项行动")).contains("百日攻坚");
        assertThatThrownBy(() -> desk.rows("开展专项", "百日攻坚", "--until=2026-04-30"))
                .isInstanceOf(WorkbenchException.class);
        assertThatThrownBy(() -> desk.rows("campaigns", "百日攻尖")).hasMessageContaining("百日攻尖");
        desk.rows("undo", Long.toString(desk.ledger.log().batches(1).getFirst().batch()));
        assertThat(desk.rows("campaigns").getFirst().values()).containsEntry("until", "2026-08-08");
    }

    @Test
    void anOfficeHasChecklistsOfItsOwn() throws IOException {
        Files.writeString(desk.scope.dataFolder().resolve("checklists.tsv"), "四个到位\tclosing\t责任到位\n四个到位\tduty\t宣传到位\n");
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("checklist", id, "--checklist=四个到位");
        assertThat(item(id).of("check.1.closing")).isEqualTo("1");
        assertThat(item(id).has("check.2.closing")).isFalse();
        desk.does("tick", id, "--point=2", "--as=钱副局长");
        assertThat(desk.refused("tick", id, "--point=1", "--as=钱副局长")).isEqualTo(List.of("not_responsible_for_point"));
    }
}
