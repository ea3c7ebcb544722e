package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All declared extension points, and whether contributions keep to them.
final class Points {
    private final Map<String, Point> byId = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, Point> byType = new LinkedHashMap<>();

    /// The points of these manifests; of two points with one id or type, the first stays.
    static Points of(Collection<Manifest> manifests) {
        Points points = new Points();
        for (Manifest manifest : manifests) {
            for (Point point : manifest.points()) {
                if (!points.byId.containsKey(point.id()) && !points.byType.containsKey(point.type())) {
                    points.byId.put(point.id(), point);
                    points.byType.put(point.type(), point);
                    points.owners.put(point.id(), manifest.id());
                }
            }
        }
        return points;
    }

    Optional<Point> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Point> ofType(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    Collection<Point> all() {
        return byId.values();
    }

    /// The plugin that declares the point.
    String owner(String id) {
        return owners.getOrDefault(id, "");
    }

    /// What in `manifest` does not keep to the points, each with file, line and the nearest valid name.
    ///
    /// @param houseIds the plugins everybody may contribute to without requiring them
    List<String> faults(Manifest manifest, Set<String> houseIds) {
        List<String> faults = new ArrayList<>();
        for (Point point : manifest.points()) {
            Point first = byId.get(point.id());
            if (first == null || !owner(point.id()).equals(manifest.id())) {
                faults.add(manifest.at(point.line()) + ": The point “" + point.id()
                        + "” or its type is declared by the plugin “"
                        + (first == null
                                ? ofType(point.type()).map(it -> owner(it.id())).orElse("")
                                : owner(point.id()))
                        + "” already. Give it another name.");
            }
        }
        for (Manifest.Declared extension : manifest.extensions()) {
            Point point = byId.get(extension.point());
            if (point == null) {
                faults.add(manifest.at(extension.line()) + ": There is no extension point “" + extension.point() + "”. "
                        + Nearest.hint(extension.point(), byId.keySet()));
                continue;
            }
            String owner = owner(point.id());
            boolean isNeighbour = houseIds.contains(owner)
                    || owner.equals(manifest.id())
                    || manifest.requirements().stream()
                            .anyMatch(it -> it.plugin().equals(owner));
            if (!isNeighbour) {
                faults.add(manifest.at(extension.line()) + ": The extension point “" + point.id()
                        + "” belongs to the plugin “" + owner + "”. Add <requires plugin=\"" + owner
                        + "\" version=\"…\"/>.");
            }
            check(manifest, extension, point, faults);
        }
        return faults;
    }

    private static void check(Manifest manifest, Manifest.Declared extension, Point point, List<String> faults) {
        String at = manifest.at(extension.line()) + ": ";
        if (point.isData() && extension.className() != null) {
            faults.add(at + "The point “" + point.id() + "” is data; take class=\"…\" out.");
        } else if (!point.isData() && extension.className() == null) {
            faults.add(at + extension.key() + " lacks “class”. Add class=\"…\", a class that implements " + point.type()
                    + ".");
        }
        Set<String> common = new TreeSet<>(ManifestReader.EXTENSION_ATTRIBUTES);
        attributes(
                manifest,
                extension.key(),
                extension.line(),
                extension.attributes(),
                point.attributes(),
                common,
                faults);
        elements(manifest, extension.key(), extension.line(), extension.elements(), point.elements(), faults);
    }

    private static void attributes(
            Manifest manifest,
            String where,
            int line,
            Map<String, String> written,
            List<Point.Attribute> declared,
            Set<String> common,
            List<String> faults) {
        Set<String> known = new HashSet<>(common);
        for (Point.Attribute attribute : declared) {
            known.add(attribute.name());
            String value = written.get(attribute.name());
            if (value == null && attribute.required()) {
                faults.add(manifest.at(line) + ": " + where + " lacks “" + attribute.name() + "” ("
                        + attribute.title().en() + "). Add " + attribute.name() + "=\"…\".");
            } else if (value != null) {
                attribute
                        .fault(value)
                        .ifPresent(it ->
                                faults.add(manifest.at(line) + ": " + where + ": “" + attribute.name() + "” " + it));
            }
        }
        for (String name : new TreeSet<>(written.keySet())) {
            if (!known.contains(name)) {
                faults.add(manifest.at(line) + ": " + where + " has no attribute “" + name + "”. "
                        + Nearest.hint(name, known));
            }
        }
    }

    private static void elements(
            Manifest manifest,
            String where,
            int line,
            List<Manifest.Node> written,
            List<Point.Element> declared,
            List<String> faults) {
        List<String> known = declared.stream().map(Point.Element::name).toList();
        for (Point.Element element : declared) {
            if (element.required() && written.stream().noneMatch(it -> it.name().equals(element.name()))) {
                faults.add(manifest.at(line) + ": " + where + " lacks <" + element.name() + "> ("
                        + element.title().en() + ").");
            }
        }
        for (Manifest.Node node : written) {
            Optional<Point.Element> element = declared.stream()
                    .filter(it -> it.name().equals(node.name()))
                    .findFirst();
            if (element.isEmpty()) {
                faults.add(manifest.at(node.line()) + ": " + where + " holds no <" + node.name() + ">. "
                        + Nearest.hint(node.name(), known));
            } else {
                String inner = where + " <" + node.name() + ">";
                attributes(
                        manifest,
                        inner,
                        node.line(),
                        node.attributes(),
                        element.get().attributes(),
                        Set.of(),
                        faults);
                elements(
                        manifest,
                        inner,
                        node.line(),
                        node.elements(),
                        element.get().elements(),
                        faults);
            }
        }
    }
}
