package gewu.ledger.paper;

import gewu.api.intake.flow.LimitedStream;
import gewu.api.intake.flow.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A letter in Word (.docx) with places such as `{{问题}}` that are filled in, in the text, in tables,
/// heads and feet, also where Word split the words of a place. All else stays as the office laid it
/// out. Immutable.
public final class LetterTemplate {
    /// As programs write it, and as the strict edition of the standard has it.
    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    private static final Map<Character, DocumentWriter.Place> MARKS = Map.of(
            '#', DocumentWriter.Place.TITLE,
            '^', DocumentWriter.Place.NUMBER,
            '@', DocumentWriter.Place.ADDRESS,
            '=', DocumentWriter.Place.HEAD,
            '>', DocumentWriter.Place.SIGNATURE);

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]{1,40}?)\\s*}}");
    private static final Pattern PART = Pattern.compile("word/(?:document|header|footer|footnotes|endnotes)\\d*\\.xml");
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

    /// A template from lines. `# ` begins a title, `^ ` the number, `@ ` to whom it goes, `= ` a head, `> ` what stands
    /// on the right below.
    public static LetterTemplate ofLines(List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DocumentWriter writer = new DocumentWriter(out);
            for (String line : lines) {
                DocumentWriter.Place place = MARKS.get(line.isEmpty() ? ' ' : line.charAt(0));
                writer.paragraph(
                        place == null ? DocumentWriter.Place.WORDS : place, place == null ? line : line.substring(2));
            }
            writer.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new LetterTemplate(out.toByteArray());
    }

    /// The template itself, as an office edits it.
    public byte[] file() {
        return file.clone();
    }

    /// The words of a .docx, a paragraph each, those without words left out.
    public static List<String> paragraphs(byte[] file) throws IOException {
        List<String> all = new ArrayList<>();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    Document document = parsed(new LimitedStream(from, part.getName(), MAX_PART).readAllBytes());
                    elements(document.getDocumentElement(), "p").stream()
                            .map(it -> it.getTextContent().strip())
                            .filter(it -> !it.isEmpty())
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    /// Writes the letter; it has the same bytes for the same values. A value of several lines makes several paragraphs
    /// alike, where a place stands in the text itself.
    ///
    /// @param values by the name of their place, lines parted by `\n`
    /// @return the names of places for which there is no value; they stay as they are
    /// @throws Unreadable if the template is no letter, or has no place at all
    public Set<String> fill(Map<String, String> values, OutputStream out) throws IOException {
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        boolean isLetter = false;
        ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] bytes = new LimitedStream(from, part.getName(), MAX_PART).readAllBytes();
                boolean isFilled = PART.matcher(part.getName()).matches();
                isLetter |= part.getName().startsWith("word/document");
                to.putNextEntry(DocumentWriter.entry(part.getName()));
                to.write(isFilled ? filled(bytes, values, known, unknown) : bytes);
                to.closeEntry();
            }
        } catch (ZipException broken) {
            throw new Unreadable("The template is damaged: it can't be unpacked.", SAVE_AGAIN, broken);
        }
        if (!isLetter) {
            throw new Unreadable("The template is no letter in Word (.docx).", SAVE_AGAIN);
        }
        if (known.isEmpty()) {
            throw new Unreadable(
                    unknown.isEmpty()
                            ? "The template has no place to fill in."
                            : "The template has no place that the ledger knows, only " + String.join(", ", unknown)
                                    + ".",
                    "Write places into it, such as {{收文单位}} and {{问题清单}}.");
        }
        to.finish();
        return unknown;
    }

    private static byte[] filled(byte[] part, Map<String, String> values, Set<String> known, Set<String> unknown)
            throws IOException {
        try {
            Document document = parsed(part);
            for (Element paragraph : elements(document.getDocumentElement(), "p")) {
                fill(paragraph, values, known, unknown);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException broken) {
            throw new Unreadable("The template is damaged: its text can't be read.", SAVE_AGAIN, broken);
        }
    }

    private static Document parsed(byte[] part) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(part));
        } catch (SAXException | ParserConfigurationException broken) {
            throw new Unreadable("The template is damaged: its text can't be read.", SAVE_AGAIN, broken);
        }
    }

    /// Words of a paragraph stand in runs; a place may begin in one and end in another. The value goes where it begins.
    private static void fill(Element paragraph, Map<String, String> values, Set<String> known, Set<String> unknown) {
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
            known.add(place.group(1));
            keep(all, at, place.start(), owner, words);
            words[owner[place.start()]].append(DocumentWriter.allowed(value));
            at = place.end();
            isChanged = true;
        }
        if (!isChanged) {
            return;
        }
        keep(all, at, all.length(), owner, words);
        List<String> lines =
                List.of(words).stream().map(StringBuilder::toString).toList();
        if (lines.stream().anyMatch(it -> it.indexOf('\n') >= 0) && Parting.isPossible(paragraph, runs)) {
            Parting.part(paragraph, runs, lines);
            return;
        }
        for (int i = 0; i < words.length; i++) {
            write(runs.get(i), lines.get(i));
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
        String[] lines = words.split("\n", -1);
        Element last = text;
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                Element line = text.getOwnerDocument().createElementNS(text.getNamespaceURI(), prefixed(text, "br"));
                Element next = text.getOwnerDocument().createElementNS(text.getNamespaceURI(), prefixed(text, "t"));
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

    private static @Nullable Node closest(Element text) {
        Node at = text;
        while (at != null && !(is(at, "p"))) {
            at = at.getParentNode();
        }
        return at;
    }

    static List<Element> elements(Element in, String name) {
        List<Element> elements = new ArrayList<>();
        for (String word : WORD) {
            NodeList all = in.getElementsByTagNameNS(word, name);
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
        }
        return elements;
    }

    static boolean is(Node node, String name) {
        String space = node.getNamespaceURI();
        return space != null && WORD.contains(space) && name.equals(node.getLocalName());
    }
}
