package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    private static final String WORDS = "一、部门基本情况。二〇二一年度“三公”经费支出12.5万元，比上年下降3%。\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "Big5", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void seesTextInEveryEncodingOfChineseOffices(String charset) throws IOException {
        String words = charset.equals("Big5") ? "一、部門基本情況。支出12.5萬元，下降3%。\n" : WORDS;
        assertThat(kindOf(words.getBytes(Charset.forName(charset)))).isEqualTo(FileKind.TEXT);
        assertThat(kindOf(words.repeat(5000).getBytes(Charset.forName(charset))))
                .isEqualTo(FileKind.TEXT);
    }

    @Test
    void seesTextInWhichAFewCharactersAreBroken() throws IOException {
        byte[] bytes = WORDS.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[100] = (byte) 0xff;
        assertThat(kindOf(bytes)).isEqualTo(FileKind.TEXT);
    }

    @Test
    void takesAnOfdDocumentThatIsCutOffForOne() throws IOException {
        byte[] whole = zip("Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml", "OFD.xml");
        byte[] begin = Arrays.copyOf(whole, whole.length / 3);
        assertThat(FileKind.of(Files.write(folder.resolve("通知.ofd"), begin))).isEqualTo(FileKind.OFD);
        assertThat(FileKind.of(Files.write(folder.resolve("通知.zip"), begin))).isEqualTo(FileKind.ZIP);
        assertThat(FileKind.of(Files.write(folder.resolve("来件.ofd"), zip("自评报告.txt"))))
                .as("a parcel under the wrong name")
                .isEqualTo(FileKind.ZIP);
    }

    @Test
    void seesNoTextInNoise() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        assertThat(kindOf(noise)).isEqualTo(FileKind.UNKNOWN);
        assertThat(kindOf(new byte[500])).isEqualTo(FileKind.UNKNOWN);
    }

    @Test
    void tellsOfficeFilesFromOtherArchives() throws IOException {
        assertThat(kindOf(zip("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileKind.DOCX);
        assertThat(kindOf(zip("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileKind.XLSX);
        assertThat(kindOf(zip("OFD.xml", "Doc_0/Document.xml"))).isEqualTo(FileKind.OFD);
        assertThat(kindOf(zip("报告.txt"))).isEqualTo(FileKind.ZIP);
    }

    @Test
    void takesAnArchiveOfOfficeFilesForAnArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] letter = zip("[Content_Types].xml", "word/document.xml");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("水务局/自评.docx"));
            zip.write(letter);
        }
        assertThat(kindOf(bytes.toByteArray())).isEqualTo(FileKind.ZIP);
        assertThat(kindOf(Arrays.copyOf(letter, letter.length - 30)))
                .as("an Office file that is cut off is one still")
                .isEqualTo(FileKind.DOCX);
    }

    /// LibreOffice and others write the list of content types last.
    @Test
    void knowsAnOfficeFileThatIsCutOffBeforeItsListOfContents() throws IOException {
        byte[] letter = zip("_rels/.rels", "docProps/app.xml", "word/document.xml", "[Content_Types].xml");
        byte[] cut = Arrays.copyOf(letter, new String(letter, StandardCharsets.ISO_8859_1).indexOf("[Content"));
        assertThat(kindOf(cut)).isEqualTo(FileKind.DOCX);
    }

    @Test
    void knowsASavedPageByItsHeadsInAnyOrder() throws IOException {
        for (String head : List.of(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
                "From: <由浏览器保存>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
                "Content-Type: multipart/related; boundary=x\nMIME-Version: 1.0\n\n")) {
            assertThat(kindOf(head.getBytes(StandardCharsets.UTF_8))).as(head).isEqualTo(FileKind.MHTML);
        }
        assertThat(kindOf("单位: 水务局\n日期: 2023年\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.TEXT);
    }

    @Test
    void knowsAPieceOfAWebPage() throws IOException {
        assertThat(kindOf("<div class=\"x\">绩效自评</div>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.HTML);
        assertThat(kindOf("<!-- 保存 -->\n<table><tr><td>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.HTML);
    }

    @Test
    void tellsOldOfficeFilesByTheirDirectory() throws IOException {
        for (List<String> pair : List.of(
                List.of("WordDocument", "DOC"), List.of("Workbook", "XLS"), List.of("PowerPoint Document", "PPT"))) {
            ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
            file.put(
                    new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                    });
            file.putInt(48, 2);
            file.position(3 * 512 + 128).put(pair.getFirst().getBytes(StandardCharsets.UTF_16LE));
            assertThat(kindOf(file.array())).isEqualTo(FileKind.valueOf(pair.getLast()));
        }
    }

    @Test
    void tellsOtherFilesByTheirFirstBytes() throws IOException {
        assertThat(kindOf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileKind.PDF);
        assertThat(kindOf("{\\rtf1\\ansi}".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileKind.RTF);
        assertThat(kindOf("\ufeff<!DOCTYPE html><p>报告".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.HTML);
        assertThat(kindOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isEqualTo(FileKind.JPEG);
    }

    @Test
    void saysWhenTheNamePromisesSomethingElse() {
        assertThat(FileKind.PDF.describedFor("自评.txt")).isEqualTo("a PDF although it is named .txt");
        assertThat(FileKind.PDF.describedFor("自评.PDF")).isEqualTo("a PDF");
        assertThat(FileKind.PDF.describedFor("自评")).isEqualTo("a PDF");
    }

    private FileKind kindOf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("文件"), bytes);
        return FileKind.of(file);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : Arrays.asList(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
