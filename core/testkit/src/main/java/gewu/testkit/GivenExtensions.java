package gewu.testkit;

import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A registry filled by hand: what a room sees of the plugins around it. It never changes once it is filled.
public final class GivenExtensions implements Extensions {
    private final List<Given<?>> all = new ArrayList<>();

    private record Given<T extends ExtensionPoint>(
            Class<T> point, String id, String plugin, Map<String, String> attributes, T instance)
            implements Extension<T> {
        @Override
        public List<Element> elements() {
            return List.of();
        }
    }

    /// Contributes `instance` to `point`.
    public <T extends ExtensionPoint> GivenExtensions with(
            Class<T> point, String id, Map<String, String> attributes, T instance) {
        all.add(new Given<>(point, id, "given-" + id, attributes, instance));
        return this;
    }

    @Override
    public <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type) {
        List<Extension<T>> found = new ArrayList<>();
        for (Given<?> it : all) {
            if (it.point() == type) {
                found.add(new Given<>(type, it.id(), it.plugin(), it.attributes(), type.cast(it.instance())));
            }
        }
        return found;
    }

    @Override
    public <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id) {
        return of(type).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public void onChange(PluginScope scope, Runnable listener) {
        // Nothing ever changes here, so there is nobody to call.
    }
}
