package gewu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.search.Selection;
import gewu.api.workbench.DataRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotesTest {
    private static final String BUDGET = "预算执行率为96.5%，比上年提高2.1个百分点，但部分项目资金拨付进度滞后。";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        desk.bringIn("a1", "一、支出情况", BUDGET, "档案保管良好。");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private static Object value(List<DataRow> rows, String name) {
        return Objects.requireNonNull(rows.getFirst().values().get(name));
    }

    @Test
    void aNoteKeepsToItsWordsWhenTheReportIsImportedAgain() throws Exception {
        desk.rows("note", "add", "a1", "与上年口径", "不同", "--paragraph=2", "--words=执行率为96.5%");
        desk.bringIn("a1", "新增的一段。", "一、支出情况", BUDGET.replace("执行率为96.5%", "执行率\n为 ９６.5％".replace("\n", "")));

        List<DataRow> notes = desk.rows("note");
        assertThat(value(notes, "note")).isEqualTo("与上年口径 不同");
        assertThat(value(notes, "state")).isEqualTo("same");
        assertThat(value(notes, "paragraph")).isEqualTo(3);
        assertThat(value(notes, "text")).isEqualTo("执行率为 ９６.5％");
    }

    @Test
    void aNoteOnAParagraphThatChangedSaysSo() throws Exception {
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2", "--words=资金拨付进度滞后");
        desk.bringIn("a1", "一、支出情况", BUDGET.replace("96.5", "97.0"), "档案保管良好。");

        List<DataRow> notes = desk.rows("note");
        assertThat(value(notes, "state")).isEqualTo("changed");
        assertThat(value(notes, "text"))
                .as("the words it is on are still there")
                .isEqualTo("资金拨付进度滞后");
        assertThat(desk.told("note")).anyMatch(it -> it.contains("已改动（约 "));
    }

    @Test
    void aNoteWhosePassageIsGoneStaysAndShowsWhatItWasOn() throws Exception {
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2");
        desk.bringIn("a1", "一、支出情况", "档案保管良好。");

        assertThat(value(desk.rows("note"), "state")).isEqualTo("gone");
        assertThat(desk.told("note")).contains("原在第 1 页第 2 段 · 报告里已没有这一段|" + BUDGET, "笔记 1：要核对（2026-05-01）");
        desk.shelf.remove("a1");
        assertThat(value(desk.rows("note"), "state")).isEqualTo("no_report");
        assertThat(value(desk.rows("note"), "quote")).isEqualTo(BUDGET);
    }

    @Test
    void nothingIsLostWhenTheStoreIsOpenedAgain() throws Exception {
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2");
        desk.rows("tag", "add", "重点", "a1", "--paragraph=3");
        desk.rows("saved", "add", "执行率", "预算执行率");
        desk.rows("notebook", "keep", "预算执行率");
        List<List<DataRow>> before = everything();
        desk.close();
        desk = Desk.beside(desk, folder);

        assertThat(everything()).isEqualTo(before);
    }

    private List<List<DataRow>> everything() throws Exception {
        return List.of(desk.rows("note"), desk.rows("tag"), desk.rows("saved"), desk.rows("notebook", "show", "1"));
    }

    @Test
    void aNoteIsRewordedRemovedAndBroughtBack() throws Exception {
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2");
        desk.rows("note", "edit", "1", "已核对");
        assertThat(desk.told("note", "remove", "1")).containsExactly("已删除笔记 1。恢复：gewu note restore 1");
        assertThat(desk.rows("note")).isEmpty();
        desk.rows("note", "restore", "1");

        assertThat(value(desk.rows("note"), "note")).isEqualTo("已核对");
    }

    @Test
    void aTagIsOnAPassageOnceAndHasANumber() throws Exception {
        desk.rows("tag", "add", "重点", "a1", "--paragraph=2");
        desk.rows("tag", "add", "重点", "a1", "--paragraph=2");
        desk.rows("tag", "add", "重点", "a1", "--paragraph=3");
        desk.rows("tag", "rename", "重点", "关键");

        assertThat(desk.told("tag")).containsExactly("关键|2");
        assertThat(desk.rows("tag", "list", "关键")).hasSize(2);
        assertThatThrownBy(() -> desk.rows("tag", "list", "关健"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("关键"));
    }

    @Test
    void tagsAndNotesAnswerWithTheirPassagesForTheSearch() throws Exception {
        desk.rows("tag", "add", "重点", "a1", "--paragraph=2", "--words=96.5%");
        desk.rows("tag", "add", "其他", "a1", "--paragraph=3");
        desk.rows("note", "add", "a1", "与上年口径不同", "--paragraph=3");
        desk.bringIn("a1", "新增的一段。", BUDGET, "档案保管良好。");
        Selection tagged = new TagField(desk.store, desk.shelf, Desk.CLOCK).select("重点");
        Selection noted = new NoteField(desk.store, desk.shelf, Desk.CLOCK).select("口径");
        String text = desk.shelf.find("a1").orElseThrow().text();

        assertThat(tagged.places().get("a1"))
                .extracting(it -> text.substring(it.start(), it.end()))
                .containsExactly("96.5%");
        assertThat(noted.places().get("a1"))
                .extracting(it -> text.substring(it.start(), it.end()))
                .containsExactly("档案保管良好。");
    }

    @Test
    void aTagThatNobodyGaveIsRefusedWithTheNearestOne() throws Exception {
        desk.rows("tag", "add", "重点", "a1", "--paragraph=2");

        assertThatThrownBy(() -> new TagField(desk.store, desk.shelf, Desk.CLOCK).select("中点"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("重点"));
    }

    @Test
    void notesGoToATextWithTheirPassages() throws Exception {
        desk.rows("note", "add", "a1", "口径*不同*", "--paragraph=2");
        Path file = folder.resolve("笔记.md");
        desk.told("note", "list", "--markdown=" + file);

        assertThat(Files.readString(file))
                .contains("## 南江市档案馆2021年自评报告（a1）", "> " + BUDGET.replace("，", ","), "原处", "**笔记 1**：口径\\*不同\\*");
    }

    // ---- cite and open

    @Test
    void citesAPassageByItsNumberAndOpensItByItsAnchor() throws Exception {
        List<DataRow> cited = desk.rows("cite", "a1", "--paragraph=2", "--words=拨付进度");
        String anchor = (String) value(cited, "anchor");
        desk.bringIn("a1", "新增的一段。", "一、支出情况", BUDGET);

        List<DataRow> opened = desk.rows("open", anchor);
        assertThat(value(opened, "state")).isEqualTo("same");
        assertThat(value(opened, "paragraph")).isEqualTo(3);
        assertThat(value(opened, "section")).isEqualTo(List.of("一、支出情况"));
        assertThat(desk.told("open", anchor))
                .contains("一、支出情况", "原处：这一段没有变化。", "第 1 页第 2 段|一、支出情况", "第 1 页第 3 段|" + BUDGET);
    }

    @Test
    void aCitationGivesAllStylesOrOne() throws Exception {
        assertThat(desk.told("cite", "a1", "--paragraph=2")).hasSize(4);
        assertThat(desk.told("cite", "a1", "--paragraph=2", "--style=gb/t7714"))
                .first()
                .asString()
                .startsWith("南江市档案馆. 南江市档案馆2021年自评报告[R]. 南江: 南江市档案馆, [2022]: 1.\n第 1 页第 2 段：“预算执行率");
        assertThat(desk.told("cite", "a1", "--paragraph=2", "--style=gb/t7714", "--url=http://example.org/1"))
                .first()
                .asString()
                .contains("[R/OL]. 南江: 南江市档案馆, [2022]: 1[2026-05-01]. http://example.org/1.");
    }

    @Test
    void aPlaceThatLeadsNowhereSaysWhy() throws Exception {
        String anchor = (String) value(desk.rows("cite", "a1", "--paragraph=2"), "anchor");
        refused("is no anchor", "open", anchor.substring(0, 20));
        refused("has no paragraph 9; it has 3", "open", "a1", "--paragraph=9");
        refused("Which paragraph", "cite", "a1");
        refused("has no words", "cite", "a1", "--paragraph=2", "--words=会议费");
        desk.bringIn("a1", "档案保管良好。");
        refused("is gone from the report", "open", anchor);
        desk.shelf.remove("a1");
        refused("The workspace has no report a1", "open", anchor);
    }

    private void refused(String why, String command, String... words) {
        assertThatThrownBy(() -> desk.rows(command, words))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining(why);
                    assertThat(refused.remedy()).isNotBlank();
                });
    }

    @Test
    void notesAndTagsStandBesideTheirParagraph() throws Exception {
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2");
        desk.rows("tag", "add", "重点", "a1", "--paragraph=2");

        assertThat(desk.told("open", "a1", "--paragraph=2")).contains("笔记 1：要核对（2026-05-01）", "标签 2：重点（2026-05-01）");
        assertThat(desk.told("open", "a1", "--paragraph=3")).noneMatch(it -> it.startsWith("笔记"));
    }
}
