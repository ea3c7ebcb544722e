package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From what a report admits to items that wait for a person, and what becomes of them when the report changes.
final class TakeTest {
    private static final String FIRST = """
            一、存在的问题
            1.【预算编制的前瞻性不够】，〔因年初摸底不足〕。
            2.【固定资产盘点不及时】。
            二、改进措施
            均《建立部门联审机制，提前摸清需求》。
            """;
    private static final String ONE = "ZG-2024-0001-0001";
    private static final String TWO = "ZG-2024-0001-0002";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        assertThat(new LedgerHealth(desk.ledger).check()).allMatch(it -> it.state() == HealthFinding.State.WELL);
        desk.close();
    }

    private void first() {
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, FIRST);
        desk.does("take");
    }

    /// How it went: added, same, changed, lost.
    private List<Object> takes(String... words) {
        DataRow taken = desk.rows(words).getLast();
        return List.of("added", "same", "changed", "lost").stream()
                .map(it -> (Object) taken.values().get(it))
                .toList();
    }

    private Fields item(String id) {
        return desk.ledger.log().subject(id);
    }

    @Test
    void whatAReportAdmitsWaitsForAPersonWithItsSentencesCausesAndRemedies() {
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, FIRST);

        assertThat(takes("收录")).containsExactly(2, 0, 0, 0);
        Fields item = item(ONE);
        assertThat(desk.ledger.parties().name(item.of("unit"))).isEqualTo("青禾县水利局");
        assertThat(item.of("state")).isEqualTo("PROPOSED");
        assertThat(item.of("title")).isEqualTo("预算编制的前瞻性不够");
        assertThat(item.of("category")).isEqualTo("预算编制");
        assertThat(item.of("source_kind")).isEqualTo("self_evaluation");
        assertThat(item.of("confidence")).isEqualTo("0.90");
        assertThat(item.number("source.1.start")).isEqualTo(FIRST.indexOf("预算编制的"));
        assertThat(item.of("source.1.anchor")).startsWith("a1~");
        assertThat(item.of("cause.1.text")).isEqualTo("因年初摸底不足");
        assertThat(item.number("cause.1.start")).isEqualTo(FIRST.indexOf("因年初"));
        assertThat(item.of("remedy.CS-000001.status")).isEqualTo("proposed");
        assertThat(item.of("remedy.CS-000001.why")).isEqualTo("都说到预算");
    }

    @Test
    void aRemedyThatAnswersTwoProblemsIsOne() {
        first();

        assertThat(item(TWO).members("remedy")).containsExactly("CS-000001");
        assertThat(item("CS-000001").members("item")).containsExactly(ONE, TWO);
        assertThat(item("CS-000001").number("start")).isEqualTo(FIRST.indexOf("建立部门"));
    }

    @Test
    void theSameReportTwiceChangesNothing() {
        first();
        long events = desk.ledger.log().head().sequence();

        assertThat(takes("take")).containsExactly(0, 2, 0, 0);
        assertThat(takes("take", "--report=a1")).containsExactly(0, 2, 0, 0);
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(events);
    }

    @Test
    void aChangedReportChangesOnlyWhatChangedAndDecisionsStay() {
        first();
        desk.does("register", ONE, "--title=预算编不准", "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
        desk.does("link", ONE, "--remedy=CS-000001", "--status=否决");
        desk.does("dismiss", TWO, "--because=其他", "--reason=已盘点");
        String second = "青禾县水利局\n" + FIRST.replace("均《", "新增【个别合同签订超期】。均《");
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.8, second);

        assertThat(takes("take")).containsExactly(1, 0, 2, 0);
        Fields item = item(ONE);
        assertThat(item.of("state")).isEqualTo("REGISTERED");
        assertThat(item.of("title")).isEqualTo("预算编不准");
        assertThat(item.of("category")).isEqualTo("预算");
        assertThat(item.of("confidence")).as("of what is decided").isEqualTo("0.90");
        assertThat(item.of("remedy.CS-000001.status")).isEqualTo("rejected");
        assertThat(item.number("source.1.start")).isEqualTo(second.indexOf("预算编制的"));
        assertThat(item.of("source.1.version")).isEqualTo("2");
        assertThat(desk.state(TWO)).isEqualTo("DISMISSED");
        assertThat(item("ZG-2024-0001-0003").of("title")).isEqualTo("个别合同签订超期");
        assertThat(item("ZG-2024-0001-0003").members("remedy")).containsExactly("CS-000001");
        assertThat(takes("take")).containsExactly(0, 3, 0, 0);
    }

    @Test
    void aSentenceInOtherWordsIsTheSameProblemAndItsTitleFollowsUntilSomebodyDecides() {
        first();
        desk.does("register", TWO, "--category=资产", "--kind=立行立改", "--goal=盘清", "--twin=新");
        desk.bringIn(
                "a1", 2, "青禾县水利局", 2024, 0.9, FIRST.replace("前瞻性不够", "前瞻性还不太够").replace("盘点不及时", "盘点仍不及时"));

        assertThat(takes("take")).containsExactly(0, 0, 2, 0);
        assertThat(item(ONE).of("title")).isEqualTo("预算编制的前瞻性还不太够");
        assertThat(item(TWO).of("source.1.quote")).isEqualTo("固定资产盘点仍不及时");
        assertThat(item(TWO).of("title")).isEqualTo("固定资产盘点不及时");
    }

    @Test
    void aSentenceThatIsGoneIsSaidToBeLostAndFoundAgain() {
        first();
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.9, FIRST.replace("【固定资产盘点不及时】", "本年度无其他需要说明的事项"));

        assertThat(takes("take")).as("the remedy behind it moved").containsExactly(0, 0, 1, 1);
        assertThat(desk.state(TWO)).isEqualTo("PROPOSED");
        assertThat(desk.told("list")).contains("失联");
        assertThat(desk.told("show", TWO)).contains("【失联】固定资产盘点不及时");
        assertThat(takes("take")).containsExactly(0, 1, 0, 1);

        desk.bringIn("a1", 3, "青禾县水利局", 2024, 0.9, FIRST);
        assertThat(takes("take")).containsExactly(0, 0, 2, 0);
        assertThat(item(TWO).has("source.1.lost")).isFalse();
    }

    @Test
    void aReportThatIsGoneLeavesItsItemsBehind() {
        first();
        desk.findings.forget("a1");

        assertThat(takes("take")).containsExactly(0, 0, 0, 2);
        assertThat(desk.ledger.items().find(ONE).orElseThrow().standing().number("lost"))
                .as("its problem, its cause and its remedy")
                .isEqualTo(3);
    }

    @Test
    void causesAndRemediesFollowTheirSentencesToo() {
        first();
        String moved = "青禾县水利局\n" + FIRST;
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.9, moved);

        assertThat(takes("take")).containsExactly(0, 0, 2, 0);
        assertThat(item(ONE).number("cause.1.start")).isEqualTo(moved.indexOf("因年初"));
        assertThat(item("CS-000001").number("start")).isEqualTo(moved.indexOf("建立部门"));
        assertThat(desk.ledger.log().history("CS-000001")).hasSize(3);
        long events = desk.ledger.log().head().sequence();
        assertThat(takes("take")).containsExactly(0, 2, 0, 0);
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(events);
    }

    @Test
    void causesAndRemediesInOtherWordsAreTheSameAndTheirWordsFollowUntilSomebodyDecides() {
        first();
        String second = FIRST.replace("因年初摸底不足", "因年初时摸底还不足").replace("提前摸清需求", "提前全面摸清需求");
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.9, second);
        desk.does("take");

        assertThat(item(ONE).members("cause")).containsExactly("1");
        assertThat(item(ONE).of("cause.1.text")).isEqualTo("因年初时摸底还不足");
        assertThat(item(ONE).members("remedy")).containsExactly("CS-000001");
        assertThat(item(ONE).of("remedy.CS-000001.text")).contains("提前全面摸清需求");
        assertThat(item(TWO).of("remedy.CS-000001.text")).contains("提前全面摸清需求");

        desk.does("register", ONE, "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
        desk.does("link", ONE, "--remedy=CS-000001", "--status=确认");
        desk.bringIn("a1", 3, "青禾县水利局", 2024, 0.9, FIRST);
        desk.does("take");
        assertThat(item("CS-000001").of("quote")).isEqualTo("建立部门联审机制，提前摸清需求");
        assertThat(item("CS-000001").of("text")).as("as it was confirmed").contains("提前全面摸清需求");
        assertThat(item(ONE).of("remedy.CS-000001.status")).isEqualTo("confirmed");
        assertThat(item(ONE).of("cause.1.quote")).isEqualTo("因年初摸底不足");
        assertThat(item(ONE).of("cause.1.text")).isEqualTo("因年初时摸底还不足");
    }

    @Test
    void causesAndRemediesWhoseSentencesAreGoneAreLostAndFoundAgain() {
        first();
        desk.bringIn(
                "a1", 2, "青禾县水利局", 2024, 0.9, FIRST.replace("，〔因年初摸底不足〕", "").replace("均《建立部门联审机制，提前摸清需求》。", "另行研究。"));
        desk.does("take");

        assertThat(item(ONE).has("source.1.lost")).isFalse();
        assertThat(item(ONE).has("cause.1.lost")).isTrue();
        assertThat(item("CS-000001").has("lost")).isTrue();
        assertThat(item(TWO).has("remedy.CS-000001.lost")).isTrue();
        assertThat(desk.rows("list", "--flag=失联")).hasSize(3);
        long events = desk.ledger.log().head().sequence();
        desk.rows("take");
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(events);

        desk.bringIn("a1", 3, "青禾县水利局", 2024, 0.9, FIRST);
        desk.does("take");
        assertThat(item(ONE).has("cause.1.lost")).isFalse();
        assertThat(item(TWO).has("remedy.CS-000001.lost")).isFalse();
        assertThat(item(ONE).members("cause")).containsExactly("1");
        assertThat(item(ONE).members("remedy")).containsExactly("CS-000001");
        assertThat(desk.rows("list", "--flag=失联")).hasSize(1);
    }

    @Test
    void whatTheFinderIsNotSureOfSaysSo() {
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.55, FIRST);
        desk.does("take");
        assertThat(item(ONE).of("doubtful")).isEqualTo("1");
        assertThat(desk.told("list")
                        .lines()
                        .filter(it -> it.startsWith(ONE))
                        .findFirst()
                        .orElseThrow())
                .contains("待确认|预算编制的前瞻性不够")
                .endsWith("|低置信");

        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.7, FIRST);
        assertThat(takes("take")).containsExactly(0, 0, 2, 0);
        assertThat(item(ONE).has("doubtful")).isFalse();
    }

    @Test
    void whatSomebodyEnteredByHandIsNotProposedAgain() {
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, FIRST);
        desk.rows("party", "青禾县水利局");
        desk.does("add", "盘点不及时", "--unit=青禾县水利局", "--year=2024", "--report=a1", "--quote=资产盘点不及时");

        assertThat(takes("take")).containsExactly(1, 0, 1, 0);
        assertThat(item(ONE).of("title")).isEqualTo("盘点不及时");
        assertThat(item(ONE).members("remedy")).containsExactly("CS-000001");
        assertThat(item(ONE).of("source.1.quote")).isEqualTo("资产盘点不及时");
    }

    @Test
    void aUnitThatWasRenamedIsTheSameUnit() {
        desk.rows("party", "青禾县水利局");
        desk.rows("party", "青禾县水利局", "--rename=青禾县水务局");
        first();

        assertThat(item(ONE).of("unit")).isEqualTo("DW-0001");
        assertThat(desk.ledger.parties().all()).hasSize(1);
    }

    @Test
    void aReportWithoutUnitOrYearIsNamedAndTheOthersComeIn() {
        desk.bringIn("a0", 1, "", 0, 0.9, FIRST);
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, FIRST);

        List<DataRow> rows = desk.rows("take");
        assertThat(rows.getFirst().values()).containsEntry("item", "a0").containsEntry("failed", List.of("facts"));
        assertThat(rows.getLast().values()).containsEntry("added", 2);
    }

    @Test
    void itIsTakenBackAsOneAndTakenAgain() {
        first();
        desk.does("undo", Long.toString(desk.ledger.log().batches(1).getFirst().batch()));

        assertThat(desk.ledger.items().count(ItemFilter.ALL)).isZero();
        assertThat(desk.ledger.parties().all()).isEmpty();
        assertThat(takes("take")).containsExactly(2, 0, 0, 0);
    }

    @Test
    void onlyReportsOfTheLedgerAreFollowedByThemselves() {
        first();
        FollowingReports following = new FollowingReports(desk.shelf, desk.findings, desk.ledger);
        assertThat(desk.ledger.news().reports()).containsExactly("a1");
        assertThat(following.run(Progress.NONE)).isEmpty();
        assertThat(desk.ledger.news().reports()).isEmpty();
        desk.bringIn("b1", 1, "青禾县教育局", 2024, 0.9, FIRST);
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.9, "说明\n" + FIRST);

        assertThat(following.run(Progress.NONE).orElseThrow().zh())
                .isEqualTo("看了 1 份报告：新增 0 项，0 项不变，2 项随报告更新，0 处原文失联。");
        assertThat(desk.ledger.news().reports()).isEmpty();
        assertThat(following.run(Progress.NONE)).isEmpty();
        assertThat(desk.ledger.items().reports()).containsExactly("a1");
    }

    @Test
    void whoMayEnterProblemsMayTakeThem() {
        desk.rows("party", "周主任", "--role=管理员");
        desk.rows("party", "小赵", "--role=查阅", "--as=周主任");
        assertThatThrownBy(() -> desk.rows("take", "--as=小赵"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("录入员");
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, FIRST);
        desk.rows("party", "小钱", "--role=录入员", "--as=周主任");

        desk.does("take", "--as=小钱");
        Event proposed = desk.ledger.log().history(ONE).getFirst();
        assertThat(proposed.role()).isEqualTo(Role.SYSTEM);
        assertThat(desk.ledger.parties().name(proposed.actor())).isEqualTo("小钱");
    }

    @Test
    void whateverCharactersASentenceHoldsItIsTakenOnce() {
        String text = "存在的问题：【预算\u0007编制\r\n的前\tX\ud800性 不够】；〔因\u0001手少〕《补\u0002人\r\n手》【 】【甲.。】【甲】【甲】。";
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, text);
        desk.does("take");
        long events = desk.ledger.log().head().sequence();
        List<Object> again = takes("take");

        assertThat(again).containsExactly(0, 3, 0, 0);
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(events);
    }

    @Test
    void aMergedItemAndWhatItWasMergedIntoBothFollowTheSentence() {
        first();
        desk.does("merge", TWO, "--into=" + ONE);
        String second = "说明\n" + FIRST;
        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.9, second);

        assertThat(takes("take")).containsExactly(0, 0, 2, 0);
        assertThat(item(ONE).number("source.2.start")).isEqualTo(second.indexOf("固定资产"));
        assertThat(item(TWO).number("source.1.start")).isEqualTo(second.indexOf("固定资产"));
    }
}
