package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same problem in another year or at another unit: told, explained, decided by a person, and taken back.
final class RecurrenceTest {
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

    /// Takes in a report that admits one problem; the item.
    private String admits(String org, int year, String words) {
        String report = org + year;
        desk.bringIn(report, 1, org, year, 0.9, "存在的问题：【" + words + "】。");
        desk.does("take", "--report=" + report);
        return desk.ledger.items().ofReport(report).getFirst();
    }

    private void registers(String id) {
        desk.does("register", id, "--category=预算编制", "--kind=立行立改", "--goal=编准", "--twin=新");
    }

    private void closes(String id) {
        registers(id);
        desk.does("assign", id, "--lead=水利局", "--leader=钱副局长", "--number=督〔2026〕1号");
        desk.does("receive", id, "--person=李四", "--as=李四");
        desk.does("evidence", id, "--file=" + desk.file("办法.txt", "第一条"), "--as=李四");
        desk.does("submit", id, "--percent=100", "--as=李四");
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", id, "--result=已完成", "--as=王五");
        desk.does("outcome", id, "--outcome=无金额", "--as=李四");
        desk.does("close", id, "--as=王五");
    }

    private Fields item(String id) {
        return desk.ledger.log().subject(id);
    }

    private void undo() {
        desk.does("undo", Long.toString(desk.ledger.log().batches(1).getFirst().batch()));
    }

    private List<DataRow> twins(String... words) {
        return desk.rows(words).stream().filter(it -> it.type().equals("twin")).toList();
    }

    @Test
    void theSameProblemIsFoundExplainedAndFoundFromBothSides() {
        String old = admits("水利局", 2023, "预算编制的前瞻性不够，年中追加较多");
        String other = admits("教育局", 2024, "年初预算编得不够细，临时追加频繁");
        String now = admits("水利局", 2024, "预算编制前瞻性不足");
        admits("水利局", 2022, "档案资料归档不齐");

        List<DataRow> found = twins("twins", now);
        assertThat(found).extracting(it -> it.values().get("other")).containsExactly(old, other);
        assertThat(found).extracting(it -> it.values().get("relation")).containsExactly("again", "common");
        assertThat(String.valueOf(found.getFirst().values().get("why"))).startsWith("都说到编准预算；名称用字相同");
        DataRow back = twins("查重", old).getFirst();
        assertThat(back.values())
                .containsEntry("other", now)
                .containsEntry("score", found.getFirst().values().get("score"));
        assertThat(desk.told("twins")).contains("再次提及", "共性问题", "由人认定");
    }

    @Test
    void whatIsOpenIsMentionedAgainAndGraverAtTheThirdMentionAndItsDeadlineStays() {
        String first = admits("水利局", 2022, "预算编制前瞻性不够");
        String second = admits("水利局", 2023, "预算编制前瞻性不足");
        String third = admits("水利局", 2024, "预算编制的前瞻性仍不够");
        registers(first);
        String deadline = item(first).of("deadline");

        desk.does("same", second, first, "--reason=同一问题");
        assertThat(desk.state(second)).isEqualTo("MERGED");
        assertThat(item(first).members("mention")).containsExactly(second);
        assertThat(item(first).has("severity")).isFalse();
        desk.does("同一", first, third);
        assertThat(desk.state(third))
                .as("the later one, whichever was named first")
                .isEqualTo("MERGED");
        assertThat(item(first).of("severity")).isEqualTo("medium");
        assertThat(item(first).of("deadline")).isEqualTo(deadline);
        assertThat(item(first).count("source")).isEqualTo(3);
        assertThat(desk.told("list")).contains("再次提及 2 次");

        desk.does("revive", third, "--reason=不是一回事");
        assertThat(item(first).has("severity")).isFalse();
        assertThat(item(first).members("mention")).containsExactly(second);
    }

    @Test
    void whatWasClosedComesBackAsAnItemOfItsOwn() {
        String old = admits("水利局", 2023, "预算编制前瞻性不够");
        closes(old);
        String now = admits("水利局", 2024, "预算编制前瞻性不足");
        assertThat(desk.refused("merge", now, "--into=" + old)).isEqualTo(List.of("not_closed"));
        assertThat(twins("twins").getFirst().values())
                .containsEntry("relation", "recurrent")
                .containsEntry("reopen", true);
        Fields before = item(now);

        DataRow told = desk.does("same", old, now);
        assertThat(told.values())
                .containsEntry("id", now)
                .containsEntry("occurrence", 2L)
                .containsEntry("state", "proposed");
        assertThat(item(now).of("recurs")).isEqualTo(old);
        assertThat(item(old).of("state")).isEqualTo("CLOSED");
        assertThat(item(old).members("recurred")).containsExactly(now);
        assertThat(item(now).of("family"))
                .isEqualTo("ZQ-0001")
                .isEqualTo(item(old).of("family"));
        assertThat(desk.told("list")).contains("屡犯");
        undo();

        assertThat(item(now)).isEqualTo(before);
        assertThat(item("ZQ-0001").values()).isEmpty();
    }

    @Test
    void theSameAtOtherUnitsIsACommonProblemAndNeverMerged() {
        String one = admits("水利局", 2024, "预算编制前瞻性不够");
        String two = admits("教育局", 2024, "预算编制前瞻性不足");
        String three = admits("民政局", 2024, "年初预算编制不够精准");
        String four = admits("农业局", 2024, "年初预算编制不精准");
        assertThat(desk.refused("merge", one, "--into=" + two)).isEqualTo(List.of("same_unit"));
        assertThat(desk.refused("common", one, "--with=" + one)).isEqualTo(List.of("other_stands", "other_unit"));

        desk.does("same", one, two);
        desk.does("same", three, four);
        assertThat(item(three).of("family")).isEqualTo("ZQ-0002");
        desk.does("same", two, three);
        assertThat(desk.rows("families").getFirst().values())
                .containsEntry("units", List.of("农业局", "教育局", "民政局", "水利局"))
                .containsEntry(
                        "items",
                        List.of(one, two, three, four).stream().sorted().toList());
        assertThat(desk.rows("families")).as("one family and the total").hasSize(2);
        assertThat(desk.told("families")).contains("水利局");
        assertThat(twins("twins")).as("what is decided is not asked again").isEmpty();
    }

    @Test
    void whatIsSaidOtherwiseIsTakenBackOnBothSides() {
        String one = admits("水利局", 2024, "预算编制前瞻性不够");
        String two = admits("教育局", 2024, "预算编制前瞻性不足");
        desk.does("similar", one, two);
        assertThat(item(two).of("similar." + one + ".why")).startsWith("都说到编准预算");
        desk.does("same", one, two);
        assertThat(item(one).members("similar")).isEmpty();
        desk.does("不同", one, two, "--reason=一个是应急支出");

        assertThat(item(one).has("family")).isFalse();
        assertThat(item(two).has("family")).isFalse();
        assertThat(item(two).members("different")).containsExactly(one);
        assertThat(desk.rows("families")).hasSize(1);
        assertThat(twins("twins")).isEmpty();
        assertThat(twins("twins", one).getFirst().values()).containsEntry("answer", "different");
        undo();
        assertThat(item(one).of("family")).isEqualTo("ZQ-0001");
    }

    @Test
    void aUnitUnderItsFormerNameIsTheSameUnit() {
        String old = admits("水利局", 2023, "预算编制前瞻性不够");
        desk.rows("party", "水利局", "--rename=水务局");
        String now = admits("水务局", 2024, "预算编制前瞻性不足");

        assertThat(twins("twins", now).getFirst().values()).containsEntry("relation", "again");
        desk.does("same", now, old);
        assertThat(desk.state(now)).isEqualTo("MERGED");
    }

    @Test
    void problemsOfOneReportAreNoCandidatesForEachOther() {
        desk.bringIn("a1", 1, "水利局", 2024, 0.9, "存在的问题：【预算编制前瞻性不够】；【预算编制准确性不够】。");
        desk.does("take");

        assertThat(twins("twins")).isEmpty();
        assertThat(desk.told("twins")).contains("没有可能重复的问题");
    }

    @Test
    void onlyASupervisorDecides() {
        String one = admits("水利局", 2024, "预算编制前瞻性不够");
        String two = admits("教育局", 2024, "预算编制前瞻性不足");
        for (String word : List.of("same", "similar", "different")) {
            assertThat(desk.refused(word, one, two, "--role=承办单位")).isEqualTo(List.of("role"));
        }
        assertThatThrownBy(() -> desk.rows("same", one))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("two items");
    }
}
