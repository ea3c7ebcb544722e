package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.testkit.ImporterContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtfImporterTest extends ImporterContract {
    private static final String HEAD =
            "{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1 Arial;}}";

    @Override
    protected ReportImporter importer() {
        return new RtfImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(
                file(HEAD + "\\f0 一、部门概况\\par 全年支出458.34万元。\\par}"),
                file(HEAD + row(1000, "指标", 2000, "得分") + row(1000, "办结率", 2000, "9.5") + "\\pard 附注\\par}"));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                file("{\\rtf1\\ansi {\\fonttbl{\\f0"),
                file(HEAD + "\\par}"),
                file(HEAD + "{\\pict\\pngblip 00ff}}"),
                file("没有花括号"),
                file(""));
    }

    @Test
    void readsChineseWhetherAsBytesOfGbkOrAsNumbersOfUnicode() throws IOException {
        assertThat(text("\\f0 \\'d0\\'c5\\'b7\\'c3\\par \\u20449?\\u-29761?\\par \\'c4\\'eab~"))
                .isEqualTo("信访\n信访\n年b~\n");
    }

    @Test
    void keepsNumbersOfListsThatTheFileShows() throws IOException {
        assertThat(
                        text(
                                "{\\listtext\\f0 一、\\tab}部门概况\\par{\\*\\pn\\pnlvlbody}{\\pntext （1）\\tab}编制\\par{\\listtext\\pard  1.\\tab}库房\\par"))
                .isEqualTo("一、部门概况\n（1）编制\n1. 库房\n");
    }

    @Test
    void showsFieldsByTheirResultsAndLeavesOutWhatIsHiddenDeletedOrAside() throws IOException {
        assertThat(
                        text(
                                "{\\header 页眉}{\\footer 第1页}{\\info{\\title 题}}{\\*\\generator WPS;}"
                                        + "支出{\\field{\\*\\fldinst REF x}{\\fldrslt 42}}万元{\\v 暗}{\\deleted 删}{\\*\\annotation 批}。\\par"))
                .isEqualTo("支出42万元。\n");
    }

    @Test
    void putsAFootnoteAndATextBoxBehindTheirParagraph() throws IOException {
        assertThat(
                        text(
                                "执行率98%{\\footnote 按调整后预算计。}，较好。\\par{\\shp{\\*\\shpinst{\\shptxt 框中字\\par}}{\\shprslt 框中字}}完\\par"))
                .isEqualTo("执行率98%，较好。\n按调整后预算计。\n完\n框中字\n");
    }

    @Test
    void makesATableOfRowsWithMergedCells() throws IOException {
        SourceText read = read(HEAD
                + "\\trowd\\trhdr\\clmgf\\cellx1000\\clmrg\\cellx2000\\clvmgf\\cellx3000\\intbl 指标\\cell\\cell 得分\\cell\\row"
                + "\\trowd\\cellx1000\\cellx2000\\clvmrg\\cellx3000\\intbl 数量\\cell 12\\cell\\cell\\row"
                + "\\trowd\\cellx2010\\cellx3000\\intbl 合\\par 计\\cell 10\\cell\\row\\pard 完\\par}");

        assertThat(read.text()).isEqualTo("指标\t得分\n数量\t12\n合计\t10\n完\n");
        assertThat(read.tables()).hasSize(1);
        Table table = read.tables().getFirst();
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells().stream().map(it -> told(it, read.text())))
                .containsExactly(
                        "1,1 1x2 指标!", "1,3 2x1 得分!", "2,1 1x1 数量!", "2,2 1x1 12", "3,1 1x2 合计!", "3,3 1x1 10");
    }

    @Test
    void readsATableInATableAsWordsOfTheOuterCell() throws IOException {
        assertThat(
                        text(
                                "\\trowd\\cellx1000\\cellx2000\\intbl 外\\cell{\\itap2 内一\\nestcell 内二\\nestcell"
                                        + "{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}}\\cell\\row\\pard"))
                .isEqualTo("外\t内一内二\n");
    }

    @Test
    void pagesEndWhereTheFileSaysSo() throws IOException {
        SourceText read = read(HEAD + "一\\par\\page 二\\par\\sect\\sectd 三\\par}");
        assertThat(read.text()).isEqualTo("一\n二\n三\n");
        assertThat(read.pages().stream().map(it -> read.text().substring(it.start(), it.end())))
                .containsExactly("一\n", "二\n", "三\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0000\u0000", "}}}", " 尾巴"})
    void whatStandsBehindTheEndHarmsNobody(String tail) throws IOException {
        assertThat(new RtfImporter().read(file(HEAD + "正文\\par}" + tail))).isInstanceOf(Reading.Text.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\bin99999999999 x}", "\\'z}", "\\bin2000000000 x}", "\\u99999999999 ?}"})
    void saysThatABrokenDocumentIsDamaged(String rest) throws IOException {
        assertThat(new RtfImporter().read(file(HEAD + "正文" + rest)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("damaged"));
    }

    @Test
    void goesAsDeepAsTheBracesGo() throws IOException {
        assertThat(text("{".repeat(100_000) + "深" + "}".repeat(100_000) + "\\par"))
                .isEqualTo("深\n");
    }

    private static String told(Table.Cell cell, String text) {
        return cell.row() + "," + cell.column() + " " + cell.rowSpan() + "x" + cell.columnSpan() + " "
                + text.substring(cell.start(), cell.end()) + (cell.head() ? "!" : "");
    }

    private static String row(int right, String first, int end, String second) {
        return "\\trowd\\cellx" + right + "\\cellx" + end + "\\intbl " + first + "\\cell " + second + "\\cell\\row";
    }

    private static String text(String body) throws IOException {
        return read(HEAD + body + "}").text();
    }

    private static SourceText read(String rtf) throws IOException {
        return ((Reading.Text) new RtfImporter().read(file(rtf))).source();
    }

    /// Chinese characters stand in the file as bytes of GBK, two escapes each.
    static SourceFile file(String rtf) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char c : rtf.toCharArray()) {
            if (c < 128) {
                bytes.write(c);
            } else {
                for (byte one : String.valueOf(c).getBytes(Charset.forName("GBK"))) {
                    bytes.writeBytes(String.format("\\'%02x", one).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return new SourceFile(Path.of("报告.rtf"), "application/rtf", bytes.toByteArray());
    }
}
