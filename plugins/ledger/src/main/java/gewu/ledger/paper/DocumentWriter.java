package gewu.ledger.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a document in Word (.docx) from its top to its end, laid out as offices lay out what they
/// send (公文格式): A4, titles in 小标宋 of size 2, words in 仿宋 of size 3 on lines of 28 points, two
/// characters indented, page numbers below. What it looks like stands in styles, which an office can
/// change. Paragraphs leave memory as they are written; the same words make the same bytes. For one
/// thread.
public final class DocumentWriter {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// In twentieths of a point: what A4 leaves between the margins.
    private static final int PAGE = 11906 - 1588 - 1474;

    private final ZipOutputStream zip;
    private final Writer body;

    /// How a paragraph stands on the page, each a style of the document.
    public enum Place {
        /// Large, in the middle.
        TITLE(
                "Title",
                "Title",
                "<w:keepNext/><w:spacing w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                look("方正小标宋简体", 44)),
        /// Under a title, in the middle.
        SUBTITLE("Subtitle", "Subtitle", "<w:spacing w:after=\"280\"/><w:jc w:val=\"center\"/>", look("楷体_GB2312", 32)),
        /// The number of the document (文号), on the right.
        NUMBER("DocumentNumber", "文号", "<w:spacing w:before=\"140\" w:after=\"280\"/><w:jc w:val=\"right\"/>", ""),
        /// To whom it goes (主送), from the margin.
        ADDRESS("Addressee", "主送", "", ""),
        /// A head of the first order.
        HEAD(
                "Heading1",
                "heading 1",
                "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"0\"/>",
                look("黑体", 32)),
        /// Words.
        WORDS(
                "BodyText",
                "Body Text",
                "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                ""),
        /// Who sends it and when (落款), on the right.
        SIGNATURE(
                "Signature",
                "Signature",
                "<w:keepLines/><w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>",
                ""),
        /// A cell's words.
        CELL("TableText", "表格文字", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", look("宋体", 21)),
        /// A head of a table.
        CELL_HEAD(
                "TableHead",
                "表头",
                "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                look("黑体", 21)),
        /// The foot of a page.
        FOOT(
                "Footer",
                "footer",
                "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                look("宋体", 28));

        private final String id;
        private final String name;
        private final String paragraph;
        private final String letters;

        Place(String id, String name, String paragraph, String letters) {
            this.id = id;
            this.name = name;
            this.paragraph = paragraph;
            this.letters = letters;
        }

        private static String look(String font, int halfPoints) {
            return "<w:rFonts w:eastAsia=\"" + font + "\"/><w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\""
                    + halfPoints + "\"/>";
        }

        private String style() {
            return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                    + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
                    + (paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>")
                    + (letters.isEmpty() ? "" : "<w:rPr>" + letters + "</w:rPr>") + "</w:style>";
        }
    }

    /// A column of a table.
    ///
    /// @param share of the page's width, beside those of the other columns
    public record Column(String head, int share, boolean isCentred) {}

    /// @param out stays open
    public DocumentWriter(OutputStream out) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("document", "document.main") + type("styles", "styles") + type("settings", "settings")
                        + type("footer1", "footer") + "</Types>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation("r1", "officeDocument", "word/document.xml") + "</Relationships>");
        part(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation("r1", "styles", "styles.xml") + relation("r2", "settings", "settings.xml")
                        + relation("r3", "footer", "footer1.xml") + "</Relationships>");
        part(
                "word/settings.xml",
                "<w:settings xmlns:w=\"" + WORD + "\"><w:characterSpacingControl"
                        + " w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\""
                        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
        part("word/styles.xml", styles());
        part(
                "word/footer1.xml",
                "<w:ftr xmlns:w=\"" + WORD + "\"><w:p><w:pPr><w:pStyle w:val=\"" + Place.FOOT.id
                        + "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:fldSimple w:instr=\" PAGE \">"
                        + "<w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>");
        zip.putNextEntry(entry("word/document.xml"));
        this.body = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        body.write(DECLARATION + "<w:document xmlns:w=\"" + WORD + "\" xmlns:r=\"" + OFFICE + "\"><w:body>");
    }

    /// Writes a paragraph; lines in it are parted by breaks.
    public void paragraph(Place place, String words) throws IOException {
        paragraph(place, words, "");
    }

    /// Begins a table; its heads stand on each of its pages.
    public void beginTable(List<Column> columns) throws IOException {
        int shares = columns.stream().mapToInt(Column::share).sum();
        body.write("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.write("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        body.write("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (Column it : columns) {
            body.write("<w:gridCol w:w=\"" + PAGE * it.share() / shares + "\"/>");
        }
        body.write("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (Column it : columns) {
            cell(Place.CELL_HEAD, it.head(), PAGE * it.share() / shares, "");
        }
        body.write("</w:tr>");
    }

    /// Writes a row of the table that was begun.
    public void row(List<Column> columns, List<?> values) throws IOException {
        int shares = columns.stream().mapToInt(Column::share).sum();
        body.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < columns.size(); i++) {
            Column it = columns.get(i);
            cell(
                    Place.CELL,
                    values.get(i).toString(),
                    PAGE * it.share() / shares,
                    it.isCentred() ? "<w:jc w:val=\"center\"/>" : "");
        }
        body.write("</w:tr>");
    }

    public void endTable() throws IOException {
        body.write("</w:tbl>");
    }

    /// Ends the document.
    public void finish() throws IOException {
        body.write("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\""
                + " w:footer=\"1304\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        body.flush();
        zip.closeEntry();
        zip.finish();
    }

    /// What XML can hold of some words.
    static String allowed(String words) {
        StringBuilder kept = new StringBuilder();
        words.codePoints()
                .filter(it -> it == '\n'
                        || it == '\t'
                        || (it >= ' ' && it < 0xd800)
                        || (it > 0xdfff && it < 0xfffe)
                        || it > 0xffff)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// A part of the file, whenever it is written.
    static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        return entry;
    }

    private void cell(Place place, String words, int width, String more) throws IOException {
        body.write("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
        paragraph(place, words, more);
        body.write("</w:tc>");
    }

    private void paragraph(Place place, String words, String more) throws IOException {
        body.write("<w:p><w:pPr><w:pStyle w:val=\"" + place.id + "\"/>" + more + "</w:pPr>");
        if (!words.isEmpty()) {
            body.write("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>");
            String[] lines = allowed(words).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                body.write((i == 0 ? "" : "<w:br/>") + "<w:t xml:space=\"preserve\">" + escaped(lines[i]) + "</w:t>");
            }
            body.write("</w:r>");
        }
        body.write("</w:p>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String styles() {
        StringBuilder styles = new StringBuilder("<w:styles xmlns:w=\"" + WORD + "\"><w:docDefaults><w:rPrDefault>"
                + "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\""
                + " w:eastAsia=\"仿宋_GB2312\"/><w:kern w:val=\"2\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
                + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
                + "<w:qFormat/><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr></w:style>");
        for (Place it : Place.values()) {
            styles.append(it.style());
        }
        return styles.append("</w:styles>").toString();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + TYPE + kind + "+xml\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write((DECLARATION + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
