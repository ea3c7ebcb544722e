package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Action;
import gewu.api.workbench.Command;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Perspective;
import gewu.api.workbench.Preference;
import gewu.api.workbench.View;
import gewu.workbench.json.JsonLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells the workbench in the browser what there is: perspectives, views, actions, preferences, and what
/// this person has set. All of it stands in manifests: no plugin is loaded. Safe for all threads.
final class ShellDesk {
    private static final int LONGEST_VALUE = 200_000;

    private final Extensions extensions;
    private final Settings settings;

    ShellDesk(Extensions extensions, Settings settings) {
        this.extensions = extensions;
        this.settings = settings;
    }

    /// One JSON object: who asks, the `token` that proves what he posts to be ours, and what there is. Each of
    /// the lists holds the attributes of the manifest's element under their names in snake_case, `id` and
    /// `plugin`, and its `elements`, each with its `element` name.
    Reply describe(Ask ask) {
        return Reply.json(JsonLines.object(DataRow.of("shell")
                .with("language", ask.language())
                .with("person", ask.person().name())
                .with("token", ask.visit().token())
                .with("standing", ask.person().standing().name().toLowerCase(Locale.ROOT))
                .with("perspectives", all(Perspective.class))
                .with("views", all(View.class))
                .with("actions", all(Action.class))
                .with(
                        "commands",
                        extensions.of(Command.class).stream()
                                .filter(it ->
                                        !it.attribute("terminal").orElse("").equals("true"))
                                .map(it -> Map.of(
                                        "id", it.id(),
                                        "title", it.title().zh(),
                                        "title_en", it.title().en()))
                                .toList())
                .with("preferences", all(Preference.class))
                .with("settings", settings.of(ask.person()))));
    }

    /// Keeps a value: the fields `name` and `value`.
    ///
    /// @throws WorkbenchException if it is far too long
    Reply keep(Ask ask) {
        String value = ask.parameter("value");
        if (!ask.isPost() || ask.parameter("name").isEmpty() || value.length() > LONGEST_VALUE) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    ask.say("这项设置无法保存。", "This can't be kept."),
                    ask.say("名称不能为空，内容不能超过 20 万字。", "It needs a name, and at most 200,000 characters."));
        }
        settings.keep(ask.person(), ask.parameter("name"), value);
        return Reply.json(JsonLines.object(DataRow.of("kept")));
    }

    private <T extends ExtensionPoint> List<Map<String, Object>> all(Class<T> point) {
        return extensions.of(point).stream().map(ShellDesk::described).toList();
    }

    private static Map<String, Object> described(Extension<?> extension) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", extension.id());
        row.put("plugin", extension.plugin());
        extension.attributes().forEach((name, value) -> row.put(name.replace('-', '_'), value));
        row.put(
                "elements",
                extension.elements().stream().map(ShellDesk::element).toList());
        return row;
    }

    private static Map<String, Object> element(Extension.Element element) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("element", element.name());
        element.attributes().forEach((name, value) -> row.put(name.replace('-', '_'), value));
        return row;
    }
}
