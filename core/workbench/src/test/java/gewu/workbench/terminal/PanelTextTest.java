package gewu.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PanelTextTest {
    private static final Panel.Table TABLE = new Panel.Table(
            new Label("报告", "Reports"),
            List.of(Panel.Column.text("单位", "Organisation"), Panel.Column.number("页", "Pages")),
            List.of(Panel.Row.of("南江市档案馆", 7), Panel.Row.of("b", 12)));

    private static PanelText pipe() {
        return new PanelText(Terminal.PIPE, "zh");
    }

    private static PanelText screen(int columns) {
        return new PanelText(new Terminal(true, true, columns, true), "zh");
    }

    @Test
    void columnsStandUnderEachOtherDespiteChinese() {
        assertThat(pipe().lines(TABLE)).containsExactly("报告", "单位          页", "南江市档案馆   7", "b             12");
    }

    @Test
    void headsFollowTheLanguage() {
        assertThat(new PanelText(Terminal.PIPE, "en").lines(TABLE).get(1)).isEqualTo("Organisation  Pages");
    }

    @Test
    void aTableFitsTheScreenAndIsWholeInAPipe() {
        Panel.Table wide = new Panel.Table(
                Label.same(""),
                List.of(Panel.Column.text("标题", "Title"), Panel.Column.number("段落", "Paragraphs")),
                List.of(Panel.Row.of("部门整体支出绩效自评报告".repeat(6), 31)));

        assertThat(screen(50).lines(wide).get(1))
                .endsWith("31")
                .contains("…")
                .satisfies(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(50));
        assertThat(pipe().lines(wide).get(1)).contains("部门整体支出绩效自评报告".repeat(6));
    }

    @Test
    void aLongFileNameGoesOnBelowItself() {
        Panel.Table table = new Panel.Table(
                Label.same(""),
                List.of(Panel.Column.text("文件", "File"), Panel.Column.text("怎么办", "What to do")),
                List.of(Panel.Row.of("各单位来件/自评报告.doc", "去掉密码后另存一份，再导入")));

        assertThat(screen(30).lines(table).subList(1, 3)).containsExactly("各单位来件/自   去掉密码后另存", "评报告.doc      一份，再导入");
    }

    @Test
    void aLongLastCellGoesOnBelowItself() {
        Panel.Table table = new Panel.Table(
                Label.same(""),
                List.of(Panel.Column.text("检查", "Checked"), Panel.Column.text("怎么办", "What to do")),
                List.of(Panel.Row.of("索引", "先停止工作台，再执行 gewu reindex 重建索引")));

        assertThat(screen(30).lines(table).subList(1, 3)).containsExactly("索引  先停止工作台，再执行", "      gewu reindex 重建索引");
    }

    @Test
    void aPassageKeepsItsIndentFromLineToLine() {
        Panel.Document document = new Panel.Document("", "r-1", 0, "全年三公经费支出比上年下降", List.of(new Mark(2, 6)));

        assertThat(screen(12).lines(document))
                .containsExactly("    全年\u001b[1;33m三公\u001b[0m", "    \u001b[1;33m经费\u001b[0m支出", "    比上年下", "    降");
    }

    @Test
    void lineEndsInsideACellDoNotBreakTheTable() {
        Panel.Table table = new Panel.Table(
                Label.same(""), List.of(Panel.Column.text("原因", "Reason")), List.of(Panel.Row.of("第一行\n第二行")));

        assertThat(pipe().lines(table)).containsExactly("原因", "第一行 第二行");
    }

    @Test
    void marksStandBetweenPlainSignsInAPipeAndInColourOnAScreen() {
        Panel.Document document = new Panel.Document("二、支出", "r-1", 10, "三公经\n费下降", List.of(new Mark(10, 15)));

        assertThat(pipe().lines(document)).containsExactly("  二、支出", "    «三公经费»下降");
        assertThat(screen(80).lines(document).get(1)).isEqualTo("    \u001b[1;33m三公经费\u001b[0m下降");
    }

    @Test
    void doubtfulWordsAreUnderlinedOnAScreenAndHaveASignInAPipe() {
        Panel.Document document = new Panel.Document(
                Label.same(""),
                "r-1",
                0,
                "执行率93.42%4，下降",
                List.of(new Mark(0, 3)),
                List.of(new Doubt(3, 8, 0.6), new Doubt(8, 10, 0.5)));

        assertThat(pipe().lines(Panel.Stack.of(document, document)))
                .containsExactly("    «执行率»93.42%4〔?〕，下降", "    «执行率»93.42%4〔?〕，下降", "", "〔?〕 表示文字识别没有把握，请对照原件。");
        assertThat(screen(80).lines(document))
                .first()
                .asString()
                .contains("\u001b[4m93.42\u001b[24m\u001b[4m%4\u001b[24m，");
    }

    @Test
    void aLongPassageIsShortenedRoundItsMarksOnAScreenOnly() {
        String text = "前".repeat(400) + "接待费" + "后".repeat(400);
        Panel.Document document = new Panel.Document("", "r-1", 0, text, List.of(new Mark(400, 403)));

        assertThat(screen(80).lines(document))
                .hasSizeBetween(2, 4)
                .allSatisfy(line -> assertThat(line).startsWith("    "));
        assertThat(String.join("", screen(80).lines(document)).replace("    ", ""))
                .startsWith("…前")
                .contains("接待费")
                .endsWith("后…");
        assertThat(pipe().lines(document).getFirst()).hasSize(4 + 800 + 3 + 2);
    }

    @Test
    void aTreeShowsWhatStandsInWhat() {
        Panel tree = new Panel.Tree(List.of(new Panel.Node(
                "一、概况",
                "overview",
                List.of(new Panel.Node("（一）职能", "", List.of()), new Panel.Node("（二）机构", "", List.of())))));

        assertThat(pipe().lines(tree)).containsExactly("一、概况  overview", "├─ （一）职能", "└─ （二）机构");
    }

    @Test
    void nothingInAReportCanSteerTheTerminal() {
        Panel.Document document = new Panel.Document("", "r-1", 0, "甲\u001b]0;乙\u0007丙", List.of());

        assertThat(pipe().lines(document).getFirst()).doesNotContain("\u001b").doesNotContain("\u0007");
    }
}
