package gewu.ledger.paper;

import gewu.api.intake.flow.LimitedStream;
import gewu.api.intake.flow.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A letter in Word (.docx) with places such as `{{问题}}` that are filled in, in the text, in tables, heads and feet,
/// also
/// where Word split the words of a place. All else stays as the office laid it out. Immutable.
public final class LetterTemplate {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]{1,40}?)\\s*}}");
    private static final Pattern PART = Pattern.compile("word/(?:document|header\\d*|footer\\d*)\\.xml");
    private static final long MAX_PART = 50_000_000;
    private static final String SAVE_AGAIN = "Open it in Word or WPS, save it again as .docx.";

    private final byte[] file;

    private LetterTemplate(byte[] file) {
        this.file = file;
    }

    /// @param file a .docx
    public static LetterTemplate of(byte[] file) {
        return new LetterTemplate(file.clone());
    }

    /// A template from lines: `# ` begins a title, `> ` what stands on the right.
    public static LetterTemplate ofLines(List<String> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> paragraph(line, body));
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body
                        + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\""
                        + " w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>"
                        + "</w:sectPr></w:body></w:document>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(entry(part.getKey()));
                zip.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        .getBytes(StandardCharsets.UTF_8));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return new LetterTemplate(out.toByteArray());
    }

    /// The template itself, as an office edits it.
    public byte[] file() {
        return file.clone();
    }

    /// Writes the letter; it has the same bytes for the same values.
    ///
    /// @param values by the name of their place, lines parted by `\n`
    /// @return the names of places for which there is no value; they stay as they are
    /// @throws Unreadable if the template is no letter
    public Set<String> fill(Map<String, String> values, OutputStream out) throws IOException {
        Set<String> unknown = new LinkedHashSet<>();
        boolean isLetter = false;
        ZipOutputStream to = new ZipOutputStream(out);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] bytes = new LimitedStream(from, part.getName(), MAX_PART).readAllBytes();
                boolean isFilled = PART.matcher(part.getName()).matches();
                isLetter |= part.getName().equals("word/document.xml");
                to.putNextEntry(entry(part.getName()));
                to.write(isFilled ? filled(bytes, values, unknown) : bytes);
                to.closeEntry();
            }
        }
        if (!isLetter) {
            throw new Unreadable("The template is no letter in Word (.docx).", SAVE_AGAIN);
        }
        to.finish();
        return unknown;
    }

    private static byte[] filled(byte[] part, Map<String, String> values, Set<String> unknown) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(part));
            for (Element paragraph : elements(document.getDocumentElement(), "p")) {
                fill(paragraph, values, unknown);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (SAXException | ParserConfigurationException | TransformerException broken) {
            throw new Unreadable("The template is damaged: its text can't be read.", SAVE_AGAIN, broken);
        }
    }

    /// Words of a paragraph stand in runs; a place may begin in one and end in another. The value goes where it begins.
    private static void fill(Element paragraph, Map<String, String> values, Set<String> unknown) {
        List<Element> runs = elements(paragraph, "t").stream()
                .filter(it -> paragraph.isSameNode(closest(it)))
                .toList();
        StringBuilder all = new StringBuilder();
        runs.forEach(it -> all.append(it.getTextContent()));
        Matcher place = PLACE.matcher(all);
        StringBuilder[] words = new StringBuilder[runs.size()];
        boolean isChanged = false;
        int[] owner = owners(runs, all.length());
        for (int i = 0; i < words.length; i++) {
            words[i] = new StringBuilder();
        }
        int at = 0;
        while (place.find()) {
            String value = values.get(place.group(1));
            if (value == null) {
                unknown.add(place.group(1));
                continue;
            }
            keep(all, at, place.start(), owner, words);
            words[owner[place.start()]].append(value);
            at = place.end();
            isChanged = true;
        }
        if (!isChanged) {
            return;
        }
        keep(all, at, all.length(), owner, words);
        for (int i = 0; i < words.length; i++) {
            write(runs.get(i), words[i].toString());
        }
    }

    /// Which run each character stands in.
    private static int[] owners(List<Element> runs, int length) {
        int[] owner = new int[length];
        int at = 0;
        for (int run = 0; run < runs.size(); run++) {
            int end = at + runs.get(run).getTextContent().length();
            java.util.Arrays.fill(owner, at, end, run);
            at = end;
        }
        return owner;
    }

    private static void keep(CharSequence all, int from, int to, int[] owner, StringBuilder[] words) {
        for (int i = from; i < to; i++) {
            words[owner[i]].append(all.charAt(i));
        }
    }

    /// Puts words into a run, its lines parted by breaks.
    private static void write(Element text, String words) {
        String[] lines = allowed(words).split("\n", -1);
        Element last = text;
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                Element line = text.getOwnerDocument().createElementNS(WORD, prefixed(text, "br"));
                Element next = text.getOwnerDocument().createElementNS(WORD, prefixed(text, "t"));
                text.getParentNode().insertBefore(line, last.getNextSibling());
                text.getParentNode().insertBefore(next, line.getNextSibling());
                last = next;
            }
            last.setTextContent(lines[i]);
            last.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        }
    }

    private static String prefixed(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }

    private static org.w3c.dom.@org.jspecify.annotations.Nullable Node closest(Element text) {
        org.w3c.dom.Node at = text;
        while (at != null && !(WORD.equals(at.getNamespaceURI()) && "p".equals(at.getLocalName()))) {
            at = at.getParentNode();
        }
        return at;
    }

    private static List<Element> elements(Element in, String name) {
        NodeList all = in.getElementsByTagNameNS(WORD, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static String allowed(String words) {
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

    private static void paragraph(String line, StringBuilder body) {
        boolean isTitle = line.startsWith("# ");
        boolean isRight = line.startsWith("> ");
        boolean isAddress = line.endsWith("：") && line.startsWith("{{");
        String words = isTitle || isRight ? line.substring(2) : line;
        body.append("<w:p><w:pPr>");
        if (isTitle || isRight || isAddress) {
            body.append(isTitle ? "<w:spacing w:after=\"240\"/>" : "")
                    .append(isAddress ? "" : "<w:jc w:val=\"" + (isTitle ? "center" : "right") + "\"/>");
        } else {
            body.append("<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>");
        }
        body.append("</w:pPr><w:r><w:rPr><w:rFonts w:eastAsia=\"")
                .append(isTitle ? "方正小标宋简体" : "仿宋_GB2312")
                .append("\"/><w:sz w:val=\"")
                .append(isTitle ? 44 : 32)
                .append("\"/></w:rPr><w:t xml:space=\"preserve\">")
                .append(words.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</w:t></w:r></w:p>");
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        return entry;
    }
}
