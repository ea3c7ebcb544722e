package gewu.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/// Files that do harm to whoever reads them carelessly, made anew each time: cut off, locked, bombs, loops, lies about
/// what they are, names that point elsewhere. Each is written with what must become of it.
public final class HostileFolder {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String REPORT = """
            青禾县水利局2023年度部门整体支出绩效自评报告

            一、部门概况
            本局共有在编职工42人，全年基本支出458.34万元，预算完成率96.5%。
            二、存在的问题
            预算编制不够细化，个别项目进度偏慢。
            """;

    private final Path folder;
    private final Map<String, End> ends = new LinkedHashMap<>();
    private int reports;

    /// What must become of a file.
    public enum End {
        /// It becomes a report.
        READ,
        /// It fails, with a reason.
        FAILED,
        /// It becomes a report or fails; either is honest.
        EITHER,
        /// It becomes a report, fails, or waits for recognition.
        ANY
    }

    private HostileFolder(Path folder) {
        this.folder = folder;
    }

    /// Fills a folder.
    ///
    /// @return the name of each file, and what must become of it
    public static Map<String, End> fill(Path folder) throws IOException {
        HostileFolder hostile = new HostileFolder(Files.createDirectories(folder));
        hostile.texts();
        hostile.lies();
        hostile.pdfs();
        hostile.offices();
        hostile.webs();
        hostile.archives();
        hostile.pictures();
        return hostile.ends;
    }

    private void texts() {
        put("空.txt", End.FAILED, new byte[0]);
        put("一个字节.txt", End.EITHER, new byte[] {'a'});
        put("只有空白.txt", End.FAILED, SampleFiles.utf8(" \n\t\u3000\n".repeat(50)));
        put("只有标记.txt", End.FAILED, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        put("四字国标.txt", End.READ, "信访工作".getBytes(GBK));
        put("无标记的UTF16.txt", End.READ, report().getBytes(StandardCharsets.UTF_16LE));
        put("奇数长的UTF16.txt", End.EITHER, Arrays.copyOf(report().getBytes(StandardCharsets.UTF_16), 301));
        byte[] broken = SampleFiles.utf8(report());
        broken[90] = (byte) 0xff;
        broken[91] = (byte) 0xfe;
        put("坏字节.txt", End.EITHER, broken);
        put("混合编码.txt", End.EITHER, both(SampleFiles.utf8(report()), report().getBytes(GBK)));
        put("零字节.txt", End.FAILED, both(SampleFiles.utf8("报告\0\0\0"), new byte[4000]));
        put("公式.csv", End.READ, SampleFiles.utf8("=cmd|'/c calc'!A1,@SUM(1+1)*cmd\n" + report()));
        put("一行百万字.txt", End.READ, SampleFiles.utf8(report().replace("\n", "") + "字".repeat(1_000_000)));
        put("控制字符.txt", End.EITHER, SampleFiles.utf8("\u001b[31m红\u001b[0m\u0007\u202e倒" + report()));
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        put("噪声.dat", End.FAILED, noise);
    }

    private void lies() throws IOException {
        put("其实是PDF.txt", End.READ, pdf("Annual report 2023 of the water bureau"));
        put("其实是文本.pdf", End.READ, SampleFiles.utf8(report()));
        put("其实是网页.doc", End.EITHER, SampleFiles.utf8("<html><body><p>" + report() + "</p></body></html>"));
        put("其实是压缩包.docx", End.EITHER, SampleFiles.zip(Map.of("报告.txt", SampleFiles.utf8(report()))));
        put("其实是程序.pdf", End.FAILED, both(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}, new byte[2000]));
        put("没有扩展名", End.READ, SampleFiles.utf8(report()));
    }

    private void pdfs() {
        byte[] whole = pdf("Annual report 2023 of the water bureau");
        put("截断.pdf", End.EITHER, Arrays.copyOf(whole, whole.length * 2 / 3));
        put("只有头.pdf", End.FAILED, SampleFiles.latin("%PDF-1.7\n"));
        put(
                "没有页.pdf",
                End.FAILED,
                SampleFiles.pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"));
        put(
                "页树成环.pdf",
                End.EITHER,
                SampleFiles.pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"));
        put(
                "自引表单.pdf",
                End.ANY,
                SampleFiles.pdfOf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
                        SampleFiles.stream("/X Do"),
                        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"));
        put(
                "五万兆像素页.pdf",
                End.ANY,
                SampleFiles.pdfOf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60000 60000] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
                        SampleFiles.stream("60000 0 0 60000 0 0 cm /I Do"),
                        "<< /Type /XObject /Subtype /Image /Width 250000 /Height 200000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 3 >>\nstream\nabc\nendstream"));
        put(
                "无字符表.pdf",
                End.ANY,
                SampleFiles.pdfOf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
                        SampleFiles.stream("BT /F 16 Tf 80 700 Td <" + "12345678".repeat(40) + "> Tj ET"),
                        "<< /Type /Font /Subtype /Type0 /BaseFont /XXFangZheng /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
                        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /XXFangZheng /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>",
                        "<< /Type /FontDescriptor /FontName /XXFangZheng /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"));
        put(
                "加密.pdf",
                End.FAILED,
                SampleFiles.pdfWithTrailer(
                        "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
                        "<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + "ab".repeat(32) + "> /U <" + "cd".repeat(32)
                                + "> >>"));
        put("一万页.pdf", End.FAILED, manyPages(10_000));
        put(
                "脚本.pdf",
                End.READ,
                SampleFiles.pdfOf(
                        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\)) >> >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
                        SampleFiles.stream("BT /F 12 Tf 80 700 Td (Report with a script) Tj ET"),
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    }

    private void offices() throws IOException {
        String body =
                "<w:p><w:r><w:t>" + report().replace("\n", "</w:t></w:r></w:p><w:p><w:r><w:t>") + "</w:t></w:r></w:p>";
        put("好.docx", End.READ, SampleFiles.docxOf("", body));
        byte[] whole = SampleFiles.docxOf("", body);
        put("截断.docx", End.EITHER, Arrays.copyOf(whole, whole.length / 2));
        put(
                "外部实体.docx",
                End.FAILED,
                SampleFiles.docxOf(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>"));
        put("十亿个笑.docx", End.FAILED, SampleFiles.docxOf(laughs(), "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"));
        put(
                "深嵌套.docx",
                End.EITHER,
                SampleFiles.docxOf(
                        "", "<w:sdt><w:sdtContent>".repeat(20_000) + body + "</w:sdtContent></w:sdt>".repeat(20_000)));
        put(
                "炸弹.docx",
                End.FAILED,
                SampleFiles.docxOf("", "<w:p><w:r><w:t>" + " ".repeat(60_000_000) + "</w:t></w:r></w:p>"));
        put(
                "没有正文.docx",
                End.FAILED,
                SampleFiles.zip(Map.of(
                        "[Content_Types].xml", SampleFiles.utf8("<Types/>"), "word/x.xml", SampleFiles.utf8("<x/>"))));
        put(
                "宏和公式.xlsx",
                End.EITHER,
                SampleFiles.xlsxOf(
                        "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9\")</f><v>合计</v></c><c r=\"B1\"><f>1+1</f><v>1458.34</v></c></row>"));
        put("百万列.xlsx", End.EITHER, SampleFiles.xlsxOf("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));
        put("截断.xlsx", End.FAILED, Arrays.copyOf(SampleFiles.xlsxOf("<row/>"), 300));
        put("头之后没有.doc", End.FAILED, ole(new byte[600]));
        put("环形扇区.doc", End.FAILED, loopingOle());
        put("噪声.doc", End.FAILED, ole(noise(9_000)));
        put(
                "开放文档外部实体.odt",
                End.FAILED,
                SampleFiles.odtOf("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<text:p>&e;</text:p>"));
        put("截断.odt", End.FAILED, Arrays.copyOf(SampleFiles.odtOf("", "<text:p>x</text:p>"), 200));
        put(
                "深括号.rtf",
                End.EITHER,
                SampleFiles.latin("{\\rtf1 " + "{".repeat(100_000) + "report" + "}".repeat(100_000) + "}"));
        put("截断.rtf", End.EITHER, SampleFiles.latin("{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0"));
        put(
                "空壳.ofd",
                End.FAILED,
                SampleFiles.zip(Map.of(
                        "OFD.xml",
                        SampleFiles.utf8(
                                "<?xml version=\"1.0\"?><ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"))));
        put(
                "外部实体.ofd",
                End.FAILED,
                SampleFiles.zip(Map.of(
                        "OFD.xml",
                        SampleFiles.utf8("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))));
    }

    private void webs() {
        put("十万层.html", End.EITHER, SampleFiles.utf8("<html><body>" + "<div>".repeat(100_000) + report()));
        put("没有结尾.html", End.EITHER, SampleFiles.utf8("<html><head><title>自评</title><body><table><tr><td>" + report()));
        put(
                "错报编码.html",
                End.EITHER,
                ("<html><head><meta charset=utf-8></head><body><p>" + report() + "</p></body></html>").getBytes(GBK));
        put(
                "脚本.html",
                End.EITHER,
                SampleFiles.utf8("<html><body><script>while(1);</script><p>" + report()
                        + "</p><iframe src='http://127.0.0.1:9'></iframe></body></html>"));
        put(
                "坏边界.mht",
                End.EITHER,
                SampleFiles.latin(
                        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--y\r\n\r\n<p>"));
        put("实体.xml", End.FAILED, SampleFiles.utf8("<?xml version=\"1.0\"?>" + laughs() + "<a>&l9;</a>"));
    }

    private void archives() throws IOException {
        put("国标名字.zip", End.READ, SampleFiles.gbkZip("附件/自评报告.txt", SampleFiles.utf8(report())));
        put(
                "上级目录.zip",
                End.READ,
                SampleFiles.zip(
                        Map.of("../../../逃走.txt", SampleFiles.utf8(report()), "/绝对.txt", SampleFiles.utf8(report()))));
        put("比率炸弹.zip", End.READ, SampleFiles.zip(Map.of("零.txt", new byte[60_000_000])));
        put("嵌套炸弹.zip", End.READ, nested(20));
        put("许多小文件.zip", End.READ, many(400));
        put("截断.zip", End.EITHER, Arrays.copyOf(many(50), 900));
        put("只有头.zip", End.FAILED, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        put("坏.7z", End.FAILED, both(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4}, noise(300)));
        put("加密.zip", End.FAILED, encrypted(SampleFiles.zip(Map.of("锁.txt", SampleFiles.utf8(report())))));
        put("零的海.gz", End.READ, gzip(new byte[50_000_000]));
        put("截断.gz", End.EITHER, Arrays.copyOf(gzip(noise(5_000)), 400));
        put("旧.rar", End.FAILED, SampleFiles.latin("Rar!\u001a\u0007\u0000 and more"));
    }

    private void pictures() throws IOException {
        byte[] png = png();
        put("截断.png", End.ANY, Arrays.copyOf(png, png.length / 2));
        byte[] giant = png.clone();
        ByteBuffer.wrap(giant).putInt(16, 250_000).putInt(20, 200_000);
        CRC32 crc = new CRC32();
        crc.update(giant, 12, 17);
        ByteBuffer.wrap(giant).putInt(29, (int) crc.getValue());
        put("五万兆像素.png", End.FAILED, giant);
        put("坏.jpg", End.ANY, both(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, noise(500)));
        put(
                "环.tif",
                End.ANY,
                ByteBuffer.allocate(14)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(new byte[] {'I', 'I', 42, 0})
                        .putInt(8)
                        .putShort((short) 0)
                        .putInt(8)
                        .array());
    }

    // ---- how they are made

    /// A report like no other, so that none is taken for a duplicate.
    private String report() {
        reports++;
        return REPORT.replace("42人", (100 + reports) + "人").replace("水利局", "第" + reports + "水利站");
    }

    private void put(String name, End end, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ends.put(name, end);
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static String laughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"哈\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd.append("]>").toString();
    }

    private static byte[] pdf(String words) {
        return SampleFiles.pdfOf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
                SampleFiles.stream("BT /F 12 Tf 80 700 Td (" + words + ") Tj ET"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    private static byte[] manyPages(int count) {
        String[] objects = new String[count + 2];
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < count; i++) {
            kids.append(i + 3).append(" 0 R ");
            objects[i + 2] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
        }
        objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + count + " >>";
        return SampleFiles.pdfOf(objects);
    }

    /// The head of an old Office file, and something behind it.
    private static byte[] ole(byte[] rest) {
        byte[] head = new byte[512];
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0xe11ab1a1e011cfd0L).position(24);
        bytes.putShort((short) 0x3e)
                .putShort((short) 3)
                .putShort((short) 0xfffe)
                .putShort((short) 9)
                .putShort((short) 6);
        bytes.position(44);
        bytes.putInt(1)
                .putInt(1)
                .putInt(0)
                .putInt(4096)
                .putInt(-2)
                .putInt(0)
                .putInt(-2)
                .putInt(0)
                .putInt(0);
        while (bytes.hasRemaining()) {
            bytes.putInt(-1);
        }
        return both(head, rest);
    }

    private static byte[] loopingOle() {
        ByteBuffer sectors = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 128; i++) {
            sectors.putInt(i == 0 ? -3 : 1);
        }
        sectors.put("WordDocument".getBytes(StandardCharsets.UTF_16LE));
        return ole(sectors.array());
    }

    private static byte[] nested(int levels) throws IOException {
        byte[] content = SampleFiles.zip(Map.of("核.txt", SampleFiles.utf8(REPORT)));
        for (int i = 0; i < levels; i++) {
            content = SampleFiles.zip(Map.of("层" + i + ".zip", content));
        }
        return content;
    }

    private static byte[] many(int count) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put(i + ".txt", SampleFiles.utf8("第" + i + "号文件，内容各不相同。"));
        }
        return SampleFiles.zip(files);
    }

    /// Sets the mark of encryption in every head.
    private static byte[] encrypted(byte[] zip) {
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 3 || zip[i + 2] == 1)) {
                zip[i + (zip[i + 2] == 3 ? 6 : 8)] |= 1;
            }
        }
        return zip;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 1100, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }
}
