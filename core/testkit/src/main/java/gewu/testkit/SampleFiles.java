package gewu.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a text as a file of each kind, as small as such a file can be: each line of the text is a paragraph. The same
/// text gives the same bytes.
public final class SampleFiles {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int PDF_COLUMNS = 38;
    private static final int PDF_LINES = 36;

    private SampleFiles() {}

    /// The kinds of files that hold a text one can read without recognising it, by their endings.
    public static final List<String> KINDS =
            List.of("txt", "gbk.txt", "docx", "pdf", "html", "xlsx", "rtf", "odt", "mht", "zip");

    /// A file of one of the [#KINDS]. A `zip` holds one text; only a plain text keeps its form feeds.
    public static byte[] of(String kind, String paged) throws IOException {
        String text = paged.replace('\f', '\n');
        return switch (kind) {
            case "txt" -> utf8(paged);
            case "gbk.txt" -> paged.getBytes(GBK);
            case "docx" -> docxOf("", paragraphs(text, "<w:p><w:r><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p>"));
            case "pdf" -> pdf(text);
            case "html" -> utf8(html(text));
            case "xlsx" -> xlsx(text);
            case "rtf" -> rtf(text);
            case "odt" -> odtOf("", paragraphs(text, "<text:p>", "</text:p>"));
            case "mht" -> mhtml(text);
            case "zip" -> zip(Map.of("附件/自评报告.txt", utf8(text)));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String html(String text) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>自评报告</title></head><body>"
                + paragraphs(text, "<p>", "</p>") + "</body></html>";
    }

    private static byte[] mhtml(String text) {
        return latin("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"part-0001\"\r\n\r\n"
                + "--part-0001\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Location: http://www.example.gov.cn/report.html\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(utf8(html(text))) + "\r\n--part-0001--\r\n");
    }

    private static byte[] rtf(String text) {
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\uc1 ");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                rtf.append("\\par\n");
            } else if (c < 128) {
                rtf.append("\\{}".indexOf(c) >= 0 ? "\\" : "").append(c);
            } else {
                rtf.append("\\u").append((short) c).append('?');
            }
        }
        return latin(rtf.append("\\par}").toString());
    }

    private static byte[] xlsx(String text) throws IOException {
        StringBuilder rows = new StringBuilder();
        int row = 0;
        for (String line : text.lines().toList()) {
            row++;
            rows.append("<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + escaped(line) + "</t></is></c></row>");
        }
        return xlsxOf(rows.toString());
    }

    /// Pages of one column in a Chinese font that every reader knows; the first line of a paragraph is set in.
    private static byte[] pdf(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            for (int from = 0; from < paragraph.length(); ) {
                int indent = from == 0 ? 2 : 0;
                int end = Math.min(from + PDF_COLUMNS - indent, paragraph.length());
                lines.add(" ".repeat(indent) + paragraph.substring(from, end));
                from = end;
            }
        }
        List<String> objects = new ArrayList<>();
        int pages = Math.max(1, (lines.size() + PDF_LINES - 1) / PDF_LINES);
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(5 + 2 * page).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [4 0 R] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
        for (int page = 0; page < pages; page++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (6 + 2 * page)
                    + " 0 R /Resources << /Font << /F 3 0 R >> >> >>");
            StringBuilder content = new StringBuilder("BT /F 12 Tf\n");
            for (int i = page * PDF_LINES; i < Math.min(lines.size(), (page + 1) * PDF_LINES); i++) {
                String line = lines.get(i);
                int indent = line.startsWith("  ") ? 2 : 0;
                content.append(String.format(
                        "1 0 0 1 %d %d Tm <%s> Tj%n",
                        70 + 12 * indent,
                        770 - 20 * (i - page * PDF_LINES),
                        line.substring(indent)
                                .chars()
                                .mapToObj(c -> String.format("%04x", c))
                                .collect(Collectors.joining())));
            }
            objects.add(stream(content.append("ET").toString()));
        }
        return pdfOf(objects.toArray(String[]::new));
    }

    private static String paragraphs(String text, String before, String after) {
        return text.lines().map(it -> before + escaped(it) + after).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String stream(String content) {
        return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    static byte[] pdfOf(String... objects) {
        return pdfWithTrailer("", objects);
    }

    static byte[] pdfWithTrailer(String more, String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R ");
        pdf.append(more).append(" >>\nstartxref\n").append(start).append("\n%%EOF\n");
        return latin(pdf.toString());
    }

    static byte[] docxOf(String dtd, String body) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                utf8(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
                "_rels/.rels",
                utf8(
                        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
                "word/document.xml",
                utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + dtd
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body
                        + "</w:body></w:document>")));
    }

    static byte[] xlsxOf(String rows) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                utf8(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
                "_rels/.rels",
                utf8(
                        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                "xl/workbook.xml",
                utf8(
                        "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"表一\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                "xl/_rels/workbook.xml.rels",
                utf8(
                        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
                "xl/worksheets/sheet1.xml",
                utf8(
                        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + rows + "</sheetData></worksheet>")));
    }

    static byte[] odtOf(String dtd, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] type = latin("application/vnd.oasis.opendocument.text");
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + dtd
                    + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                    + body + "</office:text></office:body></office:document-content>"));
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gbkZip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
