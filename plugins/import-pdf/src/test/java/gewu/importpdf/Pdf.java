package gewu.importpdf;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A PDF in the making. Its fonts stand in no file and need none: reading takes places and characters from the PDF.
///
/// - `/Song` has Unicode codes, as many Chinese programs write them; `/Bold` is its bold sister;
/// - `/Bare` has codes of its own and no table that says what they stand for; `/Table` has one, for A to C, and
///   `/Torn` one that breaks off;
/// - `/Drawn` draws its characters, in units of a whole point, and says that code 65 is 甲.
final class Pdf implements AutoCloseable {
    static final String MEDIA_TYPE = "application/pdf";

    final PDDocument document = new PDDocument();
    private final COSDictionary fonts = new COSDictionary();

    Pdf() {
        fonts.setItem("Song", composite("STSong-Light", "UniGB-UCS2-H", "Adobe", "GB1", ""));
        fonts.setItem("Bold", composite("STSong-Light,Bold", "UniGB-UCS2-H", "Adobe", "GB1", ""));
        fonts.setItem("Bare", composite("XYZABC+FangSong", "Identity-H", "Adobe", "Identity", ""));
        fonts.setItem(
                "Table",
                composite(
                        "XYZABC+KaiTi",
                        "Identity-H",
                        "Adobe",
                        "Identity",
                        "<0041> <4E00>\n<0042> <2F45>\n<0043> <F98E>"));
        fonts.setItem("Torn", composite("XYZABC+LiSu", "Identity-H", "Adobe", "Identity", "<0041> <4E"));
        fonts.setItem("Drawn", drawn());
    }

    /// Adds a page of A4 size that draws this.
    PDPage page(String... drawing) {
        PDPage page = new PDPage(PDRectangle.A4);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(String.join("\n", drawing)));
        document.addPage(page);
        return page;
    }

    /// Draws words at a place, counted from the lower left corner.
    static String words(String text, double x, double y) {
        return words("Song", 12, text, x, y);
    }

    static String words(String font, double size, String text, double x, double y) {
        return "BT /" + font + " " + size + " Tf " + x + " " + y + " Td " + codes(text) + " Tj ET";
    }

    static String codes(String text) {
        return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    COSStream stream(String content) {
        return stream(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    COSStream stream(byte[] content) {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stream;
    }

    /// A stream that says it is packed so, whatever it holds.
    COSStream raw(byte[] content, COSName... filters) {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        COSArray names = new COSArray();
        for (COSName filter : filters) {
            names.add(filter);
        }
        stream.setItem(COSName.FILTER, filters.length == 1 ? filters[0] : names);
        return stream;
    }

    /// Adds something that the page can draw by this name.
    static void object(PDPage page, String name, COSBase drawn) {
        COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            objects = new COSDictionary();
            resources.setItem(COSName.XOBJECT, objects);
        }
        objects.setItem(COSName.getPDFName(name), drawn);
    }

    /// A grey picture.
    COSStream picture(int width, int height) {
        return asPicture(stream(new byte[width * height]), width, height);
    }

    static COSStream asPicture(COSStream content, int width, int height) {
        content.setItem(COSName.SUBTYPE, COSName.IMAGE);
        content.setInt(COSName.WIDTH, width);
        content.setInt(COSName.HEIGHT, height);
        content.setInt(COSName.BITS_PER_COMPONENT, 8);
        content.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        return content;
    }

    /// A drawing inside a drawing.
    COSStream form(String drawing) {
        COSStream form = stream(drawing);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(0, 0, 600, 900).getCOSArray());
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        form.setItem(COSName.RESOURCES, resources);
        return form;
    }

    /// Puts a field or a note on the page.
    COSDictionary annotation(PDPage page, String subtype, double left, double bottom, double right, double top) {
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setName(COSName.SUBTYPE, subtype);
        annotation.setItem(
                COSName.RECT,
                new PDRectangle((float) left, (float) bottom, (float) (right - left), (float) (top - bottom))
                        .getCOSArray());
        COSArray all = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (all == null) {
            all = new COSArray();
            page.getCOSObject().setItem(COSName.ANNOTS, all);
        }
        all.add(annotation);
        return annotation;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
            document.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    SourceFile file() {
        return file(bytes());
    }

    static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("绩效自评报告.pdf"), MEDIA_TYPE, bytes);
    }

    /// Opens what was made; the test closes it.
    LaidDocument open() throws IOException {
        return open(bytes());
    }

    static LaidDocument open(byte[] bytes) throws IOException {
        Reading reading = new PdfImporter().read(file(bytes));
        assertThat(reading).isInstanceOf(Reading.Laid.class);
        return ((Reading.Laid) reading).document();
    }

    /// Reads the first page of what was made.
    LaidPage firstPage() throws IOException {
        try (LaidDocument made = open()) {
            return made.page(1);
        }
    }

    static String textOf(LaidPage page) {
        return page.glyphs().stream().map(LaidPage.Glyph::text).collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private COSDictionary composite(String name, String encoding, String registry, String ordering, String table) {
        COSDictionary info = new COSDictionary();
        info.setItem(COSName.REGISTRY, new COSString(registry));
        info.setItem(COSName.ORDERING, new COSString(ordering));
        info.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary inner = new COSDictionary();
        inner.setItem(COSName.TYPE, COSName.FONT);
        inner.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        inner.setName(COSName.BASE_FONT, name);
        inner.setItem(COSName.CIDSYSTEMINFO, info);
        inner.setInt(COSName.DW, 1000);
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(COSInteger.get(ordering.equals("GB1") ? 95 : 1));
        widths.add(COSInteger.get(500));
        inner.setItem(COSName.W, widths);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4);
        inner.setItem(COSName.FONT_DESC, descriptor);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setName(COSName.ENCODING, encoding);
        COSArray descendants = new COSArray();
        descendants.add(inner);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        if (!table.isEmpty()) {
            font.setItem(COSName.TO_UNICODE, stream(table(2, table)));
        }
        return font;
    }

    private static String table(int bytes, String entries) {
        String most = "F".repeat(2 * bytes);
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <"
                + most.replace('F', '0') + "> <" + most + "> endcodespacerange\n"
                + entries.lines().count() + " beginbfchar\n" + entries
                + "\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end";
    }

    private COSDictionary drawn() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, new PDRectangle(0, -2, 12, 12).getCOSArray());
        COSArray matrix = new COSArray();
        matrix.setFloatArray(new float[] {1, 0, 0, 1, 0, 0});
        font.setItem(COSName.FONT_MATRIX, matrix);
        COSDictionary drawings = new COSDictionary();
        drawings.setItem("g1", stream("12 0 d0 0 0 10 1 re f"));
        font.setItem(COSName.CHAR_PROCS, drawings);
        COSArray differences = new COSArray();
        differences.add(COSInteger.get('A'));
        differences.add(COSName.getPDFName("g1"));
        differences.add(COSName.getPDFName("g1"));
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 'A');
        font.setInt(COSName.LAST_CHAR, 'B');
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(12));
        widths.add(COSInteger.get(12));
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.TO_UNICODE, stream(table(1, "<41> <7532>")));
        return font;
    }
}
