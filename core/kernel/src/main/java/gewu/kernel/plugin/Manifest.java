package gewu.kernel.plugin;

import gewu.api.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a plugin says about itself in its `META-INF/plugin.xml`, each part with the line it stands in.
///
/// @param file where it was read, for messages
record Manifest(
        String file,
        String id,
        Version version,
        VersionRange api,
        Label title,
        List<Requirement> requirements,
        List<Point> points,
        List<Component> components,
        List<Service> services,
        List<Declared> extensions) {
    Manifest {
        requirements = List.copyOf(requirements);
        points = List.copyOf(points);
        components = List.copyOf(components);
        services = List.copyOf(services);
        extensions = List.copyOf(extensions);
    }

    /// Another plugin that must be there.
    record Requirement(String plugin, VersionRange range, int line) {}

    /// A class that is made when the plugin starts and is known to it alone.
    record Component(String className, int line) {}

    /// A class that plugins which require this one may ask for, by `type`.
    record Service(String type, String className, int line) {}

    /// A contribution as written.
    ///
    /// @param className  null at a point that is data
    /// @param attributes those the point declares
    record Declared(
            String point,
            String id,
            @Nullable String className,
            List<String> before,
            List<String> after,
            int order,
            Map<String, String> attributes,
            List<Node> elements,
            int line) {
        Declared {
            before = List.copyOf(before);
            after = List.copyOf(after);
            attributes = Map.copyOf(attributes);
            elements = List.copyOf(elements);
        }

        /// The name shown to people, such as `command/reports`.
        String key() {
            return point + "/" + id;
        }
    }

    /// An element inside a contribution.
    record Node(String name, Map<String, String> attributes, List<Node> elements, int line) {
        Node {
            attributes = Map.copyOf(attributes);
            elements = List.copyOf(elements);
        }
    }

    /// `file:line`, as messages begin.
    String at(int line) {
        return file + ":" + line;
    }

    /// All classes the core makes for this plugin, each once, in the order they are written.
    Set<String> classNames() {
        Set<String> names = new LinkedHashSet<>();
        components.forEach(it -> names.add(it.className()));
        services.forEach(it -> names.add(it.className()));
        for (Declared extension : extensions) {
            if (extension.className() != null) {
                names.add(extension.className());
            }
        }
        return names;
    }

    /// The packages that plugins which require this one may see: those of its service types and of its points' types.
    Set<String> exportedPackages() {
        List<String> types = new ArrayList<>();
        services.forEach(it -> types.add(it.type()));
        points.forEach(it -> types.add(it.type()));
        Set<String> packages = new LinkedHashSet<>();
        types.forEach(it -> packages.add(packageOf(it)));
        return packages;
    }

    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
