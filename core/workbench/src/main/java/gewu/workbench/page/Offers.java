package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Action;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The actions that plugins offer beside a report, or beside those ticked in the list of reports. Read from manifests.
/// Safe for all threads.
final class Offers {
    private final Extensions extensions;

    Offers(Extensions extensions) {
        this.extensions = extensions;
    }

    /// What can be done with one thing.
    ///
    /// @param kind as manifests write it, such as `report`
    List<Offer> of(String kind, String id) {
        return at(kind).map(it -> new Offer(name(it), address(it, kind, id))).toList();
    }

    /// What can be done with several things, whose ids a form sends as values of `kind`.
    List<Offer> ofSeveral(String kind) {
        return at(kind).map(it -> new Offer(name(it), path(it))).toList();
    }

    private Stream<Extension<Action>> at(String kind) {
        return extensions.of(Action.class).stream()
                .filter(it -> it.attribute("at").orElse("").equals(kind));
    }

    private static Label name(Extension<Action> action) {
        String title = action.attribute("title").orElse(action.id());
        return new Label(
                action.attribute("name").orElse(title),
                action.attribute("name-en")
                        .or(() -> action.attribute("title-en"))
                        .orElse(title));
    }

    private static String address(Extension<Action> action, String kind, String id) {
        Map<String, String> parameters =
                Link.parameters(action.attribute("address").orElse(""));
        parameters.replaceAll((_, value) -> value.equals("{" + kind + "}") ? id : value);
        return Link.with(path(action), parameters, "", "");
    }

    private static String path(Extension<Action> action) {
        return action.attribute("address").orElse("").replaceFirst("\\?.*", "");
    }
}
