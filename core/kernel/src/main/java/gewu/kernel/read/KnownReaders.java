package gewu.kernel.read;

import gewu.api.intake.SourceFile;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Importers, unpackers and recognisers by the names that requests call them, and files with the options that the user
/// chose for them.
///
/// @param chosen `plugin/extension.option` to a value
record KnownReaders(Extensions extensions, Map<String, String> chosen) {
    KnownReaders {
        chosen = Map.copyOf(chosen);
    }

    /// @param name `plugin/extension`
    <T extends ExtensionPoint> Optional<Extension<T>> named(Class<T> point, String name) {
        return extensions.of(point).stream()
                .filter(it -> (it.plugin() + "/" + it.id()).equals(name))
                .findFirst();
    }

    SourceFile file(Path path, Path local, String mediaType, Extension<?> reader) {
        return SourceFile.onDisk(path, mediaType, local).with(options(reader));
    }

    private Map<String, String> options(Extension<?> reader) {
        Map<String, String> options = new HashMap<>();
        for (Extension.Element element : reader.elements()) {
            if (element.name().equals("option")) {
                String name = element.attribute("name").orElse("");
                String usual = element.attribute("default").orElse("");
                options.put(name, chosen.getOrDefault(reader.plugin() + "/" + reader.id() + "." + name, usual));
            }
        }
        return options;
    }

    /// Why, without the full stop at its end.
    static String told(Exception failed) {
        String message = String.valueOf(failed.getMessage() == null ? failed : failed.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
