package gewu.kernel.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the XML schema of manifests from the declared extension points, so that editors complete and check them.
///
/// XML Schema 1.0 can't make the attributes of `<extension>` depend on its `point`: it allows those of all points, and
/// leaves it to [Points] to say which belong to which, and which of them must be there.
final class Schema {
    private final StringBuilder xml = new StringBuilder();
    private int depth;

    private Schema() {}

    /// The schema for manifests that contribute to these points.
    static String of(Collection<Point> points) {
        return new Schema().written(points);
    }

    private String written(Collection<Point> points) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open("xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"");
        pattern("id", ManifestReader.ID);
        pattern("version", "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)([\\-+][0-9A-Za-z.\\-+]+)?");
        pattern("range", "\\^[0-9]+(\\.[0-9]+){0,2}|>=\\s*\\S+\\s+<\\s*\\S+");
        pattern("className", "[\\p{L}_][\\p{L}_0-9]*(\\.[\\p{L}_][\\p{L}_0-9]*)*(\\$[\\p{L}_0-9$]+)?");
        words("truth", List.of("true", "false"));
        words("pointId", points.stream().map(Point::id).sorted().toList());
        declarations();
        plugin(points);
        close("xs:schema");
        return xml.toString();
    }

    private void declarations() {
        open("xs:complexType name=\"inside\"");
        open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
        open("xs:element name=\"attribute\"");
        open("xs:complexType");
        attribute("name", "xs:string", true);
        attribute("kind", "xs:string", false);
        attribute("required", "truth", false);
        labels();
        close("xs:complexType");
        close("xs:element");
        open("xs:element name=\"element\"");
        open("xs:complexType");
        open("xs:complexContent");
        open("xs:extension base=\"inside\"");
        attribute("name", "xs:string", true);
        attribute("required", "truth", false);
        labels();
        close("xs:extension");
        close("xs:complexContent");
        close("xs:complexType");
        close("xs:element");
        close("xs:choice");
        close("xs:complexType");
    }

    private void plugin(Collection<Point> points) {
        open("xs:element name=\"plugin\"");
        open("xs:complexType");
        open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
        leaf("requires", Map.of("plugin", "id", "version", "range"));
        open("xs:element name=\"point\"");
        open("xs:complexType");
        open("xs:complexContent");
        open("xs:extension base=\"inside\"");
        attribute("id", "id", true);
        attribute("type", "className", true);
        words("cardinality", List.of("many", "one"), false);
        attribute("data", "truth", false);
        labels();
        close("xs:extension");
        close("xs:complexContent");
        close("xs:complexType");
        close("xs:element");
        leaf("component", Map.of("class", "className"));
        leaf("service", Map.of("type", "className", "class", "className"));
        extension(points);
        close("xs:choice");
        attribute("id", "id", true);
        attribute("version", "version", true);
        attribute("api", "range", true);
        labels();
        close("xs:complexType");
        close("xs:element");
    }

    private void leaf(String name, Map<String, String> attributes) {
        open("xs:element name=\"" + name + "\"");
        open("xs:complexType");
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> attribute(it.getKey(), it.getValue(), true));
        close("xs:complexType");
        close("xs:element");
    }

    private void extension(Collection<Point> points) {
        List<Point.Attribute> attributes = new ArrayList<>();
        List<Point.Element> elements = new ArrayList<>();
        points.forEach(it -> attributes.addAll(it.attributes()));
        points.forEach(it -> elements.addAll(it.elements()));
        open("xs:element name=\"extension\"");
        open("xs:complexType");
        elements(elements);
        attribute("point", "pointId", true);
        attribute("id", "id", true);
        attribute("class", "className", false);
        attribute("before", "xs:string", false);
        attribute("after", "xs:string", false);
        attribute("order", "xs:integer", false);
        attributes(attributes, false);
        close("xs:complexType");
        close("xs:element");
    }

    private void elements(List<Point.Element> elements) {
        if (elements.isEmpty()) {
            return;
        }
        Map<String, List<Point.Element>> byName = new LinkedHashMap<>();
        elements.forEach(
                it -> byName.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it));
        open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
        byName.forEach((name, same) -> {
            open("xs:element name=\"" + name + "\"");
            document(same.getFirst().title().zh() + " / "
                    + same.getFirst().title().en());
            open("xs:complexType");
            List<Point.Element> deeper = new ArrayList<>();
            List<Point.Attribute> attributes = new ArrayList<>();
            same.forEach(it -> deeper.addAll(it.elements()));
            same.forEach(it -> attributes.addAll(it.attributes()));
            elements(deeper);
            attributes(attributes, same.size() == 1);
            close("xs:complexType");
            close("xs:element");
        });
        close("xs:choice");
    }

    /// @param isExact whether they belong to one declaration, so that its “required” holds
    private void attributes(List<Point.Attribute> attributes, boolean isExact) {
        Map<String, List<Point.Attribute>> byName = new LinkedHashMap<>();
        attributes.forEach(
                it -> byName.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it));
        byName.forEach((name, same) -> {
            Point.Attribute first = same.getFirst();
            boolean isSameKind = same.stream().allMatch(it -> it.kind().equals(first.kind()));
            boolean isRequired = isExact && first.required();
            if (isSameKind && !first.words().isEmpty()) {
                words(name, first.words(), isRequired);
            } else {
                attribute(name, isSameKind && first.isNumber() ? "xs:integer" : "xs:string", isRequired);
            }
        });
    }

    private void labels() {
        attribute("title", "xs:string", false);
        attribute("title-en", "xs:string", false);
    }

    private void attribute(String name, String type, boolean isRequired) {
        line("<xs:attribute name=\"" + name + "\" type=\"" + type + "\"" + (isRequired ? " use=\"required\"" : "")
                + "/>");
    }

    /// An attribute that takes one of these words.
    private void words(String name, List<String> words, boolean isRequired) {
        open("xs:attribute name=\"" + name + "\"" + (isRequired ? " use=\"required\"" : ""));
        open("xs:simpleType");
        restriction(words);
        close("xs:simpleType");
        close("xs:attribute");
    }

    /// A type that takes one of these words.
    private void words(String type, List<String> words) {
        open("xs:simpleType name=\"" + type + "\"");
        restriction(words);
        close("xs:simpleType");
    }

    private void restriction(List<String> words) {
        open("xs:restriction base=\"xs:string\"");
        words.forEach(it -> line("<xs:enumeration value=\"" + escaped(it) + "\"/>"));
        close("xs:restriction");
    }

    private void pattern(String type, String pattern) {
        open("xs:simpleType name=\"" + type + "\"");
        open("xs:restriction base=\"xs:string\"");
        line("<xs:pattern value=\"" + escaped(pattern) + "\"/>");
        close("xs:restriction");
        close("xs:simpleType");
    }

    private void document(String text) {
        line("<xs:annotation><xs:documentation>" + escaped(text) + "</xs:documentation></xs:annotation>");
    }

    private void open(String element) {
        line("<" + element + ">");
        depth++;
    }

    private void close(String element) {
        depth--;
        line("</" + element + ">");
    }

    private void line(String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
