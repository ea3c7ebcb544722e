package gewu.importoffice;

import gewu.api.intake.SourceFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// OpenDocument files, written part by part.
final class Odf {
    static final String TEXT = "application/vnd.oasis.opendocument.text";
    static final String SHEETS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String SPACES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

    private Odf() {}

    static SourceFile text(String body) {
        return text("", body);
    }

    static SourceFile text(String styles, String body) {
        return new SourceFile(
                Path.of("报告.odt"),
                TEXT,
                Word.zip(Map.of(
                        "mimetype", TEXT, "content.xml", content(styles, "<office:text>" + body + "</office:text>"))));
    }

    static SourceFile sheets(String styles, String tables) {
        return new SourceFile(
                Path.of("附表.ods"),
                SHEETS,
                Word.zip(Map.of(
                        "mimetype",
                        SHEETS,
                        "content.xml",
                        content(styles, "<office:spreadsheet>" + tables + "</office:spreadsheet>"))));
    }

    static SourceFile locked() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", TEXT);
        parts.put(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:m\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/>"
                        + "</m:file-entry></m:manifest>");
        parts.put("content.xml", "not readable");
        return new SourceFile(Path.of("锁.odt"), TEXT, Word.zip(parts));
    }

    private static String content(String styles, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content" + SPACES
                + "><office:automatic-styles>" + styles + "</office:automatic-styles><office:body>" + body
                + "</office:body></office:document-content>";
    }
}
