package gewu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotebookTest {
    private static final String RECEPTION = "公务接待费支出3.21万元，比上年减少1.05万元，主要是严格控制陪餐人数。";
    private static final String MEETING = "会议费支出8万元，接待费未超预算，各项会议均按规定履行了审批手续。";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        desk.bringIn("a1", "一、支出情况", RECEPTION, "档案保管良好。");
        desk.bringIn("b2", MEETING);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private List<String> kinds() throws Exception {
        return desk.rows("notebook", "diff", "1").stream()
                .filter(it -> it.type().equals("difference"))
                .map(it -> it.values().get("kind") + " " + it.values().get("text"))
                .toList();
    }

    @Test
    void aFrozenResultIsReproducedWhateverHappened() throws Exception {
        desk.rows("notebook", "keep", "接待费", "--remark=论文表3");
        List<DataRow> frozen = desk.rows("notebook", "show", "1");
        desk.bringIn("a1", "什么都没有了。");
        desk.shelf.remove("b2");
        desk.close();
        desk = Desk.beside(desk, folder);

        assertThat(desk.rows("notebook", "show", "1")).isEqualTo(frozen);
        assertThat(frozen).extracting(DataRow::type).containsExactly("entry", "passage", "passage");
        assertThat(frozen.getFirst().values())
                .containsEntry("paragraphs", 2L)
                .containsEntry("reports", 2L)
                .containsEntry("remark", "论文表3")
                .containsEntry("frozen_at", "2026-05-01T08:00:00Z");
        assertThat(frozen.get(1).values())
                .containsEntry("text", RECEPTION)
                .containsEntry("section", "支出情况")
                .containsEntry("marks", List.of(List.of(2, 5)));
    }

    @Test
    void nothingHasChangedWhereOnlyTheLayoutDid() throws Exception {
        desk.rows("notebook", "keep", "接待费");
        desk.bringIn("a1", "一、支出情况", "新增的一段。", "1. " + RECEPTION.replace("，", "， "), "档案保管良好。");

        assertThat(kinds()).isEmpty();
        assertThat(desk.told("notebook", "diff", "1")).contains("没有变化。");
    }

    @Test
    void tellsWhatCameWentAndChanged() throws Exception {
        desk.rows("notebook", "keep", "接待费");
        String changed = RECEPTION.replace("3.21", "3.20");
        desk.bringIn("a1", "一、支出情况", changed);
        desk.shelf.remove("b2");
        desk.bringIn("c3", "本年没有接待费。");

        assertThat(kinds()).containsExactly("changed " + changed, "went " + MEETING, "came 本年没有接待费。");
        assertThat(desk.told("notebook", "diff", "1"))
                .contains("报告|2|2|0", "改动 1 段", "消失 1 段", "新增 1 段", "0 段没有变化。")
                .anyMatch(it -> it.startsWith("支出情况 · 第 1 页第 2 段 · 当时|") && it.contains("3.21"))
                .anyMatch(it -> it.startsWith("支出情况 · 第 1 页第 2 段 · 现在|") && it.contains("3.20"))
                .anyMatch(it -> it.contains("工作区里已没有这份报告"));
    }

    @Test
    void aParagraphThatLostTheWordsIsNoHitAnyMore() throws Exception {
        desk.rows("notebook", "keep", "接待费");
        desk.bringIn("a1", "一、支出情况", RECEPTION.replace("接待费", "接待支出"));

        assertThat(kinds()).containsExactly("left " + RECEPTION);
        assertThat(desk.rows("notebook", "diff", "1").getFirst().values()).containsEntry("state", "changed");
    }

    @Test
    void equalParagraphsOfOneReportAreToldApart() throws Exception {
        desk.bringIn("c3", "接待费无。", "会议费无。", "接待费无。");
        desk.rows("notebook", "keep", "接待费无");
        desk.bringIn("c3", "会议费无。", "接待费无。");

        assertThat(kinds()).containsExactly("left 接待费无。");
        assertThat(desk.rows("notebook", "diff", "1").getLast().values()).containsEntry("unchanged", 1L);
    }

    @Test
    void whatIsRemovedComesBackByItsNumber() throws Exception {
        desk.rows("notebook", "keep", "接待费");
        desk.rows("notebook", "keep", "档案");
        assertThat(desk.told("notebook", "remove", "1")).containsExactly("已删除第 1 条。恢复：gewu notebook restore 1");

        assertThat(desk.rows("notebook")).hasSize(1);
        assertThatThrownBy(() -> desk.rows("notebook", "show", "1")).isInstanceOf(WorkbenchException.class);
        desk.rows("notebook", "restore", "1");
        assertThat(desk.rows("notebook"))
                .extracting(it -> it.values().get("number"))
                .containsExactly(1L, 2L);
    }

    @Test
    void aResultOfManyPagesIsFrozenWhole() throws Exception {
        String[] lines = new String[1_203];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "第" + i + "项会议费。";
        }
        desk.bringIn("c3", lines);
        desk.rows("notebook", "keep", "会议费");

        assertThat(desk.rows("notebook", "show", "1")).hasSize(1 + 1_204);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aQuestionThatFailsLeavesNoEntry() throws Exception {
        assertThatThrownBy(() -> desk.rows("notebook", "keep", "“”")).isInstanceOf(WorkbenchException.class);
        assertThat(desk.rows("notebook")).isEmpty();
    }

    @Test
    void anEntryGoesToAFileWithTheWordsAndTheirPlaces() throws Exception {
        desk.rows("notebook", "keep", "接待费");
        Path file = folder.resolve("笔记.md");
        desk.told("notebook", "show", "1", "--markdown=" + file);

        assertThat(Files.readString(file)).contains("## 南江市档案馆2021年自评报告（a1）", "> 公务接待费支出3.21万元", "第 1 页第 2 段，`a1~");
    }
}
