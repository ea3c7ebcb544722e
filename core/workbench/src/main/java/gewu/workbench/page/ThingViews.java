package gewu.workbench.page;

import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The views that tell of one chosen thing, such as a figure: those that no menu lists and that
/// follow its kind. Read from manifests. Safe for all threads.
final class ThingViews {
    private final Extensions extensions;

    ThingViews(Extensions extensions) {
        this.extensions = extensions;
    }

    /// The address of what is told of a thing.
    ///
    /// @param kind as manifests write it: `metric`, `problem`, `passage`
    /// @return empty if no view tells of such things
    Optional<String> address(String kind, String id) {
        return addresses(kind).map(it -> it.apply(id));
    }

    /// The addresses of what is told of things of a kind, by their ids; empty if no view tells of such things.
    Optional<UnaryOperator<String>> addresses(String kind) {
        for (Extension<View> view : extensions.of(View.class)) {
            if (!view.attribute("listed").orElse("").equals("false")) {
                continue;
            }
            for (Extension.Element element : view.elements()) {
                if (element.attribute("follows").orElse("").equals(kind)) {
                    String name = element.attribute("name").orElse("");
                    return Optional.of(id -> Link.with(Link.view(view.id()), Map.of(), name, id));
                }
            }
        }
        return Optional.empty();
    }
}
