package gewu.api.plugin;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One contribution, as its manifest declares it. Reading it loads no class of the plugin; [#instance] does.
///
/// @param <T> the extension point's interface
public interface Extension<T> {
    /// Unique within its extension point.
    String id();

    /// The plugin that contributes it.
    String plugin();

    /// The attributes of the manifest's element, without `point`, `id` and `class`.
    Map<String, String> attributes();

    /// The elements inside the manifest's element, in order.
    List<Element> elements();

    default Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes().get(name));
    }

    /// What people call it: the attributes `title` and `title-en`; its id where the manifest says nothing.
    default Label title() {
        return title(attributes(), id());
    }

    private static Label title(Map<String, String> attributes, String otherwise) {
        String zh = attributes.getOrDefault("title", otherwise);
        return new Label(zh, attributes.getOrDefault("title-en", zh));
    }

    /// A file inside the plugin, which the manifest names. Reading it loads no class of the plugin.
    ///
    /// @param path from the plugin's root, such as `help/ledger.md`
    /// @throws gewu.api.WorkbenchException if the plugin holds no such file
    default byte[] file(String path) {
        throw new WorkbenchException(
                "The plugin “" + plugin() + "” holds no file " + path + ".", "Put it there, or name another.");
    }

    /// The living contribution; the first call activates the plugin. Every call on what is returned passes
    /// the boundary that attributes, times and contains what the plugin does.
    ///
    /// @throws PluginFault if the plugin can't be activated or the contribution is paused
    T instance();

    /// An element inside an extension, such as an option of a command.
    record Element(String name, Map<String, String> attributes, List<Element> elements) {
        public Element {
            attributes = Map.copyOf(attributes);
            elements = List.copyOf(elements);
        }

        public Optional<String> attribute(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        /// What people call it: the attributes `title` and `title-en`; what its attribute `name` says where
        /// there is none.
        public Label title() {
            return Extension.title(attributes, attributes.getOrDefault("name", ""));
        }
    }
}
