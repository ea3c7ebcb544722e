package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.testkit.ImporterContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdtImporterTest extends ImporterContract {
    private static final String CHINESE_LIST = "<text:list-style style:name=\"L1\">"
            + "<text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>"
            + "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"（\" style:num-suffix=\"）\"/>"
            + "</text:list-style>";

    @Override
    protected ReportImporter importer() {
        return new OdtImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(
                Odf.text("<text:p>一、部门概况</text:p><text:p>全年支出458.34万元。</text:p>"),
                Odf.text("<table:table><table:table-row><table:table-cell><text:p>指标</text:p></table:table-cell>"
                        + "</table:table-row></table:table>"));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                Odf.text("<text:p/>"),
                Odf.locked(),
                new SourceFile(Path.of("缺.odt"), Odf.TEXT, Word.zip(Map.of("mimetype", Odf.TEXT))),
                new SourceFile(
                        Path.of("实体.odt"),
                        Odf.TEXT,
                        Word.zip(Map.of(
                                "content.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))));
    }

    @Test
    void collapsesWhiteSpaceAsTheFormatSaysAndKeepsWhatIsMeant() throws IOException {
        assertThat(text("<text:p>\n  支出<text:s text:c=\"2\"/>42<text:tab/>万元\n <text:span>（见 \n 表）</text:span></text:p>"
                        + "<text:p>甲<text:line-break/>乙</text:p>"))
                .isEqualTo("支出  42 万元 （见 表）\n甲\n乙\n");
    }

    @Test
    void countsListsInChineseAndGoesOnWhereTheFileSaysSo() throws IOException {
        String list = "<text:list text:style-name=\"L1\"%s><text:list-item><text:p>部门概况</text:p>"
                + "<text:list><text:list-item><text:p>编制</text:p></text:list-item>"
                + "<text:list-item><text:p>经费</text:p></text:list-item></text:list></text:list-item></text:list>";
        assertThat(read(CHINESE_LIST, list.formatted("") + list.formatted(" text:continue-numbering=\"true\""))
                        .text())
                .isEqualTo("一、部门概况\n（1）编制\n（2）经费\n二、部门概况\n（1）编制\n（2）经费\n");
    }

    @Test
    void writesTheLabelThatTheFileSpellsOut() throws IOException {
        String spelled = "<text:list-style style:name=\"L2\">"
                + "<text:list-level-style-number text:level=\"1\" style:num-list-format=\"%1%.\" style:num-format=\"1\" style:num-suffix=\".\"/>"
                + "<text:list-level-style-number text:level=\"2\" style:num-list-format=\"（%2%）\" style:num-format=\"1\" text:display-levels=\"2\"/>"
                + "</text:list-style>";
        assertThat(read(
                                spelled,
                                "<text:list text:style-name=\"L2\"><text:list-item text:start-value=\"3\"><text:p>库房</text:p>"
                                        + "<text:list><text:list-item><text:p>较小</text:p></text:list-item></text:list></text:list-item></text:list>")
                        .text())
                .isEqualTo("3. 库房\n（1）较小\n");
    }

    @Test
    void goesOnCountingAtTheListThatIsNamed() throws IOException {
        String list =
                "<text:list text:style-name=\"L1\"%s><text:list-item><text:p>%s</text:p></text:list-item></text:list>";
        assertThat(read(
                                CHINESE_LIST,
                                list.formatted(" xml:id=\"a\"", "收入")
                                        + list.formatted(" xml:id=\"b\"", "另计")
                                        + list.formatted(" text:continue-list=\"a\"", "支出"))
                        .text())
                .isEqualTo("一、收入\n一、另计\n二、支出\n");
    }

    @Test
    void numbersHeadingsAsTheOutlineSaysUnlessTheirStyleDoesNot() throws IOException {
        String outline = "<text:outline-style><text:outline-level-style text:level=\"1\""
                + " style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:outline-style>"
                + "<style:style style:name=\"A\" style:family=\"paragraph\" style:list-style-name=\"\"/>";
        assertThat(read(
                                outline,
                                "<text:h text:outline-level=\"1\">概况</text:h>"
                                        + "<text:h text:style-name=\"A\" text:outline-level=\"1\">附件</text:h>"
                                        + "<text:h text:outline-level=\"1\">支出</text:h>"
                                        + "<text:h text:outline-level=\"1\" text:restart-numbering=\"true\" text:start-value=\"5\">问题</text:h>")
                        .text())
                .isEqualTo("一、概况\n附件\n二、支出\n五、问题\n");
    }

    @Test
    void leavesOutWhatAConditionOrAnInheritedStyleHides() throws IOException {
        String styles =
                "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
                        + "<style:style style:name=\"T\" style:family=\"text\" style:parent-style-name=\"H\"/>";
        assertThat(read(
                                styles,
                                "<text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>藏</text:p></text:section>"
                                        + "<text:p>暗<text:hidden-paragraph text:is-hidden=\"true\"/>暗</text:p>"
                                        + "<text:p>实<text:span text:style-name=\"T\">暗</text:span>施"
                                        + "<text:hidden-text text:is-hidden=\"false\">完毕</text:hidden-text></text:p>")
                        .text())
                .isEqualTo("实施完毕\n");
    }

    @Test
    void endsAPageAlsoWhereTheStyleInheritsThat() throws IOException {
        String styles = "<style:style style:name=\"B\" style:family=\"paragraph\">"
                + "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
                + "<style:style style:name=\"C\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>";
        assertThat(read(styles, "<text:p>封面</text:p><text:p text:style-name=\"C\">正文</text:p>")
                        .pages())
                .hasSize(2);
    }

    @Test
    void leavesOutWhatIsDeletedHiddenOrRemarked() throws IOException {
        String hidden =
                "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
        assertThat(read(
                                hidden,
                                "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                                        + "<text:table-of-content><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>"
                                        + "<text:p>实<text:span text:style-name=\"H\">暗</text:span><office:annotation><text:p>批</text:p></office:annotation>施</text:p>"
                                        + "<text:section text:display=\"none\"><text:p>藏</text:p></text:section>")
                        .text())
                .isEqualTo("实施\n");
    }

    @Test
    void putsANoteBehindItsParagraphAndATextBoxWhereItStands() throws IOException {
        assertThat(
                        text(
                                "<text:p>执行率98%<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                                        + "<text:note-body><text:p>按调整后预算。</text:p></text:note-body></text:note>。"
                                        + "<draw:frame><draw:text-box><text:p>框中字</text:p></draw:text-box></draw:frame></text:p><text:p>完</text:p>"))
                .isEqualTo("执行率98%。\n框中字\n按调整后预算。\n完\n");
    }

    @Test
    void makesATableWithMergedCellsAndItsHead() throws IOException {
        SourceText read = read(
                "",
                "<table:table><table:table-header-rows><table:table-row>"
                        + "<table:table-cell table:number-columns-spanned=\"2\"><text:p>指标</text:p></table:table-cell><table:covered-table-cell/>"
                        + "<table:table-cell table:number-rows-spanned=\"2\"><text:p>得</text:p><text:p>分</text:p></table:table-cell>"
                        + "</table:table-row></table:table-header-rows>"
                        + "<table:table-row><table:table-cell><text:p>数量</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
                        + "</table:table>");
        assertThat(read.text()).isEqualTo("指标\t得分\n数量\t12\n");
        assertThat(read.tables().getFirst().cells().stream().map(it -> told(it, read.text())))
                .containsExactly("1,1 1x2 指标!", "1,3 2x1 得分!", "2,1 1x1 数量!", "2,2 1x1 12");
    }

    @Test
    void pagesEndWhereTheLastProgramEndedThem() throws IOException {
        String breaks =
                "<style:style style:name=\"P9\" style:family=\"paragraph\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>";
        SourceText read =
                read(breaks, "<text:p>一<text:soft-page-break/>二</text:p><text:p text:style-name=\"P9\">三</text:p>");
        assertThat(read.pages().stream().map(it -> read.text().substring(it.start(), it.end())))
                .containsExactly("一", "二\n", "三\n");
    }

    private static String told(Table.Cell cell, String text) {
        return cell.row() + "," + cell.column() + " " + cell.rowSpan() + "x" + cell.columnSpan() + " "
                + text.substring(cell.start(), cell.end()) + (cell.head() ? "!" : "");
    }

    private static String text(String body) throws IOException {
        return read("", body).text();
    }

    private static SourceText read(String styles, String body) throws IOException {
        return ((Reading.Text) new OdtImporter().read(Odf.text(styles, body))).source();
    }
}
