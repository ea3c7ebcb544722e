package gewu.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void adviceSaysWhatToType() {
        Panel advice = Panel.Advice.step(
                new Label("批次 12；撤回：gewu ledger undo 12", "Batch 12; take it back: gewu ledger undo 12"),
                Label.same(""),
                Panel.Form.step("ledger", List.of("undo", "12"), new Label("撤回", "Take it back")));

        assertThat(pipe().lines(advice)).containsExactly("批次 12；撤回：gewu ledger undo 12");
    }

    @Test
    void headsFollowTheLanguage() {
        assertThat(new PanelText(Terminal.PIPE, "en").lines(TABLE).get(1)).isEqualTo("Organisation  Pages");
    }

    @Test
    void ofTwoTextsSideBySideWhatDiffersIsPrintedAndWhatIsTheSameCounted() {
        Panel.Document before = new Panel.Document("第 2 段", "a", 0, "设备用了11年", List.of(new Mark(4, 7)));
        Panel.Document after = new Panel.Document("第 3 段", "b", 0, "设备用了12年", List.of(new Mark(4, 7)));
        Label none = Label.same("");

        assertThat(pipe().lines(new Panel.SideBySide(
                        none,
                        Label.same("档案馆 2021"),
                        Label.same("档案馆 2022"),
                        List.of(
                                new Panel.Couple(
                                        Label.same("基本情况"),
                                        Panel.Change.SAME,
                                        none,
                                        Optional.of(before),
                                        Optional.of(before)),
                                new Panel.Couple(
                                        Label.same("存在问题"),
                                        Panel.Change.FIGURES,
                                        none,
                                        Optional.of(before),
                                        Optional.of(after))))))
                .containsExactly(
                        "- 档案馆 2021",
                        "+ 档案馆 2022",
                        "",
                        "▍基本情况",
                        "",
                        "▍存在问题",
                        "  - 第 2 段",
                        "    设备用了«11年»",
                        "  + 第 3 段",
                        "    设备用了«12年»",
                        "",
                        "1 段一字未改。");
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

    private static final Panel.Card CARD = new Panel.Card(
            "ZG-1",
            Label.same("预算编制不够精准"),
            Label.same("水利局"),
            List.of(new Panel.Flag(new Label("超期 3 天", "3 days late"), Panel.Tone.ALARM)),
            Optional.empty());

    @Test
    void aBoardIsLaneBelowLaneWithWhatToTypeForTheRest() {
        Panel.Board board = new Panel.Board(
                new Label("看板", "Board"),
                List.of(
                        new Panel.Lane(
                                "in_progress",
                                new Label("整改中", "In progress"),
                                12,
                                List.of(CARD),
                                Optional.of(new Panel.Target("ledger", Map.of("state", "整改中", "words", "三 公")))),
                        new Panel.Lane("closed", new Label("已销号", "Closed"), 0, List.of(), Optional.empty())));

        assertThat(pipe().lines(board))
                .containsExactly(
                        "看板",
                        "",
                        "整改中  12",
                        "  ZG-1  预算编制不够精准",
                        "        水利局  [超期 3 天]",
                        "  还有 11 项：gewu view ledger state=整改中 'words=三 公'",
                        "",
                        "已销号  0");
        assertThat(screen(16).lines(board)).contains("  ZG-1  预算编…").anyMatch(it -> it.contains("\u001b[31m[超期 3 天]"));
    }

    @Test
    void aCalendarIsASheetOfWeeksAndBelowItWhatFallsOnEachDay() {
        LocalDate day = LocalDate.of(2026, 5, 15);
        Panel.Calendar calendar = new Panel.Calendar(
                new Label("2026年5月", "May 2026"),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2026, 5, 20),
                List.of(new Panel.Day(
                        day,
                        3,
                        List.of(new Panel.Entry(
                                "ZG-1",
                                new Label("整改时限", "Deadline"),
                                Label.same("预算"),
                                Panel.Tone.ALARM,
                                Optional.empty())),
                        Optional.empty())),
                Optional.of(new Panel.Target("days", Map.of("month", "2026-04"))),
                Optional.empty());

        assertThat(pipe().lines(calendar))
                .containsExactly(
                        "2026年5月",
                        "一       二       三       四       五       六       日",
                        "                                    1        2        3",
                        "4        5        6        7        8        9        10",
                        "11       12       13       14       15·3     16       17",
                        "18       19       [20]     21       22       23       24",
                        "25       26       27       28       29       30       31",
                        "",
                        "2026-05-15 周五  3",
                        "  整改时限  ZG-1  预算",
                        "  还有 2 项",
                        "",
                        "  往前  gewu view days month=2026-04");
    }

    @Test
    void linksSayWhatToType() {
        Panel links = new Panel.Links(
                new Label("分组", "By"),
                List.of(
                        new Panel.Link(new Label("单位", "unit"), new Panel.Target("board"), true),
                        new Panel.Link(new Label("整改类型", "kind"), new Panel.Target("board").with("by", "kind")),
                        new Panel.Link(new Label("原文", "words"), new Panel.Place("r-1", 3))));

        assertThat(pipe().lines(links))
                .containsExactly("分组", "* 单位      gewu view board", "  整改类型  gewu view board by=kind", "  原文");
    }

    @Test
    void nothingInAReportCanSteerTheTerminal() {
        Panel.Document document = new Panel.Document("", "r-1", 0, "甲\u001b]0;乙\u0007丙", List.of());

        assertThat(pipe().lines(document).getFirst()).doesNotContain("\u001b").doesNotContain("\u0007");
    }
}
