package gewu.importofd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.kernel.page.PageComposer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfdImporterTest {
    private static final String HEADING = Ofd.words(25, 30, 6, "二〇二三年度部门整体支出绩效自评报告");

    static Ofd report() {
        return Ofd.of(
                HEADING
                        + Ofd.words(33, 50, 4, "全年预算数为一千二百万元，执行数为一千一百四十万元，执行率百分之九十五。")
                        + Ofd.words(33, 60, 4, "绩效目标基本完成，个别指标因工期顺延未达到年初设定值。"),
                Ofd.words(33, 30, 4, "下一步将细化指标，按季度通报进度。"));
    }

    /// Two columns and three rows, half of the lines stroked, half of them thin areas.
    static Ofd table() {
        StringBuilder drawn = new StringBuilder();
        for (int row = 0; row < 4; row++) {
            drawn.append(Ofd.line(30, 50 + 10 * row, 150, 50 + 10 * row));
        }
        for (int column = 0; column < 3; column++) {
            drawn.append(Ofd.bar(29.9 + 60 * column, 50, 0.2, 30));
        }
        drawn.append(Ofd.words(32, 57, 4, "指标名称")).append(Ofd.words(92, 57, 4, "完成值"));
        drawn.append(Ofd.words(32, 67, 4, "培训人次")).append(Ofd.words(92, 67, 4, "三百二十"));
        drawn.append(Ofd.words(32, 77, 4, "满意度"));
        return Ofd.of(HEADING + drawn);
    }

    @Test
    void readsParagraphsInTheirOrder() throws IOException {
        assertThat(text(report().file("自评.ofd")).text())
                .startsWith("二〇二三年度部门整体支出绩效自评报告\n全年预算数为一千二百万元，")
                .contains("达到年初设定值。\n")
                .endsWith("按季度通报进度。\n");
    }

    @Test
    void findsTheCellsOfATableInItsLines() throws IOException {
        SourceText text = text(table().file("表.ofd"));

        Table table = text.tables().getFirst();
        assertThat(text.text()).contains("指标名称\t完成值\n培训人次\t三百二十\n满意度\t\n");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(2);
    }

    @Test
    void saysInPointsWhereLettersStand() throws IOException {
        LaidPage page = page(Ofd.of(Ofd.words(25.4, 50.8, 5.08, "甲乙")));

        assertThat(page.width()).isCloseTo(595.3, within(0.1));
        assertThat(page.height()).isCloseTo(841.9, within(0.1));
        Glyph second = page.glyphs().get(1);
        assertThat(second.text()).isEqualTo("乙");
        assertThat(second.size()).isCloseTo(14.4, within(0.01));
        assertThat(second.box().left()).isCloseTo(72 + 14.4, within(0.01));
        assertThat(second.box().bottom()).isBetween(144.0, 146.0);
    }

    @Test
    void repeatsAStepAsOftenAsTheGroupSays() throws IOException {
        LaidPage page = page(Ofd.of(
                Ofd.object(20, 40, 4, "", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 2 4 10 4\">预算执行率</ofd:TextCode>")));

        assertThat(page.glyphs().stream().map(it -> Math.round(it.box().left() / 72 * 25.4)))
                .containsExactly(20L, 24L, 28L, 38L, 42L);
    }

    @Test
    void setsLettersSideBySideWhereTheFileSaysNoSteps() throws IOException {
        LaidPage page = page(
                Ofd.of(Ofd.object(20, 40, 4, "HScale=\"0.5\"", "<ofd:TextCode X=\"0\" Y=\"4\">结余</ofd:TextCode>")));

        assertThat(page.glyphs().get(1).box().left() / 72 * 25.4).isCloseTo(22, within(0.01));
    }

    @Test
    void takesNoBlankIntoFiguresOfAFontOfOneWidth() throws IOException {
        SourceText text = text(Ofd.of(Ofd.object(
                        20, 40, 4, "", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 8 2.4\">¥1,234.56</ofd:TextCode>"))
                .file("等宽.ofd"));

        assertThat(text.text()).isEqualTo("¥1,234.56\n");
    }

    @Test
    void followsTheMatrixOfAnObject() throws IOException {
        LaidPage page =
                page(Ofd.of("<ofd:TextObject Size=\"1\" Font=\"1\" Boundary=\"10 20 50 10\" CTM=\"5 0 0 5 2 3\">"
                        + "<ofd:TextCode X=\"1\" Y=\"1\">元</ofd:TextCode></ofd:TextObject>"));

        Glyph glyph = page.glyphs().getFirst();
        assertThat(glyph.size() / 72 * 25.4).isCloseTo(5, within(0.01));
        assertThat(glyph.box().left() / 72 * 25.4).isCloseTo(17, within(0.01));
    }

    @Test
    void leavesOutWhatIsInvisibleAndWhatLiesAcrossThePage() throws IOException {
        String hidden = Ofd.object(20, 60, 4, "Visible=\"false\"", "<ofd:TextCode X=\"0\" Y=\"4\">藏</ofd:TextCode>");
        String across = Ofd.object(
                20, 90, 12, "CTM=\"0.7 -0.7 0.7 0.7 0 0\"", "<ofd:TextCode X=\"0\" Y=\"4\">内部</ofd:TextCode>");

        assertThat(wordsOf(page(Ofd.of(Ofd.words(20, 40, 4, "明") + hidden + across))))
                .isEqualTo("明");
    }

    @Test
    void knowsBoldLettersByTheirWeightAndByTheirFont() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document(
                        "Doc_0/",
                        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
                        Ofd.words(20, 40, 4, "细")
                                + Ofd.words(20, 50, 4, "粗").replace("Font=\"1\"", "Font=\"2\"")
                                + Ofd.words(20, 60, 4, "重").replace("Font=\"1\"", "Font=\"1\" Weight=\"700\""))
                .and(
                        "Doc_0/PublicRes.xml",
                        Ofd.resources("<ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\"/><ofd:Font ID=\"2\""
                                + " FontName=\"SimHei-Bold\"/></ofd:Fonts>"));

        assertThat(page(file).glyphs()).extracting(Glyph::bold).containsExactly(false, true, true);
    }

    @Test
    void countsGlyphsWithoutACharacter() throws IOException {
        LaidPage page = page(Ofd.of(Ofd.words(20, 40, 4, "\ue123\ue124决算")));

        assertThat(page.unmapped()).isEqualTo(2);
        assertThat(wordsOf(page)).isEqualTo("决算");
    }

    @Test
    void readsTheTemplateUnderAPage() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document("Doc_0/", "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>", "")
                .and("Doc_0/Tpls/Tpl_0/Content.xml", Ofd.page("", Ofd.words(20, 30, 4, "单位名称：")))
                .and(
                        "Doc_0/Pages/Page_0/Content.xml",
                        Ofd.page("<ofd:Template TemplateID=\"7\"/>", Ofd.words(40, 30, 4, "市档案馆")));

        assertThat(text(file.file("套打.ofd")).text()).isEqualTo("单位名称：市档案馆\n");
    }

    @Test
    void readsNestedBlocksAndGroupsAtTheirPlace() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document(
                        "Doc_0/",
                        "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
                        "<ofd:PageBlock><ofd:PageBlock><ofd:CompositeObject ResourceID=\"5\" Boundary=\"30 40 50 50\""
                                + " CTM=\"2 0 0 2 0 0\"/></ofd:PageBlock></ofd:PageBlock>")
                .and("Doc_0/DocumentRes.xml", composite("5", Ofd.words(0, 4, 4, "组")));

        Glyph glyph = page(file).glyphs().getFirst();

        assertThat(glyph.text()).isEqualTo("组");
        assertThat(glyph.box().left() / 72 * 25.4).isCloseTo(30, within(0.01));
        assertThat(glyph.size() / 72 * 25.4).isCloseTo(8, within(0.01));
    }

    private static String composite(String id, String drawn) {
        return Ofd.resources("<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"" + id
                + "\" Width=\"50\" Height=\"50\"><ofd:Content>" + drawn
                + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>");
    }

    @Test
    void aGroupInsideItselfIsReadOnce() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document(
                        "Doc_0/",
                        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
                        "<ofd:CompositeObject ResourceID=\"5\" Boundary=\"30 40 50 50\"/>")
                .and(
                        "Doc_0/PublicRes.xml",
                        composite(
                                "5",
                                Ofd.words(0, 4, 4, "环")
                                        + "<ofd:CompositeObject ResourceID=\"5\" Boundary=\"0 0 5 5\"/>"));

        assertThat(wordsOf(page(file))).isEqualTo("环");
    }

    @Test
    void groupsThatMultiplyCostTheirPageOnly() throws IOException {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String next = "<ofd:CompositeObject ResourceID=\"" + (i + 1) + "\" Boundary=\"0 0 5 5\"/>";
            units.append("<ofd:CompositeGraphicUnit ID=\"" + i + "\"><ofd:Content>" + next.repeat(10)
                    + "</ofd:Content></ofd:CompositeGraphicUnit>");
        }
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document(
                        "Doc_0/",
                        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
                        "<ofd:CompositeObject ResourceID=\"0\" Boundary=\"0 0 5 5\"/>",
                        Ofd.words(20, 40, 4, "后页"))
                .and("Doc_0/PublicRes.xml", Ofd.resources(units.toString()));

        try (LaidDocument document = laid(file)) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("500000");
            assertThat(wordsOf(document.page(2))).isEqualTo("后页");
        }
    }

    @Test
    void readsAllDocumentsOfAFileOneAfterTheOther() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml", "Doc_1/Document.xml"))
                .document("Doc_0/", "", Ofd.words(20, 40, 4, "正文"))
                .document("Doc_1/", "", Ofd.words(20, 40, 4, "附表一"), Ofd.words(20, 40, 4, "附表二"));

        try (LaidDocument document = laid(file)) {
            assertThat(document.pages()).isEqualTo(3);
            assertThat(wordsOf(document.page(3))).isEqualTo("附表二");
        }
    }

    @Test
    void readsTheCurrentVersionOfADocument() throws IOException {
        String body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>"
                + "<ofd:Version ID=\"1\" BaseLoc=\"Doc_0/V1.xml\"/>"
                + "<ofd:Version ID=\"2\" Current=\"true\" BaseLoc=\"Doc_0/V2.xml\"/></ofd:Versions></ofd:DocBody>";
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.element("OFD", body))
                .document("Doc_0/", "", Ofd.words(20, 40, 4, "初稿"))
                .document("Doc_2/", "", Ofd.words(20, 40, 4, "定稿"))
                .and("Doc_0/V2.xml", Ofd.element("DocVersion", "<ofd:DocRoot>/Doc_2/Document.xml</ofd:DocRoot>"));

        assertThat(wordsOf(page(file))).isEqualTo("定稿");
    }

    @Test
    void findsPartsInSpiteOfBackslashesAndCase() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("\\doc_0\\DOCUMENT.xml"))
                .document("Doc_0/", "", Ofd.words(20, 40, 4, "找到"));

        assertThat(wordsOf(page(file))).isEqualTo("找到");
    }

    @Test
    void noPathLeadsOutOfTheArchive() throws IOException {
        Ofd file = Ofd.of("")
                .and(
                        "Doc_0/Document.xml",
                        Ofd.element(
                                "Document", "<ofd:Pages><ofd:Page BaseLoc=\"../../../../etc/hosts\"/></ofd:Pages>"));

        try (LaidDocument document = laid(file)) {
            assertThatThrownBy(() -> document.page(1)).hasMessageContaining("etc/hosts is missing");
        }
    }

    @Test
    void aMissingOrBrokenPageCostsOnlyItself() throws IOException {
        Ofd file = Ofd.of("", "", Ofd.words(20, 40, 4, "第三页"))
                .without("Doc_0/Pages/Page_0/Content.xml")
                .and("Doc_0/Pages/Page_1/Content.xml", "<ofd:Page><ofd:Content>");

        try (LaidDocument document = laid(file)) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("missing");
            assertThatThrownBy(() -> document.page(2))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
            assertThat(wordsOf(document.page(3))).isEqualTo("第三页");
        }
    }

    @Test
    void aMissingDocumentAmongSeveralIsTold() throws IOException {
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml", "Doc_1/Document.xml"))
                .document("Doc_1/", "", Ofd.words(20, 40, 4, "还在"));

        try (LaidDocument document = laid(file)) {
            assertThatThrownBy(() -> document.page(1)).hasMessageContaining("Doc_0/Document.xml is missing");
            assertThat(wordsOf(document.page(2))).isEqualTo("还在");
        }
    }

    @Test
    void signaturesSealsAndAttachmentsDisturbNothing() throws IOException {
        Ofd file = Ofd.of(Ofd.words(20, 40, 4, "已盖章"))
                .and("Doc_0/Signs/Signatures.xml", "<not xml")
                .and("Doc_0/Signs/Sign_0/Seal.esl", new byte[] {1, 2, 3})
                .and("Doc_0/Annots/Page_0/Annotation.xml", "<ofd:PageAnnot")
                .and("Doc_0/Attachs/附件.zip", new byte[] {'P', 'K'});

        assertThat(wordsOf(page(file))).isEqualTo("已盖章");
    }

    @Test
    void refusesAnEncryptedFileWithTheNextMove() throws IOException {
        Reading reading = new OfdImporter()
                .read(report().and("Encryptions.xml", "<Encryptions/>").file("密.ofd"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.remedy()).contains("without encryption"));
    }

    @Test
    void refusesAnArchiveCutOff() throws IOException {
        byte[] whole = report().bytes();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 40);

        Reading reading = new OfdImporter().read(new SourceFile(Path.of("断.ofd"), "application/ofd", cut));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("cut off"));
    }

    @Test
    void refusesEntities() throws IOException {
        Ofd file = report().and(
                        "OFD.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OFD><DocBody>&e;</DocBody></OFD>");

        assertThat(new OfdImporter().read(file.file("实体.ofd")))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("document type declaration"));
    }

    @Test
    void aPageThatUnpacksWithoutEndCostsOnlyItself() throws IOException {
        Ofd file = Ofd.of("", Ofd.words(20, 40, 4, "无恙"))
                .and("Doc_0/Pages/Page_0/Content.xml", Ofd.page("", " ".repeat(30_000_000)));

        try (LaidDocument document = laid(file)) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bomb");
            assertThat(wordsOf(document.page(2))).isEqualTo("无恙");
        }
    }

    static LaidDocument laid(Ofd file) throws IOException {
        return laid(file.file("试.ofd"));
    }

    private static LaidDocument laid(SourceFile file) throws IOException {
        Reading reading = new OfdImporter().read(file);
        assertThat(reading).isInstanceOf(Reading.Laid.class);
        return ((Reading.Laid) reading).document();
    }

    private static LaidPage page(Ofd file) throws IOException {
        try (LaidDocument document = laid(file)) {
            return document.page(1);
        }
    }

    private static String wordsOf(LaidPage page) {
        return page.glyphs().stream().map(Glyph::text).collect(Collectors.joining());
    }

    private static SourceText text(SourceFile file) throws IOException {
        try (LaidDocument document = laid(file)) {
            PageComposer composer = new PageComposer();
            for (int number = 1; number <= document.pages(); number++) {
                composer.add(document.page(number), PageLook.Origin.TEXT_LAYER, "", 0, "");
            }
            return composer.finish().source();
        }
    }
}
