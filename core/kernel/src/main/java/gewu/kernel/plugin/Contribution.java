package gewu.kernel.plugin;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.PluginFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An extension as the registry hands it out.
final class Contribution implements Extension<Object> {
    private final Plugin plugin;
    private final Manifest.Declared declared;
    private final Point point;
    private final List<Element> elements;

    Contribution(Plugin plugin, Manifest.Declared declared, Point point) {
        this.plugin = plugin;
        this.declared = declared;
        this.point = point;
        this.elements = elements(declared.elements());
    }

    private static List<Element> elements(List<Manifest.Node> nodes) {
        List<Element> elements = new ArrayList<>(nodes.size());
        for (Manifest.Node node : nodes) {
            elements.add(new Element(node.name(), node.attributes(), elements(node.elements())));
        }
        return List.copyOf(elements);
    }

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public String plugin() {
        return plugin.id();
    }

    Plugin owner() {
        return plugin;
    }

    Manifest.Declared declared() {
        return declared;
    }

    Point point() {
        return point;
    }

    @Nullable
    Offer offer() {
        return plugin.offers().get(declared.key());
    }

    @Override
    public Map<String, String> attributes() {
        return declared.attributes();
    }

    @Override
    public List<Element> elements() {
        return elements;
    }

    @Override
    public byte[] file(String path) {
        try (InputStream in = plugin.surroundings().plugins().open(plugin.id(), path)) {
            return in.readAllBytes();
        } catch (IOException absent) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    "The plugin “" + plugin.id() + "” holds no file " + path + ".",
                    "Put it there, or name another in its manifest.",
                    absent);
        }
    }

    @Override
    public Object instance() {
        Offer offer = offer();
        if (offer == null) {
            throw new PluginFault(
                    plugin.id(),
                    declared.key(),
                    declared.key() + " of the plugin “" + plugin.id()
                            + "” is data: it has attributes and elements, and no object.");
        }
        return offer.instance(() -> plugin.surroundings().plugins().successor(this));
    }

    @Override
    public String toString() {
        return plugin.id() + " " + declared.key();
    }
}
