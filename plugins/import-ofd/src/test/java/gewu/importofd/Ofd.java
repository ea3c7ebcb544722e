package gewu.importofd;

import gewu.api.intake.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes OFD files for tests, part by part. Lengths are millimetres.
final class Ofd {
    private static final String SPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private final Map<String, byte[]> parts;

    private Ofd(Map<String, byte[]> parts) {
        this.parts = new TreeMap<>(parts);
    }

    /// One document of A4 pages.
    ///
    /// @param pages what each draws
    static Ofd of(String... pages) {
        return new Ofd(Map.of()).and("OFD.xml", entry("Doc_0/Document.xml")).document("Doc_0/", "", pages);
    }

    /// An archive without parts.
    static Ofd none() {
        return new Ofd(Map.of());
    }

    /// The entry part, which names the documents.
    static String entry(String... roots) {
        StringBuilder bodies = new StringBuilder();
        for (String root : roots) {
            bodies.append("<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>")
                    .append(root)
                    .append("</ofd:DocRoot></ofd:DocBody>");
        }
        return element("OFD", bodies.toString());
    }

    /// @param folder where it stands, with a slash at its end
    /// @param common what its pages share beside their size
    Ofd document(String folder, String common, String... pages) {
        Ofd grown = this;
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < pages.length; i++) {
            String path = "Pages/Page_" + i + "/Content.xml";
            list.append("<ofd:Page ID=\"" + (i + 1) + "\" BaseLoc=\"" + path + "\"/>");
            grown = grown.and(folder + path, page("", pages[i]));
        }
        return grown.and(
                folder + "Document.xml",
                element(
                        "Document",
                        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                + common + "</ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages>"));
    }

    /// @param head what stands before its content, such as its templates
    static String page(String head, String drawn) {
        return element("Page", head + "<ofd:Content><ofd:Layer ID=\"9\">" + drawn + "</ofd:Layer></ofd:Content>");
    }

    static String resources(String inside) {
        return "<ofd:Res BaseLoc=\"Res\"" + SPACE + ">" + inside + "</ofd:Res>";
    }

    static String element(String name, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:" + name + SPACE + ">" + inside + "</ofd:" + name + ">";
    }

    /// Words whose first letter begins at `x`; each letter is as wide as high. `y` is the base line.
    static String words(double x, double y, double size, String text) {
        int steps = text.codePointCount(0, text.length()) - 1;
        String delta = steps > 0 ? " DeltaX=\"g " + steps + " " + size + "\"" : "";
        return object(
                x, y, size, "", "<ofd:TextCode X=\"0\" Y=\"" + size + "\"" + delta + ">" + text + "</ofd:TextCode>");
    }

    /// A text object whose own coordinates begin a letter's height above the base line `y`.
    static String object(double x, double y, double size, String attributes, String inside) {
        return "<ofd:TextObject ID=\"11\" Font=\"1\" Size=\"" + size + "\" Boundary=\"" + x + " " + (y - size)
                + " 150 10\" " + attributes + ">" + inside + "</ofd:TextObject>";
    }

    static String line(double x1, double y1, double x2, double y2) {
        return "<ofd:PathObject ID=\"12\" Boundary=\"" + x1 + " " + y1 + " " + (x2 - x1) + " " + (y2 - y1)
                + "\" LineWidth=\"0.25\"><ofd:AbbreviatedData>M 0 0 L " + (x2 - x1) + " " + (y2 - y1)
                + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    /// A line as many programs draw it: a thin area.
    static String bar(double x, double y, double width, double height) {
        return "<ofd:PathObject ID=\"13\" Boundary=\"" + x + " " + y + " " + width + " " + height
                + "\" Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"0 0 0\"/><ofd:AbbreviatedData>M 0 0 L "
                + width
                + " 0 L " + width + " " + height + " L 0 " + height + " C</ofd:AbbreviatedData></ofd:PathObject>";
    }

    /// This file with one more part, or another one in its place.
    Ofd and(String part, String xml) {
        return and(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    Ofd and(String part, byte[] content) {
        Map<String, byte[]> more = new TreeMap<>(parts);
        more.put(part, content);
        return new Ofd(more);
    }

    Ofd without(String part) {
        Map<String, byte[]> fewer = new TreeMap<>(parts);
        fewer.remove(part);
        return new Ofd(fewer);
    }

    SourceFile file(String name) {
        return new SourceFile(Path.of(name), "application/ofd", bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
