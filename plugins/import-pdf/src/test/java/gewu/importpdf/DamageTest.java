package gewu.importpdf;

import static gewu.importpdf.Pdf.textOf;
import static gewu.importpdf.Pdf.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are locked, broken, or made to do harm.
class DamageTest {
    private static Reading.Refused refusal(byte[] bytes) throws IOException {
        Reading reading = new PdfImporter().read(Pdf.file(bytes));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    // ---- not read

    @Test
    void namesTheFilesThatAreAttached() throws IOException {
        Pdf pdf = new Pdf();
        pdf.page(words("支出明细见附件。", 100, 700));
        try (PDDocument plain = Loader.loadPDF(pdf.bytes())) {
            assertThat(Attachments.remark(plain)).isEmpty();
            Map<String, PDComplexFileSpecification> files = new TreeMap<>();
            for (int number = 1; number <= 6; number++) {
                PDComplexFileSpecification file = new PDComplexFileSpecification();
                file.setFileUnicode("附件" + number + ".xlsx");
                files.put("附件" + number, file);
            }
            PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
            leaf.setNames(files);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setKids(List.of(leaf));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(plain.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            plain.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            plain.save(bytes);

            try (LaidDocument document = Pdf.open(bytes.toByteArray())) {
                assertThat(document.remark())
                        .startsWith("What is attached to it was not read: “附件1.xlsx”, “附件2.xlsx”")
                        .contains("“附件5.xlsx” and 1 more. Open it in a PDF viewer");
            }
        }
    }

    // ---- locked

    @Test
    void refusesAFileUnderAPassword() throws Exception {
        for (int bits : new int[] {40, 128, 256}) {
            Reading.Refused refused = refusal(locked("机密", bits));
            assertThat(refused.why()).isEqualTo("It is protected by a password.");
            assertThat(refused.remedy()).contains("without the password");
        }
    }

    @Test
    void readsWhatAnybodyCanOpenAlthoughItsOwnerForbidsChanges() throws Exception {
        try (LaidDocument document = Pdf.open(locked("", 256))) {
            assertThat(textOf(document.page(1))).isEqualTo("公开的报告");
        }
    }

    private static byte[] locked(String password, int bits) throws IOException {
        Pdf pdf = new Pdf();
        pdf.page(words("公开的报告", 100, 700));
        AccessPermission none = new AccessPermission();
        none.setCanExtractContent(false);
        none.setCanModify(false);
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, none);
        policy.setEncryptionKeyLength(bits);
        pdf.document.protect(policy);
        return pdf.bytes();
    }

    @Test
    void saysThatAFileIsMeantForOneReaderOnly() throws Exception {
        for (String handler : new String[] {"Adobe.PubSec", "Apabi"}) {
            String objects = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                    + "2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n";
            byte[] bytes = (objects + "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n"
                            + "trailer <</Size 3/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/" + handler
                            + "/SubFilter/adbe.pkcs7.s5/V 4/Length 128>>>>\nstartxref\n" + objects.length()
                            + "\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(refusal(bytes).why()).as(handler).contains("protected");
        }
    }

    @Test
    void refusesAFormThatOnlyOneProgramCanShow() throws Exception {
        Pdf pdf = new Pdf();
        pdf.page(words("请稍候", 100, 700));
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.XFA, pdf.stream("<xdp/>"));
        form.setItem(COSName.FIELDS, new COSArray());
        pdf.document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        assertThat(refusal(pdf.bytes()).why()).contains("XFA");
    }

    @Test
    void refusesAPortfolioAndSaysHowToGetAtItsDocuments() throws Exception {
        Pdf pdf = new Pdf();
        pdf.page(words("请用新版软件打开", 100, 700));
        pdf.document.getDocumentCatalog().getCOSObject().setItem("Collection", new COSDictionary());
        Reading.Refused refused = refusal(pdf.bytes());
        assertThat(refused.why()).contains("attachments");
        assertThat(refused.remedy()).contains("save the attachments");
    }

    // ---- cut off

    @Test
    void saysWhichPagesAreMissingFromAFileThatIsCutOff() throws Exception {
        byte[] whole = uncompressed(6);
        int cut = indexOf(whole, codes("第5页").getBytes(StandardCharsets.ISO_8859_1));
        try (LaidDocument document = Pdf.open(Arrays.copyOf(whole, cut))) {
            assertThat(document.pages()).isEqualTo(6);
            assertThat(textOf(document.page(4))).isEqualTo("第4页");
            assertThatThrownBy(() -> document.page(6))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not in the file");
        }
    }

    /// A file whose pages follow each other, the tree of pages first.
    private static byte[] uncompressed(int pages) {
        StringBuilder file = new StringBuilder(
                "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[");
        for (int i = 0; i < pages; i++) {
            file.append(10 + 2 * i).append(" 0 R ");
        }
        file.append("]/Count ")
                .append(pages)
                .append(
                        "/MediaBox[0 0 595 842]/Resources<</Font<</Song 3 0 R>>>>>> endobj\n"
                                + "3 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<<"
                                + "/Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
                                + "/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>> endobj\n");
        for (int i = 0; i < pages; i++) {
            String drawing = words("第" + (i + 1) + "页", 100, 700);
            file.append(10 + 2 * i)
                    .append(" 0 obj <</Type/Page/Parent 2 0 R/Contents ")
                    .append(11 + 2 * i)
                    .append(" 0 R>> endobj\n")
                    .append(11 + 2 * i)
                    .append(" 0 obj <</Length ")
                    .append(drawing.length())
                    .append(">> stream\n")
                    .append(drawing)
                    .append("\nendstream endobj\n");
        }
        return file.append("trailer <</Root 1 0 R>>\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String codes(String text) {
        return Pdf.codes(text);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError(HexFormat.of().formatHex(part) + " is not in it");
    }

    @Test
    void aPageWhoseContentIsDamagedCostsOnlyItself() throws Exception {
        Pdf pdf = new Pdf();
        pdf.page(words("第一页", 100, 700));
        PDPage cut = pdf.page("");
        PDPage scrambled = pdf.page("");
        PDPage nested = pdf.page("/Seal Do");
        pdf.page(words("第五页", 100, 700));
        byte[] packed = packed(words("很长的一页".repeat(500), 100, 700).getBytes(StandardCharsets.ISO_8859_1));
        cut.getCOSObject()
                .setItem(COSName.CONTENTS, pdf.raw(Arrays.copyOf(packed, packed.length / 2), COSName.FLATE_DECODE));
        byte[] wrong = packed.clone();
        Arrays.fill(wrong, 2, wrong.length, (byte) 0xff);
        scrambled.getCOSObject().setItem(COSName.CONTENTS, pdf.raw(wrong, COSName.FLATE_DECODE));
        COSStream seal = pdf.raw(wrong, COSName.FLATE_DECODE);
        seal.setItem(COSName.SUBTYPE, COSName.FORM);
        seal.setItem(COSName.BBOX, PDRectangle.A4.getCOSArray());
        Pdf.object(nested, "Seal", seal);
        try (LaidDocument document = pdf.open()) {
            assertThat(textOf(document.page(1))).isEqualTo("第一页");
            assertThatThrownBy(() -> document.page(2))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("breaks off");
            assertThatThrownBy(() -> document.page(3))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
            assertThatThrownBy(() -> document.page(4))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
            assertThat(textOf(document.page(5))).isEqualTo("第五页");
        }
    }

    @Test
    void aWriterThatNeverSaysThatAStreamIsOverHasStillWrittenIt() throws Exception {
        Pdf pdf = new Pdf();
        PDPage page = pdf.page("");
        Deflater deflater = new Deflater();
        deflater.setInput(words("写完了", 100, 700).getBytes(StandardCharsets.ISO_8859_1));
        byte[] flushed = new byte[1000];
        int length = deflater.deflate(flushed, 0, flushed.length, Deflater.SYNC_FLUSH);
        deflater.end();
        page.getCOSObject().setItem(COSName.CONTENTS, pdf.raw(Arrays.copyOf(flushed, length), COSName.FLATE_DECODE));
        assertThat(textOf(pdf.firstPage())).isEqualTo("写完了");
    }

    @Test
    void aDrawingThatIsNotThereIsSaid() throws Exception {
        Pdf pdf = new Pdf();
        PDPage page = pdf.page("q 595 0 0 842 0 0 cm /Scan Do Q");
        Pdf.object(page, "Scan", COSNull.NULL);
        byte[] bytes = pdf.bytes();
        try (LaidDocument document = Pdf.open(bytes)) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not in the file");
        }
    }

    @Test
    void arraysInArraysWithoutEndDoNoHarm() throws Exception {
        Pdf pdf = new Pdf();
        pdf.page("[".repeat(2_000_000));
        pdf.page(words("第二页", 100, 700));
        try (LaidDocument document = pdf.open()) {
            assertThat(document.page(1).glyphs()).isEmpty();
            assertThat(textOf(document.page(2))).isEqualTo("第二页");
        }
    }

    // ---- trees of pages

    @Test
    void findsAllPagesWhateverTheFileSaysOfTheirNumber() throws Exception {
        for (int said : new int[] {0, 1, -5, 2_000_000_000}) {
            Pdf pdf = threePages();
            byte[] bytes = pdf.bytes();
            bytes = replaced(bytes, said);
            try (LaidDocument document = Pdf.open(bytes)) {
                assertThat(document.pages()).as("said to be " + said).isEqualTo(3);
                assertThat(textOf(document.page(3))).isEqualTo("第3页");
            }
        }
    }

    private static Pdf threePages() {
        Pdf pdf = new Pdf();
        for (int i = 1; i <= 3; i++) {
            pdf.page(words("第" + i + "页", 100, 700));
        }
        return pdf;
    }

    /// Opens a file, changes the number of pages it states, and saves it as it is.
    private static byte[] replaced(byte[] bytes, int said) throws IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(bytes)) {
            document.getPages().getCOSObject().setInt(COSName.COUNT, said);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    @Test
    void aTreeThatIsALoopEndsAndKeepsItsPages() throws Exception {
        Pdf pdf = threePages();
        COSDictionary root = pdf.document.getPages().getCOSObject();
        COSDictionary branch = new COSDictionary();
        branch.setItem(COSName.TYPE, COSName.PAGES);
        branch.setInt(COSName.COUNT, 1000);
        branch.setItem(COSName.PARENT, root);
        COSArray back = new COSArray();
        back.add(root);
        back.add(branch);
        branch.setItem(COSName.KIDS, back);
        root.getCOSArray(COSName.KIDS).add(1, branch);
        try (LaidDocument document = pdf.open()) {
            assertThat(document.pages()).isEqualTo(3);
            assertThat(textOf(document.page(2))).isEqualTo("第2页");
        }
    }

    @Test
    void aTreeThatMultipliesItselfGrowsNoForest() throws Exception {
        Pdf pdf = threePages();
        COSDictionary below = pdf.document.getPages().getCOSObject();
        for (int i = 0; i < 60; i++) {
            COSDictionary above = new COSDictionary();
            above.setItem(COSName.TYPE, COSName.PAGES);
            COSArray twice = new COSArray();
            twice.add(below);
            twice.add(below);
            above.setItem(COSName.KIDS, twice);
            below = above;
        }
        pdf.document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, below);
        try (LaidDocument document = pdf.open()) {
            assertThat(document.pages()).isEqualTo(3);
            assertThat(textOf(document.page(3))).isEqualTo("第3页");
        }
    }

    @Test
    void aPageInheritsFromNodesThatDontKnowTheirParent() throws Exception {
        Pdf pdf = new Pdf();
        PDPage page = pdf.page(words("继承", 20, 20));
        COSDictionary root = pdf.document.getPages().getCOSObject();
        for (COSName key : new COSName[] {COSName.RESOURCES, COSName.MEDIA_BOX}) {
            root.setItem(key, page.getCOSObject().getItem(key));
            page.getCOSObject().removeItem(key);
        }
        root.setItem(COSName.MEDIA_BOX, new PDRectangle(0, 0, 300, 100).getCOSArray());
        page.getCOSObject().removeItem(COSName.PARENT);
        page.getCOSObject().removeItem(COSName.TYPE);
        try (LaidDocument document = pdf.open()) {
            assertThat(document.page(1).width()).isEqualTo(300);
            assertThat(textOf(document.page(1))).isEqualTo("继承");
        }
    }

    @Test
    void saysThatAFileWithoutPagesHasNone() throws Exception {
        assertThat(refusal(new Pdf().bytes()).why()).isEqualTo("It has no pages.");
    }

    @Test
    void opensTenThousandPagesWithoutReadingThem() throws Exception {
        try (LaidDocument document = Pdf.open(uncompressed(10_000))) {
            assertThat(document.pages()).isEqualTo(10_000);
            System.gc();
            long before = used();
            for (int number = 1; number <= 10_000; number += 7) {
                assertThat(document.page(number).glyphs().getFirst().text()).isEqualTo("第");
            }
            assertThat(used() - before)
                    .as("nothing is kept of pages that were read")
                    .isLessThan(40_000_000);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    // ---- bombs

    @Test
    void aPageThatUnpacksToAGigabyteIsNotUnpacked() throws Exception {
        Pdf pdf = new Pdf();
        PDPage bomb = pdf.page("");
        PDPage twice = pdf.page("");
        pdf.page(words("第三页", 100, 700));
        byte[] packed = packed(new byte[200_000_000]);
        bomb.getCOSObject().setItem(COSName.CONTENTS, pdf.raw(packed, COSName.FLATE_DECODE));
        twice.getCOSObject()
                .setItem(COSName.CONTENTS, pdf.raw(packed(packed), COSName.FLATE_DECODE, COSName.FLATE_DECODE));
        try (LaidDocument document = pdf.open()) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("100 MB");
            assertThatThrownBy(() -> document.page(2))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("twice");
            assertThat(textOf(document.page(3))).isEqualTo("第三页");
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
            packing.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aPageOfHalfAMillionCharactersIsNone() throws Exception {
        Pdf pdf = new Pdf();
        pdf.page(
                "BT /Song 1 Tf 1 0 0 1 100 700 Tm",
                (Pdf.codes("数".repeat(500)) + " Tj 1 0 0 1 100 700 Tm\n").repeat(1_001),
                "ET");
        try (LaidDocument document = pdf.open()) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it draws more than 500000 characters");
        }
    }

    @Test
    void drawingsThatDrawEachOtherComeToAnEnd() throws Exception {
        Pdf pdf = new Pdf();
        PDPage page = pdf.page("/A Do");
        COSStream seal = pdf.form("/A Do /A Do");
        COSDictionary objects = new COSDictionary();
        objects.setItem("A", seal);
        seal.getCOSDictionary(COSName.RESOURCES).setItem(COSName.XOBJECT, objects);
        Pdf.object(page, "A", seal);
        try (LaidDocument document = pdf.open()) {
            assertThatThrownBy(() -> document.page(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("contain each other");
        }
    }

    @Test
    void doesNotDrawPicturesAndPagesOfInsaneSize() throws Exception {
        Pdf pdf = new Pdf();
        PDPage pictured = pdf.page("q 595 0 0 842 0 2000 cm /Scan Do Q");
        Pdf.object(pictured, "Scan", Pdf.asPicture(pdf.stream("x"), 250_000, 200_000));
        pdf.page("").setMediaBox(new PDRectangle(0, 0, 14_400, 14_400));
        PDPage large = pdf.page("");
        large.setMediaBox(new PDRectangle(0, 0, 2_384, 3_370));
        try (LaidDocument document = pdf.open()) {
            assertThat(document.page(1).pictured()).isZero();
            assertThatThrownBy(() -> document.picture(1, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("million pixels");
            assertThatThrownBy(() -> document.picture(2, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it is 200 by 200 inches large, too large to be drawn");
            var drawn = document.picture(3, 300);
            assertThat((long) drawn.getWidth() * drawn.getHeight()).isBetween(55_000_000L, 60_000_000L);
        }
    }

    /// The picture has a byte for each of its points, and claims two.
    @Test
    void saysThatAPictureEndsTooEarly() throws Exception {
        Pdf pdf = new Pdf();
        COSStream picture = pdf.picture(16, 16);
        picture.setInt(COSName.BITS_PER_COMPONENT, 9);
        Pdf.object(pdf.page("q 595 0 0 842 0 0 cm /Scan Do Q"), "Scan", picture);
        try (LaidDocument document = pdf.open()) {
            assertThatThrownBy(() -> document.picture(1, 72))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it can't be drawn (something in it ends too early)");
        }
    }

    // ---- files

    @Test
    void aFileThatIsGoneIsATroubleOfTheDiskAndNoDamage(@TempDir Path folder) {
        SourceFile gone = SourceFile.onDisk(Path.of("报告.pdf"), Pdf.MEDIA_TYPE, folder.resolve("没有.pdf"));
        assertThatThrownBy(() -> new PdfImporter().read(gone)).isInstanceOf(IOException.class);
    }

    @Test
    void readsAFileOnDiskHereAndThereAndLetsGoOfIt(@TempDir Path folder) throws Exception {
        Path whole = Files.write(folder.resolve("全.pdf"), PdfImporterContractTest.report());
        Path broken = Files.writeString(folder.resolve("坏.pdf"), "%PDF-1.7 坏了");
        assertThat(new PdfImporter().read(SourceFile.onDisk(broken, Pdf.MEDIA_TYPE, broken)))
                .isInstanceOf(Reading.Refused.class);
        Reading reading = new PdfImporter().read(SourceFile.onDisk(whole, Pdf.MEDIA_TYPE, whole));
        try (LaidDocument document = ((Reading.Laid) reading).document()) {
            assertThat(document.pages()).isEqualTo(3);
        }
        assertThat(isOpen(whole) || isOpen(broken)).isFalse();
    }

    /// Whether this process holds the file; where the system doesn't say, it does not.
    private static boolean isOpen(Path file) throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return false;
        }
        try (var all = Files.list(handles)) {
            return all.anyMatch(it -> it.toFile().exists() && isSame(it, file));
        }
    }

    private static boolean isSame(Path handle, Path file) {
        try {
            return Files.isSameFile(handle, file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
