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

final class AlertsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws Exception {
        desk = Desk.in(folder);
        desk.bringIn("a1", "三公经费支出五万元，比上年下降。", "档案保管良好。");
        desk.rows("saved", "add", "三公", "三公经费");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private static List<Object> texts(List<DataRow> rows) {
        return rows.stream().map(it -> it.values().get("text")).toList();
    }

    @Test
    void whatWasThereWhenTheSearchWasSavedIsNoNews() throws Exception {
        assertThat(desk.rows("alerts")).isEmpty();
        assertThat(desk.told("alerts")).containsExactly("没有新的命中。");
    }

    @Test
    void aNewHitIsToldOnceAndStaysInTheHistory() throws Exception {
        desk.bringIn("b2", "本年三公经费三万元。", "没有别的。");

        assertThat(desk.told("alerts"))
                .containsExactly("“三公”：新命中 1 段", "南江市档案馆2021年自评报告 · b2", "第 1 页第 1 段|本年三公经费三万元。");
        assertThat(desk.rows("alerts")).isEmpty();
        assertThat(texts(desk.rows("alerts", "history"))).containsExactly("本年三公经费三万元。");
    }

    @Test
    void lookingIsNotBeingTold() throws Exception {
        desk.bringIn("b2", "本年三公经费三万元。");

        assertThat(desk.rows("alerts", "peek")).hasSize(1);
        assertThat(desk.rows("alerts", "peek")).hasSize(1);
        assertThat(desk.rows("alerts")).hasSize(1);
        assertThat(desk.rows("alerts", "peek")).isEmpty();
    }

    @Test
    void aNewVersionTellsOnlyParagraphsWithOtherWords() throws Exception {
        desk.bringIn("a1", "新增的一段。", "（一）三公经费支出五万元， 比上年下降。", "三公经费公开及时。");

        assertThat(texts(desk.rows("alerts"))).containsExactly("三公经费公开及时。");
    }

    @Test
    void aReportThatComesBackIsNoNews() throws Exception {
        desk.shelf.remove("a1");
        assertThat(desk.rows("alerts")).isEmpty();
        desk.bringIn("a1", "三公经费支出五万元，比上年下降。");

        assertThat(desk.rows("alerts")).isEmpty();
    }

    @Test
    void anImportOfAnotherProcessIsToldOnceInWhicheverIsAskedFirst() throws Exception {
        try (Desk other = Desk.beside(desk, folder)) {
            desk.bringIn("b2", "本年三公经费三万元。");

            assertThat(texts(other.rows("alerts"))).containsExactly("本年三公经费三万元。");
            assertThat(desk.rows("alerts")).isEmpty();
            assertThat(other.rows("alerts")).isEmpty();
        }
    }

    @Test
    void whatWasFoundButNotToldIsToldNextTime() throws Exception {
        desk.bringIn("b2", "本年三公经费三万元。");
        desk.rows("alerts");
        desk.store.update("UPDATE notebook_alert SET told_at = NULL, telling = NULL");
        desk.close();
        Desk next = Desk.beside(desk, folder);
        desk = next;

        assertThat(texts(next.rows("alerts"))).containsExactly("本年三公经费三万元。");
    }

    @Test
    void eachSearchTellsItsOwnHits() throws Exception {
        desk.rows("saved", "add", "档案", "档案");
        desk.bringIn("b2", "三公经费与档案管理。", "档案馆藏。");

        assertThat(desk.rows("alerts"))
                .extracting(it -> it.values().get("search") + " " + it.values().get("paragraph"))
                .containsExactly("三公 1", "档案 1", "档案 2");
    }

    @Test
    void manyNewHitsAreAllTold() throws Exception {
        String[] lines = new String[1_300];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "第" + i + "项三公经费。";
        }
        desk.bringIn("b2", lines);

        assertThat(desk.rows("alerts")).hasSize(1_300);
        assertThat(desk.rows("alerts")).isEmpty();
        assertThat(desk.told("alerts", "history", "--limit=3"))
                .last()
                .asString()
                .startsWith("还有 1297 段");
    }

    @Test
    void afterAnImportOfManyReportsEachIsToldOnce() throws Exception {
        for (int i = 0; i < 420; i++) {
            desk.bringIn("c" + i, "第" + i + "份报告的三公经费。", "没有别的。");
        }

        assertThat(desk.rows("alerts", "peek")).hasSize(420);
        assertThat(desk.rows("alerts")).hasSize(420);
        assertThat(desk.rows("alerts")).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenToAFileIsToldNextTime() throws Exception {
        desk.bringIn("b2", "本年三公经费三万元。");
        String nowhere = folder.resolve("没有").resolve("提醒.csv").toString();

        assertThatThrownBy(() -> desk.told("alerts", "--csv=" + nowhere)).isInstanceOf(WorkbenchException.class);
        assertThat(desk.rows("alerts")).hasSize(1);
    }

    @Test
    void aSearchThatFailsIsNotSaved() throws Exception {
        assertThatThrownBy(() -> desk.rows("saved", "add", "空", "“”")).isInstanceOf(WorkbenchException.class);

        assertThat(desk.rows("saved")).hasSize(1);
        desk.rows("saved", "add", "空", "档案");
        assertThat(desk.rows("saved")).hasSize(2);
    }

    @Test
    void aRemovedSearchIsSilentAndComesBackWithWhatItMissed() throws Exception {
        desk.rows("saved", "remove", "三公");
        desk.bringIn("b2", "本年三公经费三万元。");

        assertThat(desk.rows("alerts")).isEmpty();
        assertThat(desk.rows("saved")).isEmpty();
        desk.rows("saved", "restore", "三公");
        assertThat(texts(desk.rows("alerts"))).containsExactly("本年三公经费三万元。");
    }

    @Test
    void aSavedSearchIsAskedAgainRenamedAndListed() throws Exception {
        assertThat(desk.rows("saved", "run", "三公")).extracting(DataRow::type).containsExactly("hit", "total");
        desk.rows("saved", "rename", "三公", "三公经费");

        assertThat(desk.told("saved")).containsExactly("三公经费|三公经费|2026-05-01|没有新导入");
        assertThatThrownBy(() -> desk.rows("saved", "run", "三工经费"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).isEqualTo("Did you mean “三公经费”?"));
    }

    @Test
    void twoSearchesCantHaveOneName() {
        assertThatThrownBy(() -> desk.rows("saved", "add", "三公", "会议"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("already");
    }

    @Test
    void alertsGoToATableThatASpreadsheetReadsWithoutHarm() throws Exception {
        desk.bringIn("b2", "=三公经费,“合计”\"五\"万元");
        Path file = folder.resolve("提醒.csv");
        desk.told("alerts", "--csv=" + file);

        assertThat(Files.readString(file)).startsWith("\ufeff\"编号\",\"类别\"").contains("\"'=三公经费,“合计”\"\"五\"\"万元\"");
        assertThat(Files.readAllLines(file)).hasSize(2);
    }
}
