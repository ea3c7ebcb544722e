package gewu.importpdf;

import static gewu.importpdf.Pdf.textOf;
import static gewu.importpdf.Pdf.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.junit.jupiter.api.Test;

/// What stands on a page, and where.
class PageTest {
    /// A4 is 841.89 points high; here it is 842.
    private static void assertAt(Box box, double left, double top, double right, double bottom) {
        assertThat(new double[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(new double[] {left, top, right, bottom}, within(0.2));
    }

    private static void assertRule(Rule rule, double x1, double y1, double x2, double y2) {
        assertThat(new double[] {rule.x1(), rule.y1(), rule.x2(), rule.y2()})
                .containsExactly(new double[] {x1, y1, x2, y2}, within(0.6));
    }

    @Test
    void placesCharactersFromTheUpperLeftCorner() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(words("预算9", 100, 742));
            LaidPage page = pdf.firstPage();
            assertThat(textOf(page)).isEqualTo("预算9");
            assertThat(page.width()).isCloseTo(595, within(1.0));
            assertThat(page.height()).isCloseTo(842, within(1.0));
            assertAt(page.glyphs().get(0).box(), 100, 842 - 742 - 0.88 * 12, 112, 842 - 742 + 0.12 * 12);
            assertAt(page.glyphs().get(2).box(), 124, 89.4, 130, 101.4);
            assertThat(page.glyphs().getFirst().size()).isCloseTo(12, within(0.01));
        }
    }

    @Test
    void countsFromTheCornerOfThePartThatIsShown() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("内", 150, 500), words("外", 20, 500));
            page.setMediaBox(new PDRectangle(-50, -50, 700, 900));
            page.setCropBox(new PDRectangle(100, 300, 300, 400));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).as("what is cut off is not seen").isEqualTo("内");
            assertThat(read.width()).isEqualTo(300);
            assertAt(read.glyphs().getFirst().box(), 50, 200 - 10.56, 62, 200 + 1.44);
        }
    }

    @Test
    void readsAPageThatSaysItIsTurned() throws Exception {
        for (int turn : new int[] {90, 180, 270, -90, 450}) {
            try (Pdf pdf = new Pdf()) {
                PDPage page = pdf.page(upright("决算", turn), "1 w 100 100 m 300 100 l S");
                page.setMediaBox(new PDRectangle(0, 0, 600, 800));
                page.setRotation(turn);
                LaidPage read = pdf.firstPage();
                boolean isSideways = turn % 180 != 0;
                assertThat(read.width()).isEqualTo(isSideways ? 800 : 600);
                assertThat(read.height()).isEqualTo(isSideways ? 600 : 800);
                Box first = read.glyphs().getFirst().box();
                assertAt(first, 200, 300 - 10.56, 212, 300 + 1.44);
                assertThat(read.glyphs().get(1).box().left()).isCloseTo(212, within(0.1));
                assertThat(read.rules().getFirst().isHorizontal()).isEqualTo(!isSideways);
            }
        }
    }

    /// Words that begin 200 points from the left and 300 from the top once the page of 600 by 800 is turned.
    private static String upright(String text, int turn) {
        String matrix = switch (Math.floorMod(turn, 360)) {
            case 90 -> "0 1 -1 0 300 200";
            case 180 -> "-1 0 0 -1 400 300";
            default -> "0 -1 1 0 300 600";
        };
        return "BT /Song 12 Tf " + matrix + " Tm " + Pdf.codes(text) + " Tj ET";
    }

    @Test
    void turnsAPageWhoseWordsAllLieOnTheirSide() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(
                    "BT /Song 12 Tf 0 1 -1 0 300 200 Tm " + Pdf.codes("横放的附表也要读成一行") + " Tj ET",
                    "1 w 310 100 m 310 400 l S");
            page.setMediaBox(new PDRectangle(0, 0, 600, 800));
            byte[] bytes = pdf.bytes();
            try (LaidDocument document = Pdf.open(bytes)) {
                LaidPage read = document.page(1);
                assertThat(read.width()).isEqualTo(800);
                assertAt(read.glyphs().getFirst().box(), 200, 300 - 10.56, 212, 300 + 1.44);
                assertRule(read.rules().getFirst(), 100, 310, 400, 310);
                BufferedImage picture = document.picture(1, 72);
                assertThat(picture.getWidth()).isEqualTo(800);
                assertThat(picture.getRaster().getSample(250, 310, 0))
                        .as("the line in the picture is where it is said to be")
                        .isLessThan(128);
                assertThat(picture.getRaster().getSample(250, 330, 0)).isGreaterThan(200);
            }
        }
    }

    @Test
    void aWatermarkAcrossThePageIsNoPartOfTheText() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(
                    words("绩效目标已经完成", 100, 700),
                    "BT /Song 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm " + Pdf.codes("内部资料") + " Tj ET");
            assertThat(textOf(pdf.firstPage())).isEqualTo("绩效目标已经完成");
        }
    }

    @Test
    void aPageInUnitsOfItsOwnIsMeasuredInPoints() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("大图", 100, 700));
            page.getCOSObject().setInt(COSName.USER_UNIT, 2);
            try (LaidDocument document = pdf.open()) {
                assertThat(document.page(1).width()).isCloseTo(1190, within(2.0));
                assertThat(document.page(1).glyphs().getFirst().size()).isCloseTo(24, within(0.01));
                assertThat(document.picture(1, 72).getWidth()).isBetween(1188, 1192);
            }
        }
    }

    @Test
    void aPageWithoutASaneSizeIsTakenForA4() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("无尺寸", 100, 700));
            page.setMediaBox(new PDRectangle(0, 0, 0, 0));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("无尺寸");
            assertThat(read.width()).isCloseTo(595, within(1.0));
        }
    }

    @Test
    void notesLinesThatAreDrawnAndThinAreasThatAreFilled() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(
                    "0.5 w 100 742 m 300 742 l S",
                    "100 600 200 0.48 re f",
                    "100 500 0.48 100 re f*",
                    "50 50 100 80 re S",
                    "200 200 100 80 re f",
                    "10 10 m 90 95 l S");
            LaidPage page = pdf.firstPage();
            assertThat(page.rules()).hasSize(3 + 4);
            assertRule(page.rules().get(0), 100, 100, 300, 100);
            assertRule(page.rules().get(1), 100, 242, 300, 242);
            assertRule(page.rules().get(2), 100, 242, 100, 342);
            assertThat(page.rules().get(2).isHorizontal()).isFalse();
        }
    }

    @Test
    void linesFarBeyondThePageAreNotItsLines() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(
                    "100 5000 m 300 5000 l S",
                    "-99999999 700 m 99999999 700 l S",
                    "1e38 0 0 1e38 0 0 cm 9 9 m 9 9e9 l S");
            LaidPage page = pdf.firstPage();
            assertThat(page.rules()).hasSize(1);
            assertRule(page.rules().getFirst(), -20, 142, 615, 142);
        }
    }

    @Test
    void invisibleWordsOverAScanAreItsText() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page("q 595 0 0 842 0 0 cm /Scan Do Q", "3 Tr", words("扫描件的文字", 100, 700));
            Pdf.object(page, "Scan", pdf.picture(59, 84));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("扫描件的文字");
            assertThat(read.pictured()).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void measuresPicturesWherePeopleSeeThem() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page("q 300 0 0 842 -150 0 cm /Scan Do Q", "q 300 0 0 300 900 0 cm /Scan Do Q");
            Pdf.object(page, "Scan", pdf.picture(10, 10));
            assertThat(pdf.firstPage().pictured()).isCloseTo(150 / 595.0, within(0.01));
        }
    }

    @Test
    void countsGlyphsWhoseCharacterNobodyKnows() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(words("Bare", 12, "123456", 100, 700), words("Table", 12, "ADE", 100, 600), words("数", 100, 500));
            LaidPage page = pdf.firstPage();
            assertThat(textOf(page)).as("nothing is guessed from codes").isEqualTo("一数");
            assertThat(page.unmapped()).isEqualTo(6 + 2);
        }
    }

    @Test
    void aDamagedTableOfCharactersIsNone() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(words("Torn", 12, "ABC", 100, 700), words("数", 100, 500));
            LaidPage page = pdf.firstPage();
            assertThat(textOf(page)).isEqualTo("数");
            assertThat(page.unmapped()).isEqualTo(3);
        }
    }

    @Test
    void takesRadicalsAndTwinsForTheCharactersTheyLookLike() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(words("Table", 12, "BC", 100, 700));
            assertThat(textOf(pdf.firstPage())).isEqualTo("方年");
        }
    }

    @Test
    void measuresFontsWhoseCharactersAreDrawings() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page("BT /Drawn 1 Tf 100 700 Td (AB) Tj ET");
            LaidPage page = pdf.firstPage();
            assertThat(textOf(page)).isEqualTo("甲");
            assertThat(page.unmapped()).isEqualTo(1);
            assertThat(page.glyphs().getFirst().size()).isCloseTo(12, within(0.01));
            assertAt(page.glyphs().getFirst().box(), 100, 132, 112, 144);
            assertThat(page.rules()).as("strokes of characters are no lines").isEmpty();
        }
    }

    @Test
    void seesBoldInTheNameOfTheFontAndInTheWayItIsDrawn() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(words("Bold", 12, "粗", 100, 700), words("细", 100, 600), "2 Tr", words("描", 100, 500));
            assertThat(pdf.firstPage().glyphs()).extracting(Glyph::bold).containsExactly(true, false, true);
        }
    }

    @Test
    void superscriptsAreSmallAndRaised() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(
                    "BT /Song 12 Tf 100 700 Td " + Pdf.codes("元") + " Tj 6 Ts /Song 6 Tf " + Pdf.codes("1") + " Tj ET");
            Glyph mark = pdf.firstPage().glyphs().get(1);
            assertThat(mark.size()).isCloseTo(6, within(0.01));
            assertAt(mark.box(), 112, 142 - 6 - 5.28, 115, 142 - 6 + 0.72);
        }
    }

    @Test
    void readsWordsInsideFormsOnce() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page("q 1 0 0 1 50 0 cm /Seal Do Q");
            Pdf.object(page, "Seal", pdf.form(words("套用", 100, 700)));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("套用");
            assertThat(read.glyphs().getFirst().box().left()).isCloseTo(150, within(0.1));
        }
    }

    @Test
    void leavesOutLayersThatAreSwitchedOff() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDOptionalContentGroup draft = new PDOptionalContentGroup("草稿");
            PDOptionalContentGroup final_ = new PDOptionalContentGroup("定稿");
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            layers.addGroup(draft);
            layers.addGroup(final_);
            layers.setGroupEnabled(draft, false);
            pdf.document.getDocumentCatalog().setOCProperties(layers);
            PDPage page = pdf.page(
                    "/OC /Draft BDC /Span BMC " + words("旧数", 100, 700) + " 100 600 m 300 600 l S EMC EMC",
                    "/OC /Final BDC " + words("新数", 100, 700) + " EMC",
                    "/Old Do");
            COSDictionary names = new COSDictionary();
            names.setItem("Draft", draft);
            names.setItem("Final", final_);
            page.getCOSObject().getCOSDictionary(COSName.RESOURCES).setItem(COSName.PROPERTIES, names);
            var old = pdf.form(words("旧表", 100, 500));
            old.setItem(COSName.OC, draft);
            Pdf.object(page, "Old", old);
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("新数");
            assertThat(read.rules()).isEmpty();
        }
    }

    @Test
    void readsFieldsAsTheyAreDrawn() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("单位：", 100, 700));
            COSDictionary field = field(pdf, page, "Tx", "信访局");
            var drawn = pdf.form(words("信访局", 2, 4));
            drawn.setItem(COSName.BBOX, new PDRectangle(0, 0, 100, 20).getCOSArray());
            COSDictionary appearances = new COSDictionary();
            appearances.setItem(COSName.N, drawn);
            field.setItem(COSName.AP, appearances);
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("单位：信访局");
            assertAt(read.glyphs().get(3).box(), 142, 842 - 704 - 10.56, 154, 842 - 704 + 1.44);
        }
    }

    @Test
    void setsTheValuesOfFieldsThatNobodyDrew() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("得分：", 100, 700));
            field(pdf, page, "Tx", "95.5分").setItem(COSName.DA, new COSString("/STSong 10 Tf 0 g"));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("得分：95.5分");
            assertAt(read.glyphs().get(3).box(), 140, 842 - 720, 145, 842 - 710);
        }
    }

    @Test
    void keepsPasswordsHiddenFieldsAndButtonsToItself() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("表", 100, 700));
            field(pdf, page, "Tx", "密码").setInt(COSName.FF, 1 << 13);
            field(pdf, page, "Tx", "隐藏").setInt(COSName.F, 2);
            field(pdf, page, "Btn", "按钮");
            assertThat(textOf(pdf.firstPage())).isEqualTo("表");
        }
    }

    private static COSDictionary field(Pdf pdf, PDPage page, String kind, String value) {
        COSDictionary field = pdf.annotation(page, "Widget", 140, 700, 240, 720);
        field.setName(COSName.FT, kind);
        field.setItem(COSName.V, new COSString(value));
        return field;
    }

    @Test
    void readsWordsTypedOntoThePageButNoCommentsAboutIt() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("正文", 100, 700));
            pdf.annotation(page, "FreeText", 100, 500, 130, 540)
                    .setItem(COSName.CONTENTS, new COSString("补充说明四字\r第二行"));
            pdf.annotation(page, "Text", 300, 500, 320, 520).setItem(COSName.CONTENTS, new COSString("批注"));
            pdf.annotation(page, "Popup", 300, 500, 320, 520).setItem(COSName.CONTENTS, new COSString("弹出"));
            LaidPage read = pdf.firstPage();
            assertThat(textOf(read)).isEqualTo("正文补充说明四字第二行");
            assertThat(read.glyphs().stream().map(it -> it.box().bottom()).distinct())
                    .as("three characters fill a line of the frame")
                    .hasSize(1 + 2 + 1);
        }
    }

    @Test
    void runsNoProgramAndFollowsNoLink() throws Exception {
        try (Pdf pdf = new Pdf()) {
            COSDictionary script = new COSDictionary();
            script.setName(COSName.S, "JavaScript");
            script.setItem(COSName.JS, new COSString("app.launchURL('file:///nowhere'); while (true) {}"));
            pdf.document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, script);
            PDPage page = pdf.page(words("链接", 100, 700));
            COSDictionary link = pdf.annotation(page, "Link", 100, 690, 140, 720);
            COSDictionary there = new COSDictionary();
            there.setName(COSName.S, "URI");
            there.setItem(COSName.URI, new COSString("http://127.0.0.1:9/"));
            link.setItem(COSName.A, there);
            // A page whose drawing stands in another file.
            PDPage elsewhere = pdf.page("");
            var outside = pdf.stream("");
            outside.setItem(COSName.F, new COSString("http://127.0.0.1:9/page"));
            elsewhere.getCOSObject().setItem(COSName.CONTENTS, outside);
            try (LaidDocument document = pdf.open()) {
                assertThat(textOf(document.page(1))).isEqualTo("链接");
                assertThat(document.page(2).glyphs()).isEmpty();
            }
        }
    }

    @Test
    void wordsAtPlacesThatAreNoNumbersAreNotOnThePage() throws Exception {
        try (Pdf pdf = new Pdf()) {
            pdf.page(
                    "BT /Song 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm " + Pdf.codes("远") + " Tj ET",
                    "BT /Song 0 Tf 100 600 Td " + Pdf.codes("零") + " Tj ET",
                    words("近", 100, 700));
            assertThat(textOf(pdf.firstPage())).isEqualTo("近");
        }
    }

    @Test
    void annotationsOfTheWrongKindAreNoWords() throws Exception {
        try (Pdf pdf = new Pdf()) {
            PDPage page = pdf.page(words("正文", 100, 700));
            COSArray odd = new COSArray();
            odd.add(new COSString("不是批注"));
            odd.add(new COSDictionary());
            page.getCOSObject().setItem(COSName.ANNOTS, odd);
            assertThat(textOf(pdf.firstPage())).isEqualTo("正文");
        }
    }
}
