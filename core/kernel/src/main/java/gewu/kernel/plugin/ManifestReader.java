package gewu.kernel.plugin;

import gewu.api.Label;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one `META-INF/plugin.xml`. Nothing unknown is passed over: each fault is told with file, line and the nearest
/// valid name, and reading goes on, so that an author sees all of them at once.
///
/// What depends on other plugins (points, required plugins) is not asked here; see [Points] and [Resolver].
final class ManifestReader {
    /// Where a manifest stands in a plugin.
    static final String PLACE = "META-INF/plugin.xml";

    static final Pattern ID = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_][\\w\\p{L}]*(\\.[\\p{L}_][\\w\\p{L}]*)*(\\$[\\w\\p{L}$]+)?");

    static final List<String> PLUGIN_ATTRIBUTES = List.of("id", "version", "api", "title", "title-en");
    static final List<String> PLUGIN_ELEMENTS = List.of("requires", "point", "component", "service", "extension");
    static final List<String> EXTENSION_ATTRIBUTES = List.of("point", "id", "class", "before", "after", "order");
    private static final List<String> POINT_ATTRIBUTES =
            List.of("id", "type", "cardinality", "data", "title", "title-en");
    private static final List<String> ATTRIBUTE_ATTRIBUTES = List.of("name", "kind", "required", "title", "title-en");
    private static final List<String> ELEMENT_ATTRIBUTES = List.of("name", "required", "title", "title-en");

    private final String file;
    private final List<String> faults = new ArrayList<>();
    private String id = "";
    private String version = "";

    private ManifestReader(String file) {
        this.file = file;
    }

    /// Reads the manifest in `xml`; `file` is its name in messages. Never throws for what the file holds.
    static Reading read(String file, InputStream xml) {
        return new ManifestReader(file).read(xml);
    }

    private Reading read(InputStream xml) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(xml);
            try {
                while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    if (reader.getEventType() == XMLStreamConstants.DTD) {
                        fault(reader, "A document type has no place in a manifest. Take the line out.");
                    }
                }
                Manifest manifest = plugin(reader);
                return manifest == null || !faults.isEmpty()
                        ? new Reading.Bad(id, version, faults)
                        : new Reading.Good(manifest);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNumber();
            faults.add(file + ":" + line + ": The XML is not well-formed: " + lastLine(malformed.getMessage()));
            return new Reading.Bad(id, version, faults);
        }
    }

    /// A factory that reads nothing but the stream it is given.
    private static XMLInputFactory factory() {
        return Factory.PLAIN;
    }

    /// Made once, at the first manifest.
    private static final class Factory {
        static final XMLInputFactory PLAIN = plain();

        private static XMLInputFactory plain() {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return factory;
        }
    }

    private static String lastLine(@Nullable String message) {
        return message == null
                ? "no details"
                : message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", "");
    }

    private @Nullable Manifest plugin(XMLStreamReader reader) throws XMLStreamException {
        if (!reader.getLocalName().equals("plugin")) {
            fault(reader, "A manifest begins with <plugin>, not with <" + reader.getLocalName() + ">.");
            return null;
        }
        int line = line(reader);
        Map<String, String> attributes = attributes(reader, PLUGIN_ATTRIBUTES, List.of("id", "version", "api"));
        id = id(reader, attributes);
        version = attributes.getOrDefault("version", "");
        Version number = Version.parse(version).orElse(null);
        if (number == null && attributes.containsKey("version")) {
            fault(line, "“" + version + "” is not a version. " + Version.hint(version));
        }
        VersionRange api = range(line, attributes, "api");

        List<Manifest.Requirement> requirements = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<Manifest.Component> components = new ArrayList<>();
        List<Manifest.Service> services = new ArrayList<>();
        List<Manifest.Declared> extensions = new ArrayList<>();
        while (nextElement(reader)) {
            switch (reader.getLocalName()) {
                case "requires" -> requirement(reader, requirements);
                case "point" -> points.add(point(reader));
                case "component" -> {
                    Map<String, String> its = attributes(reader, List.of("class"), List.of("class"));
                    components.add(new Manifest.Component(className(reader, its, "class"), line(reader)));
                    end(reader);
                }
                case "service" -> {
                    List<String> names = List.of("type", "class");
                    Map<String, String> its = attributes(reader, names, names);
                    services.add(new Manifest.Service(
                            className(reader, its, "type"), className(reader, its, "class"), line(reader)));
                    end(reader);
                }
                case "extension" -> extensions.add(extension(reader));
                default -> unknownElement(reader, PLUGIN_ELEMENTS);
            }
        }
        refuseTwins(points, extensions);
        if (number == null || api == null) {
            return null;
        }
        Label title = label(attributes, id);
        return new Manifest(file, id, number, api, title, requirements, points, components, services, extensions);
    }

    private void refuseTwins(List<Point> points, List<Manifest.Declared> extensions) {
        Set<String> seen = new HashSet<>();
        for (Point point : points) {
            if (!seen.add(point.id())) {
                fault(point.line(), "The point “" + point.id() + "” is declared twice. Take one away.");
            }
        }
        Set<String> keys = new HashSet<>();
        for (Manifest.Declared extension : extensions) {
            if (!keys.add(extension.key())) {
                fault(
                        extension.line(),
                        "The extension " + extension.key() + " stands here twice. Give one another id.");
            }
        }
    }

    private void requirement(XMLStreamReader reader, List<Manifest.Requirement> requirements)
            throws XMLStreamException {
        List<String> names = List.of("plugin", "version");
        Map<String, String> its = attributes(reader, names, names);
        VersionRange range = range(line(reader), its, "version");
        if (range != null) {
            requirements.add(new Manifest.Requirement(its.getOrDefault("plugin", ""), range, line(reader)));
        }
        end(reader);
    }

    private Point point(XMLStreamReader reader) throws XMLStreamException {
        int line = line(reader);
        Map<String, String> its = attributes(reader, POINT_ATTRIBUTES, List.of("id", "type"));
        String pointId = id(reader, its);
        String type = className(reader, its, "type");
        boolean one = word(reader, its, "cardinality", List.of("many", "one")).equals("one");
        boolean isData = word(reader, its, "data", List.of("false", "true")).equals("true");
        Inside inside = inside(reader, true);
        return new Point(pointId, type, one, isData, label(its, pointId), inside.attributes, inside.elements, line);
    }

    /// What a point or an element declares.
    private record Inside(List<Point.Attribute> attributes, List<Point.Element> elements) {}

    private Inside inside(XMLStreamReader reader, boolean isPoint) throws XMLStreamException {
        Inside inside = new Inside(new ArrayList<>(), new ArrayList<>());
        while (nextElement(reader)) {
            switch (reader.getLocalName()) {
                case "attribute" -> {
                    Map<String, String> its = attributes(reader, ATTRIBUTE_ATTRIBUTES, List.of("name"));
                    String name = its.getOrDefault("name", "");
                    if (isPoint && EXTENSION_ATTRIBUTES.contains(name)) {
                        fault(reader, "Every extension has “" + name + "” already; a point can't declare it anew.");
                    }
                    inside.attributes.add(new Point.Attribute(
                            name, its.getOrDefault("kind", ""), isTrue(reader, its), label(its, name)));
                    end(reader);
                }
                case "element" -> {
                    Map<String, String> its = attributes(reader, ELEMENT_ATTRIBUTES, List.of("name"));
                    String name = its.getOrDefault("name", "");
                    boolean required = isTrue(reader, its);
                    Inside deeper = inside(reader, false);
                    inside.elements.add(
                            new Point.Element(name, required, label(its, name), deeper.attributes, deeper.elements));
                }
                default -> unknownElement(reader, List.of("attribute", "element"));
            }
        }
        return inside;
    }

    private Manifest.Declared extension(XMLStreamReader reader) throws XMLStreamException {
        int line = line(reader);
        Map<String, String> its = new LinkedHashMap<>();
        Map<String, String> own = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean isCommon = EXTENSION_ATTRIBUTES.contains(reader.getAttributeLocalName(i));
            (isCommon ? own : its).put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        require(line, "extension", own.keySet(), List.of("point", "id"));
        String extensionId = id(reader, own);
        String className = own.containsKey("class") ? className(reader, own, "class") : null;
        int order = 0;
        String written = own.getOrDefault("order", "0");
        if (written.matches("-?\\d{1,9}")) {
            order = Integer.parseInt(written);
        } else {
            fault(line, "“order” takes a whole number, not “" + written + "”.");
        }
        List<Manifest.Node> nodes = nodes(reader);
        return new Manifest.Declared(
                own.getOrDefault("point", ""),
                extensionId,
                className,
                words(own.get("before")),
                words(own.get("after")),
                order,
                its,
                nodes,
                line);
    }

    private List<Manifest.Node> nodes(XMLStreamReader reader) throws XMLStreamException {
        List<Manifest.Node> nodes = new ArrayList<>();
        while (nextElement(reader)) {
            int line = line(reader);
            String name = reader.getLocalName();
            Map<String, String> its = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                its.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            nodes.add(new Manifest.Node(name, its, nodes(reader), line));
        }
        return nodes;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
    }

    /// Goes to the next element inside the current one; false at its end.
    private boolean nextElement(XMLStreamReader reader) throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        fault(
                                reader,
                                "Text has no place here: “" + reader.getText().trim() + "”. Take it out.");
                    }
                }
                default -> {}
            }
        }
    }

    /// Goes to the end of an element that holds none.
    private void end(XMLStreamReader reader) throws XMLStreamException {
        String outer = reader.getLocalName();
        while (nextElement(reader)) {
            fault(reader, "<" + outer + "> holds no elements, but here is <" + reader.getLocalName() + ">.");
            skip(reader);
        }
    }

    private void unknownElement(XMLStreamReader reader, List<String> known) throws XMLStreamException {
        String name = reader.getLocalName();
        fault(reader, "There is no element <" + name + "> here. " + Nearest.hint(name, known));
        skip(reader);
    }

    private void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private Map<String, String> attributes(XMLStreamReader reader, List<String> known, List<String> required) {
        String element = reader.getLocalName();
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace != null && !namespace.isEmpty()) {
                continue; // where the schema lies
            }
            String name = reader.getAttributeLocalName(i);
            if (known.contains(name)) {
                found.put(name, reader.getAttributeValue(i));
            } else {
                fault(reader, "<" + element + "> has no attribute “" + name + "”. " + Nearest.hint(name, known));
            }
        }
        require(line(reader), element, found.keySet(), required);
        return found;
    }

    private void require(int line, String element, Set<String> found, List<String> required) {
        for (String name : required) {
            if (!found.contains(name)) {
                fault(line, "<" + element + "> lacks “" + name + "”. Add " + name + "=\"…\".");
            }
        }
    }

    private String id(XMLStreamReader reader, Map<String, String> attributes) {
        String text = attributes.getOrDefault("id", "");
        if (attributes.containsKey("id") && !ID.matcher(text).matches()) {
            fault(
                    reader,
                    "“" + text + "” is not an id. Use small letters, digits, - and . inside, such as “import-text”.");
        }
        return text;
    }

    private String className(XMLStreamReader reader, Map<String, String> attributes, String name) {
        String text = attributes.getOrDefault(name, "");
        if (attributes.containsKey(name) && !CLASS_NAME.matcher(text).matches()) {
            fault(reader, "“" + text + "” is not the name of a class. Write it whole, such as “gewu.hello.Hello”.");
        }
        return text;
    }

    private @Nullable VersionRange range(int line, Map<String, String> attributes, String name) {
        String text = attributes.get(name);
        if (text == null) {
            return null;
        }
        VersionRange range = VersionRange.parse(text).orElse(null);
        if (range == null) {
            fault(line, "“" + text + "” is not a range of versions. " + VersionRange.HINT);
        }
        return range;
    }

    private String word(XMLStreamReader reader, Map<String, String> attributes, String name, List<String> words) {
        String word = attributes.getOrDefault(name, words.getFirst());
        if (!words.contains(word)) {
            fault(reader, "“" + name + "” takes " + String.join(" or ", words) + ", not “" + word + "”.");
        }
        return word;
    }

    private boolean isTrue(XMLStreamReader reader, Map<String, String> attributes) {
        return word(reader, attributes, "required", List.of("false", "true")).equals("true");
    }

    private static Label label(Map<String, String> attributes, String otherwise) {
        String zh = attributes.getOrDefault("title", otherwise);
        return new Label(zh, attributes.getOrDefault("title-en", zh));
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    private void fault(XMLStreamReader reader, String text) {
        fault(line(reader), text);
    }

    private void fault(int line, String text) {
        faults.add(file + ":" + line + ": " + text);
    }
}
