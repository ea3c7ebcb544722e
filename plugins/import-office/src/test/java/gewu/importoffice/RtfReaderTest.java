package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.SourceText;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class RtfReaderTest {
    @Test
    void readsParagraphsWrittenInTheEncodingOfTheirFont() {
        assertThat(Rtf.read("2023年度{\\f1 (}预算{\\f1 )}\\par\\pard 一、部门概况\\par 温度20{\\f1\\'b0C}\\par")
                        .text())
                .isEqualTo("2023年度(预算)\n一、部门概况\n温度20°C\n");
    }

    @Test
    void readsCharactersByNumberAndNotWhatOlderProgramsReadInstead() {
        assertThat(Rtf.read(
                                "\\u39044?\\u31639?\\uc2\\u25191\\'d6\\'b4{\\uc0\\u34892}\\u29575 ab\\u19975\\'cd\\'f2元\\par")
                        .text())
                .isEqualTo("预算执行率万元\n");
    }

    @Test
    void readsRareCharactersOfTwoHalves() {
        assertThat(Rtf.read("\\u-10179?\\u-9216?县\\u-10179?").text()).isEqualTo("\ud83d\udc00县\ufffd\n");
    }

    @Test
    void readsChineseWordsThatAProgramWroteWithoutSayingSo() {
        byte[] raw = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 SimSun;}}\\pard信访工作\\par总结\\par}"
                .getBytes(Charset.forName("GB18030"));
        assertThat(Rtf.text(Rtf.file(raw)).text()).isEqualTo("信访工作\n总结\n");
    }

    @Test
    void putsTheVisibleNumberBeforeAnItemAndNoBullet() {
        assertThat(Rtf.read("{\\listtext\\pard\\plain\\f0 一、\\tab}部门概况\\par"
                                + "{\\pntext\\f1 1.\\tab}职责\\par"
                                + "{\\listtext\\f2 l\\tab}信访\\par"
                                + "{\\listtext\\f3\\'b7\\tab}督查\\par"
                                + "{\\listtext\\pard ①\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb -}}窗口\\par")
                        .text())
                .isEqualTo("一、部门概况\n1. 职责\n信访\n督查\n① 窗口\n");
    }

    @Test
    void readsTheResultOfAFieldAndLeavesOutATableOfContents() {
        assertThat(Rtf.read("{\\field{\\*\\fldinst{TOC \\\\o \"1-3\"}}{\\fldrslt 一、概况\\tab 1\\par 二、支出\\tab 2\\par}}"
                                + "共{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 12}}页\\par")
                        .text())
                .isEqualTo("共12页\n");
    }

    @Test
    void readsTheTextAsItStandsWhenAllChangesAreAccepted() {
        assertThat(Rtf.read("支出{\\deleted 一百}{\\revised 二百}万元{\\v 内部}。\\par"
                                + "{\\deleted 整段不要\\par}保留\\par\\v 看不见\\par\\v0 看得见\\par")
                        .text())
                .isEqualTo("支出二百万元。\n保留\n看得见\n");
    }

    @Test
    void leavesOutWhatIsNotTheText() {
        assertThat(Rtf.read(
                                "{\\stylesheet{\\s1 标题 1;}}{\\info{\\title 旧标题}{\\author 张三}}{\\header 页眉\\par}{\\footer 页脚\\par}"
                                        + "{\\*\\annotation 批注}{\\*\\unheardof 不认识}{\\*\\unheardof{\\unheard0 也不认识;}}{\\*\\bkmkstart 书签}正文"
                                        + "{\\*\\shppict{\\pict\\pngblip " + "89504e47".repeat(100)
                                        + "}}{\\nonshppict{\\pict\\wmetafile8 0100}}"
                                        + "{\\object\\objemb{\\*\\objdata 0105}{\\result 图}}\\par")
                        .text())
                .isEqualTo("正文\n");
    }

    @Test
    void putsNotesBehindTheirParagraphAndEndnotesAtTheEnd() {
        assertThat(Rtf.read("支出10万元{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn}\\tab 不含上年结转。}}，已公开"
                                + "{\\super\\chftn{\\*\\footnote\\ftnalt\\pard 见门户网站。}}。\\par 二、问题\\par")
                        .text())
                .isEqualTo("支出10万元，已公开。\n不含上年结转。\n二、问题\n见门户网站。\n");
    }

    @Test
    void putsATextBoxBehindItsParagraph() {
        assertThat(Rtf.read("前{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard 框内\\par}}"
                                + "{\\shprslt{\\*\\do{\\dptxbxtext 框内}}}}后\\par")
                        .text())
                .isEqualTo("前后\n框内\n");
    }

    @Test
    void endsPagesWhereTheAuthorDid() {
        SourceText source =
                Rtf.read("封面\\par\\page 目录\\par\\pard\\pagebb 一、概况\\par\\pard 二、支出\\par\\sect\\sectd\\sbknone 三、问题\\par"
                        + "\\sect\\sectd 四、建议\\par");
        assertThat(source.text()).isEqualTo("封面\n目录\n一、概况\n二、支出\n三、问题\n四、建议\n");
        assertThat(source.pages()).hasSize(4);
        assertThat(source.pageAt(source.text().indexOf("三、"))).isEqualTo(3);
        assertThat(source.pageAt(source.text().indexOf("四、"))).isEqualTo(4);
    }

    @Test
    void readsLinesTicksAndSignsAsPeopleSeeThem() {
        assertThat(Rtf.read(
                                "第一行\\line 第二行\\par 是{\\f2\\'fe}否{\\f2\\u-3928?} 误差{\\f3\\'b1}5\\par \\ldblquote 三公\\rdblquote\\emdash\\{\\}\\~\\_")
                        .text())
                .isEqualTo("第一行\n第二行\n是☑否□ 误差±5\n“三公”—{}\u00a0-\n");
    }

    @Test
    void readsThePartInUnicodeWhereThereAreTwo() {
        assertThat(Rtf.read("{\\upr{\\field ?}{\\*\\ud{\\uc0\\u21439}}}委\\par").text())
                .isEqualTo("县委\n");
    }

    @Test
    void takesNoHarmFromWhatFollowsTheDocument() {
        assertThat(Rtf.text(Rtf.file("{\\rtf1\\ansi report\\par}}}\u0000\u0000"))
                        .text())
                .isEqualTo("report\n");
    }

    @Test
    void readsATableWithAHundredThousandCharactersByNumber() {
        StringBuilder body = new StringBuilder("\\pard\\intbl ");
        for (int i = 0; i < 100_000; i++) {
            body.append("\\u39044?");
        }
        assertThat(Rtf.read(body + "\\cell\\row").text()).hasSize(100_001);
    }

    @Test
    void refusesWhatItCannotReadWhole() {
        assertThat(Rtf.refusal(Rtf.file("")).why()).contains("not a Rich Text document");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1\\ansi report\\par")).why()).contains("cut off");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1\\ansi report\\pa")).why()).contains("cut off");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1\\ansi a\\'zz b}")).why()).contains("damaged");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1 {\\*\\blob\\bin2000000000 x}}"))
                        .why())
                .contains("announces more data");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1 " + "{".repeat(300_000) + "}".repeat(300_000) + "}"))
                        .why())
                .contains("nests groups");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1\\par}")).why()).isEqualTo("The document holds no words.");
        assertThat(Rtf.refusal(Rtf.file("{\\rtf1{\\pict 00ff}}")).why()).contains("pictures but no words");
    }
}
