package gewu.importoffice;

import gewu.api.intake.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Word document written part by part, so that a test shows the XML it is about.
final class Word {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
            xmlns:v="urn:schemas-microsoft-com:vml\"""";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();

    private Word() {}

    static Word of(String body) {
        return new Word().part("document", "<w:body>" + body + "</w:body>");
    }

    Word lists(String xml) {
        return related("numbering", xml);
    }

    Word styles(String xml) {
        return related("styles", xml);
    }

    Word footnotes(String xml) {
        return related("footnotes", xml);
    }

    Word endnotes(String xml) {
        return related("endnotes", xml);
    }

    /// Puts a file into the document; its content is of no matter.
    Word embedded(String name) {
        boolean isObject = name.endsWith(".bin");
        relations.append("<Relationship Id=\"" + name + "\" Type=\"" + TYPES + (isObject ? "oleObject" : "package")
                + "\" Target=\"embeddings/" + name + "\"/>");
        parts.put("word/embeddings/" + name, "内容");
        return this;
    }

    SourceFile file() {
        return file(MEDIA_TYPE, "自评报告.docx");
    }

    byte[] bytes() {
        parts.put("word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private SourceFile file(String mediaType, String name) {
        return new SourceFile(Path.of(name), mediaType, bytes());
    }

    private Word related(String kind, String xml) {
        relations.append(
                "<Relationship Id=\"" + kind + "\" Type=\"" + TYPES + kind + "\" Target=\"" + kind + ".xml\"/>");
        return part(kind, xml);
    }

    private Word part(String name, String xml) {
        parts.put("word/" + name + ".xml", "<w:" + name + " " + SPACES + ">" + xml + "</w:" + name + ">");
        return this;
    }
}
