package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.Page;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocxImporterTest {
    private static final String HEADINGS = """
            <w:abstractNum w:abstractNumId="7">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
              <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """;

    @Test
    void saysWhatIsEmbeddedForItIsNotRead() throws IOException {
        Word word = Word.of("<w:p><w:r><w:t>支出明细见附表。</w:t></w:r></w:p>")
                .embedded("明细表1.xlsx")
                .embedded("明细表2.xlsx")
                .embedded("说明.docx")
                .embedded("oleObject1.bin");
        Reading.Text text = (Reading.Text) new DocxImporter().read(word.file());
        assertThat(text.remark())
                .isEqualTo("What is embedded in it was not read: 2 Excel workbooks, 1 Word document, "
                        + "1 file of another kind. Open it, double-click each of these, save it as a file of its own, "
                        + "then import that.");
    }

    @Test
    void writesTheListNumbersThatPeopleSee() {
        Word word = Word.of(item(1, 0, "部门概况")
                        + item(1, 1, "职能职责")
                        + item(1, 1, "机构设置")
                        + item(1, 2, "内设科室")
                        + item(1, 0, "预算执行")
                        + item(1, 1, "收入")
                        + item(1, 2, "拨款")
                        + item(1, 2, "其他"))
                .lists(HEADINGS);
        assertThat(text(word)).isEqualTo("""
                一、部门概况
                （一）职能职责
                （二）机构设置
                1. 内设科室
                二、预算执行
                （一）收入
                1. 拨款
                2. 其他
                """);
    }

    @Test
    void beginsAListAnewWhereTheFileSaysSo() {
        Word word = Word.of(item(1, 0, "甲") + item(1, 0, "乙") + item(2, 0, "丙") + item(1, 0, "丁") + item(2, 0, "戊"))
                .lists(HEADINGS);
        assertThat(text(word)).isEqualTo("一、甲\n二、乙\n一、丙\n二、丁\n三、戊\n");
    }

    @Test
    void numbersHeadingsByTheirStyle() {
        Word word = Word.of(styled("1", "总体情况") + styled("2", "绩效目标") + paragraph("正文。") + styled("2", "完成情况"))
                .styles("""
                        <w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                        <w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
                        """)
                .lists(HEADINGS);
        assertThat(text(word)).isEqualTo("一、总体情况\n（一）绩效目标\n正文。\n（二）完成情况\n");
    }

    @Test
    void countsInEveryWayThatReportsUse() {
        assertThat(Numeral.of("chineseCounting", 21)).isEqualTo("二十一");
        assertThat(Numeral.of("chineseCountingThousand", 110)).isEqualTo("一百一十");
        assertThat(Numeral.of("chineseCountingThousand", 1005)).isEqualTo("一千零五");
        assertThat(Numeral.of("chineseLegalSimplified", 12)).isEqualTo("壹拾贰");
        assertThat(Numeral.of("ideographTraditional", 3)).isEqualTo("丙");
        assertThat(Numeral.of("decimalEnclosedCircleChinese", 20)).isEqualTo("⑳");
        assertThat(Numeral.of("decimalEnclosedCircle", 21)).isEqualTo("㉑");
        assertThat(Numeral.of("decimalFullWidth", 12)).isEqualTo("１２");
        assertThat(Numeral.of("lowerLetter", 28)).isEqualTo("bb");
        assertThat(Numeral.of("upperRoman", 14)).isEqualTo("XIV");
        assertThat(Numeral.of("decimalZero", 7)).isEqualTo("07");
        assertThat(Numeral.of("hebrew1", 7)).isEqualTo("7");
    }

    @Test
    void readsTheTextWithAllChangesAcceptedAndWithoutHiddenWords() {
        Word word = Word.of("""
                <w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>310</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>320</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r>\
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部掌握）</w:t></w:r>\
                <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>。</w:t></w:r></w:p>
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>这一段和</w:t></w:r></w:p>
                <w:p><w:r><w:t>下一段合并了。</w:t></w:r></w:p>
                """);
        assertThat(text(word)).isEqualTo("支出320万元。\n这一段和下一段合并了。\n");
    }

    @Test
    void readsTheResultOfAFieldAndNeverItsCode() {
        Word word = Word.of("""
                <w:p><w:r><w:t>表</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
                <w:r><w:instrText> SEQ 表 \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
                <w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
                <w:fldSimple w:instr="DATE"><w:r><w:t>，2023年</w:t></w:r></w:fldSimple></w:p>""");
        assertThat(text(word)).isEqualTo("表3，2023年\n");
    }

    @Test
    void leavesTheTableOfContentsOutButCountsItsPages() {
        Word word = Word.of("""
                <w:p><w:r><w:t>封面</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>
                <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>
                <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
                <w:r><w:t>一、部门概况</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>2</w:t></w:r></w:p>
                <w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>
                <w:p><w:r><w:br w:type="page"/></w:r></w:p>
                <w:p><w:r><w:lastRenderedPageBreak/><w:t>一、部门概况</w:t></w:r></w:p>
                """);
        SourceText source = source(word);
        assertThat(source.text()).isEqualTo("封面\n一、部门概况\n");
        assertThat(source.pageAt(source.text().indexOf("一、"))).isEqualTo(3);
    }

    @Test
    void losesNoWordsBehindATableOfContentsThatNeverEnds() {
        Word word = Word.of("""
                <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>
                <w:p><w:r><w:t>正文还在。</w:t></w:r></w:p>""");
        assertThat(text(word)).isEqualTo("正文还在。\n");
    }

    @Test
    void readsTextBoxesOnce() {
        Word word = Word.of("""
                <w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>
                <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
                <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
                </mc:AlternateContent></w:r><w:r><w:t>继续。</w:t></w:r></w:p>""");
        assertThat(text(word)).isEqualTo("正文继续。\n框中文字\n");
    }

    @Test
    void putsFootnotesBehindTheParagraphThatCitesThemAndEndnotesLast() {
        Word word = Word.of("""
                <w:p><w:r><w:t>支出减少</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>
                <w:p><w:r><w:t>下一段。</w:t></w:r></w:p>""")
                .footnotes("""
                        <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>
                        <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>因人员减少。</w:t></w:r></w:p></w:footnote>""")
                .endnotes("<w:endnote w:id=\"2\"><w:p><w:r><w:t>见决算。</w:t></w:r></w:p></w:endnote>");
        assertThat(text(word)).isEqualTo("支出减少。\n因人员减少。\n下一段。\n见决算。\n");
    }

    @Test
    void endsPagesWhereTheFileDoes() {
        Word word = Word.of("""
                <w:p><w:r><w:t>封面</w:t></w:r></w:p>
                <w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>
                <w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页开始，</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>第三页继续。</w:t></w:r></w:p>
                <w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>
                <w:p><w:r><w:t>仍在第三页。</w:t></w:r></w:p>
                <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>第四页。</w:t></w:r></w:p>
                <w:sectPr><w:type w:val="continuous"/></w:sectPr>
                """);
        assertThat(source(word).pages())
                .containsExactly(new Page(1, 0, 3), new Page(2, 3, 9), new Page(3, 9, 23), new Page(4, 23, 28));
    }

    @Test
    void readsATableCellByCell() {
        Word word = Word.of(paragraph("表1：")
                + "<w:tbl>" + row(cell("项目", ""), cell("预算数", ""), cell("决算数", ""))
                + row(cell("基本支出", ""), cell("1,511.55", ""), cell("", ""))
                + row(cell("项目支出", ""), cell("<w:r/>", ""), cell("300.00", "")) + "</w:tbl>" + paragraph("以上。"));
        SourceText source = source(word);
        assertThat(source.text()).isEqualTo("表1：\n项目\t预算数\t决算数\n基本支出\t1,511.55\t\n项目支出\t\t300.00\n以上。\n");
        Table table = source.tables().getFirst();
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(words(source, table))
                .containsExactly("项目", "预算数", "决算数", "基本支出", "1,511.55", "", "项目支出", "", "300.00");
        assertThat(table.heads(table.cell(3, 3).orElseThrow()).stream()
                        .map(it -> source.text().substring(it.start(), it.end())))
                .containsExactly("决算数", "项目支出");
    }

    @Test
    void readsMergedCellsOnceWithTheirSpans() {
        String restart = "<w:vMerge w:val=\"restart\"/>";
        Word word = Word.of("<w:tbl>"
                + row(cell("指标", restart), cell("2023年", "<w:gridSpan w:val=\"2\"/>"))
                + row(cell("", "<w:vMerge/>"), cell("预算", ""), cell("决算", ""))
                + row(cell("收入", ""), cell("10", ""), cell("11", "")) + "</w:tbl>");
        SourceText source = source(word);
        assertThat(source.text()).isEqualTo("指标\t2023年\n预算\t决算\n收入\t10\t11\n");
        Table table = source.tables().getFirst();
        assertThat(table.cell(2, 1).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(table.cell(1, 3).orElseThrow().columnSpan()).isEqualTo(2);
        assertThat(table.heads(table.cell(3, 3).orElseThrow()).stream()
                        .map(it -> source.text().substring(it.start(), it.end())))
                .containsExactly("2023年", "决算", "收入");
    }

    @Test
    void joinsTheLinesAndTablesInsideACell() {
        Word word = Word.of("<w:tbl>"
                + row(
                        "<w:tc>" + paragraph("第一行") + paragraph("第二行") + paragraph("ABC") + "<w:tbl>"
                                + row(cell("内一", ""), cell("内二", "")) + "</w:tbl><w:p/></w:tc>",
                        cell("右", ""))
                + "</w:tbl>");
        SourceText source = source(word);
        assertThat(source.text()).isEqualTo("第一行第二行 ABC 内一内二\t右\n");
        assertThat(source.tables()).hasSize(1);
    }

    @Test
    void endsALineAtALineBreakAndMakesTabsSpaces() {
        Word word = Word.of("<w:p><w:r><w:t>填报单位：</w:t><w:tab/><w:t>档案局</w:t><w:br/><w:t>填报日期</w:t></w:r></w:p><w:p/>");
        assertThat(text(word)).isEqualTo("填报单位： 档案局\n填报日期\n");
    }

    @Test
    void readsTicksOfPictureFonts() {
        Word word = Word.of("<w:p><w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>是 </w:t>"
                + "<w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/><w:t>否</w:t></w:r></w:p>");
        assertThat(text(word)).isEqualTo("☑是 □否\n");
    }

    @Test
    void refusesEntitiesBombsDeepNestingAndPicturesOnly() {
        assertThat(refusal(Map.of(
                                "word/document.xml",
                                "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><d>&a;</d>"))
                        .why())
                .contains("document type declaration");
        assertThat(refusal(Map.of("word/document.xml", "<d><body>" + " ".repeat(20_000_000) + "</body></d>"))
                        .why())
                .contains("unpacks to more than");
        assertThat(refusal(Map.of("word/document.xml", "<d>" + "<body>".repeat(5_000)))
                        .why())
                .contains("levels deep");
        assertThat(refusal(Map.of("word/document.xml", "<d><body/></d>", "word/media/1.png", ""))
                        .remedy())
                .contains("PDF");
        assertThat(refusal(Map.of("xl/workbook.xml", "<d/>")).why()).contains("no part word/document.xml");
    }

    @Test
    void saysThatAProtectedDocumentNeedsACopyWithoutPassword() {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0};
        Reading.Refused refused = (Reading.Refused) read(new SourceFile(Path.of("密.docx"), Word.MEDIA_TYPE, ole));
        assertThat(refused.why()).contains("password");
        assertThat(refused.remedy()).contains("without the password");
    }

    private static String paragraph(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String item(int list, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String words, String manners) {
        return "<w:tc><w:tcPr>" + manners + "</w:tcPr>"
                + (words.startsWith("<") ? "<w:p>" + words + "</w:p>" : paragraph(words)) + "</w:tc>";
    }

    private static List<String> words(SourceText source, Table table) {
        return table.cells().stream()
                .map(it -> source.text().substring(it.start(), it.end()))
                .toList();
    }

    private static SourceText source(Word word) {
        Reading reading = read(word.file());
        assertThat(reading).isInstanceOf(Reading.Text.class);
        return ((Reading.Text) reading).source();
    }

    private static String text(Word word) {
        return source(word).text();
    }

    private static Reading.Refused refusal(Map<String, String> parts) {
        return (Reading.Refused)
                read(new SourceFile(Path.of("坏.docx"), Word.MEDIA_TYPE, Word.zip(new LinkedHashMap<>(parts))));
    }

    private static Reading read(SourceFile file) {
        try {
            return new DocxImporter().read(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
