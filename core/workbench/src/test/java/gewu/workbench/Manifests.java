package gewu.workbench;

import gewu.api.export.Exporter;
import gewu.api.intake.ReportImporter;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import gewu.api.workbench.Action;
import gewu.api.workbench.Command;
import gewu.api.workbench.Feed;
import gewu.api.workbench.HelpTopic;
import gewu.api.workbench.Perspective;
import gewu.api.workbench.Preference;
import gewu.api.workbench.Upkeep;
import gewu.api.workbench.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Contributions as one manifest declares them, with living ones given by id. One that is declared and not given can be
/// listed but fails when it is used: whoever only lists must not notice.
public final class Manifests implements Extensions {
    private static final Map<Class<?>, String> POINTS = Map.of(
            Command.class,
            "command",
            View.class,
            "view",
            Exporter.class,
            "exporter",
            Upkeep.class,
            "upkeep",
            Feed.class,
            "feed",
            Perspective.class,
            "perspective",
            Action.class,
            "action",
            Preference.class,
            "preference",
            HelpTopic.class,
            "help",
            ReportImporter.class,
            "importer");

    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Supplier<? extends ExtensionPoint>> living = new HashMap<>();

    public Manifests(String xml) throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        for (Extension.Element element : elements(plugin)) {
            declared.add(new Declared(element, plugin.getAttribute("id")));
        }
    }

    /// What all plugins on the class path declare: the whole house.
    public static Manifests ofTheHouse() throws Exception {
        Manifests all = new Manifests("<plugin/>");
        for (URL manifest : Collections.list(Manifests.class.getClassLoader().getResources("META-INF/plugin.xml"))) {
            try (InputStream in = manifest.openStream()) {
                all.declared.addAll(new Manifests(new String(in.readAllBytes(), StandardCharsets.UTF_8)).declared);
            }
        }
        return all;
    }

    /// Gives life to the contribution with this id.
    public Manifests living(String id, Supplier<? extends ExtensionPoint> contribution) {
        living.put(id, contribution);
        return this;
    }

    @Override
    public <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type) {
        return declared.stream()
                .filter(each -> each.point().equals(point(type)))
                .<Extension<T>>map(each -> new Living<>(each, type, living))
                .toList();
    }

    @Override
    public <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id) {
        return of(type).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public void onChange(PluginScope scope, Runnable listener) {
        // These manifests never change.
    }

    private static String point(Class<?> type) {
        return POINTS.getOrDefault(type, "");
    }

    private static List<Extension.Element> elements(Element parent) {
        List<Extension.Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                Map<String, String> attributes = new LinkedHashMap<>();
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    Node attribute = element.getAttributes().item(i);
                    attributes.put(attribute.getNodeName(), attribute.getNodeValue());
                }
                elements.add(new Extension.Element(element.getTagName(), attributes, elements(element)));
            }
        }
        return elements;
    }

    private record Declared(Extension.Element element, String plugin) {
        String point() {
            return element.attributes().getOrDefault("point", "");
        }
    }

    private record Living<T extends ExtensionPoint>(
            Declared declared, Class<T> type, Map<String, Supplier<? extends ExtensionPoint>> living)
            implements Extension<T> {
        @Override
        public String id() {
            return declared.element().attributes().getOrDefault("id", "");
        }

        @Override
        public String plugin() {
            return declared.plugin();
        }

        @Override
        public Map<String, String> attributes() {
            return declared.element().attributes();
        }

        @Override
        public List<Element> elements() {
            return declared.element().elements();
        }

        /// Files of the trial plugin stand on the class path.
        @Override
        public byte[] file(String path) {
            try (InputStream in = Manifests.class.getResourceAsStream("/" + path)) {
                return in == null ? Extension.super.file(path) : in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public T instance() {
            Supplier<? extends ExtensionPoint> contribution = living.get(id());
            if (contribution == null) {
                throw new AssertionError("Somebody used “" + id() + "”, which was only to be listed.");
            }
            return type.cast(contribution.get());
        }
    }
}
