package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads one `META-INF/plugin.xml`. Nothing unknown is passed over: each fault is told with file, line and the nearest
/// valid name, and reading goes on, so that an author sees all of them at once.
///
/// What depends on other plugins (points, required plugins) is not asked here; see [Points] and [Resolver].
final class ManifestReader {
    /// Where a manifest stands in a plugin.
    static final String PLACE = "META-INF/plugin.xml";

    /// How ids are written, for the schema; [#isId] is the same by hand.
    static final String ID = "[a-z0-9]+([\\-.][a-z0-9]+)*";

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
            XmlEvents reader = XmlEvents.read(xml);
            reader.next();
            Manifest manifest = plugin(reader);
            return manifest == null || !faults.isEmpty()
                    ? new Reading.Bad(id, version, faults)
                    : new Reading.Good(manifest);
        } catch (SAXParseException malformed) {
            faults.add(file + ":" + Math.max(1, malformed.getLineNumber()) + ": The XML is not well-formed: "
                    + malformed.getMessage());
        } catch (SAXException | IOException unreadable) {
            faults.add(file + " can't be read: " + unreadable.getMessage());
        }
        return new Reading.Bad(id, version, faults);
    }

    private @Nullable Manifest plugin(XmlEvents reader) {
        if (!reader.name().equals("plugin")) {
            fault(reader, "A manifest begins with <plugin>, not with <" + reader.name() + ">.");
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
            switch (reader.name()) {
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

    private void requirement(XmlEvents reader, List<Manifest.Requirement> requirements) {
        List<String> names = List.of("plugin", "version");
        Map<String, String> its = attributes(reader, names, names);
        VersionRange range = range(line(reader), its, "version");
        if (range != null) {
            requirements.add(new Manifest.Requirement(its.getOrDefault("plugin", ""), range, line(reader)));
        }
        end(reader);
    }

    private Point point(XmlEvents reader) {
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

    private Inside inside(XmlEvents reader, boolean isPoint) {
        Inside inside = new Inside(new ArrayList<>(), new ArrayList<>());
        while (nextElement(reader)) {
            switch (reader.name()) {
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

    private Manifest.Declared extension(XmlEvents reader) {
        int line = line(reader);
        Map<String, String> its = new LinkedHashMap<>();
        Map<String, String> own = new HashMap<>();
        reader.attributes()
                .forEach((name, value) -> (EXTENSION_ATTRIBUTES.contains(name) ? own : its).put(name, value));
        require(line, "extension", own.keySet(), List.of("point", "id"));
        String extensionId = id(reader, own);
        String className = own.containsKey("class") ? className(reader, own, "class") : null;
        int order = 0;
        String written = own.getOrDefault("order", "0");
        if (!written.equals("0") && written.matches("-?\\d{1,9}")) {
            order = Integer.parseInt(written);
        } else if (!written.equals("0")) {
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

    private List<Manifest.Node> nodes(XmlEvents reader) {
        List<Manifest.Node> nodes = new ArrayList<>();
        while (nextElement(reader)) {
            int line = line(reader);
            String name = reader.name();
            Map<String, String> its = reader.attributes();
            nodes.add(new Manifest.Node(name, its, nodes(reader), line));
        }
        return nodes;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
    }

    /// Goes to the next element inside the current one; false at its end.
    private boolean nextElement(XmlEvents reader) {
        while (true) {
            switch (reader.next()) {
                case START -> {
                    return true;
                }
                case END -> {
                    return false;
                }
                case TEXT -> fault(reader, "Text has no place here: “" + reader.text() + "”. Take it out.");
            }
        }
    }

    /// Goes to the end of an element that holds none.
    private void end(XmlEvents reader) {
        String outer = reader.name();
        while (nextElement(reader)) {
            fault(reader, "<" + outer + "> holds no elements, but here is <" + reader.name() + ">.");
            skip(reader);
        }
    }

    private void unknownElement(XmlEvents reader, List<String> known) {
        String name = reader.name();
        fault(reader, "There is no element <" + name + "> here. " + Nearest.hint(name, known));
        skip(reader);
    }

    private void skip(XmlEvents reader) {
        int depth = 1;
        while (depth > 0) {
            depth += switch (reader.next()) {
                case START -> 1;
                case END -> -1;
                case TEXT -> 0;
            };
        }
    }

    private Map<String, String> attributes(XmlEvents reader, List<String> known, List<String> required) {
        String element = reader.name();
        Map<String, String> found = new HashMap<>();
        reader.attributes().forEach((name, value) -> {
            if (known.contains(name)) {
                found.put(name, value);
            } else {
                fault(reader, "<" + element + "> has no attribute “" + name + "”. " + Nearest.hint(name, known));
            }
        });
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

    private static boolean isId(String text) {
        boolean isAfterLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!isLetter && !(isAfterLetter && (c == '-' || c == '.'))) {
                return false;
            }
            isAfterLetter = isLetter;
        }
        return isAfterLetter;
    }

    private static boolean isClassName(String text) {
        boolean isStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !isStart) {
                isStart = true;
            } else if (isStart ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c)) {
                isStart = false;
            } else {
                return false;
            }
        }
        return !isStart;
    }

    private String id(XmlEvents reader, Map<String, String> attributes) {
        String text = attributes.getOrDefault("id", "");
        if (attributes.containsKey("id") && !isId(text)) {
            fault(
                    reader,
                    "“" + text + "” is not an id. Use small letters, digits, - and . inside, such as “import-text”.");
        }
        return text;
    }

    private String className(XmlEvents reader, Map<String, String> attributes, String name) {
        String text = attributes.getOrDefault(name, "");
        if (attributes.containsKey(name) && !isClassName(text)) {
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

    private String word(XmlEvents reader, Map<String, String> attributes, String name, List<String> words) {
        String word = attributes.getOrDefault(name, words.getFirst());
        if (!words.contains(word)) {
            fault(reader, "“" + name + "” takes " + String.join(" or ", words) + ", not “" + word + "”.");
        }
        return word;
    }

    private boolean isTrue(XmlEvents reader, Map<String, String> attributes) {
        return word(reader, attributes, "required", List.of("false", "true")).equals("true");
    }

    private static Label label(Map<String, String> attributes, String otherwise) {
        String zh = attributes.getOrDefault("title", otherwise);
        return new Label(zh, attributes.getOrDefault("title-en", zh));
    }

    private static int line(XmlEvents reader) {
        return reader.line();
    }

    private void fault(XmlEvents reader, String text) {
        fault(line(reader), text);
    }

    private void fault(int line, String text) {
        faults.add(file + ":" + line + ": " + text);
    }
}
