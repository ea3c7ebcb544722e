package gewu.workbench.panel;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `gewu view`: any view, with its parameters as NAME=VALUE; without words, which views there are and what they take.
final class ViewCommand implements Command {
    private final Extensions extensions;

    ViewCommand(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        if (words.isEmpty()) {
            list(output);
            return Exit.DONE;
        }
        Extension<View> view = named(words.getFirst());
        Panel panel = view.instance().show(parameters(view, words.subList(1, words.size())));
        if (output.isJson()) {
            PanelRow.each(panel, output.language(), output::row);
        } else {
            output.show(panel);
        }
        return Exit.DONE;
    }

    private void list(Output output) {
        List<Extension<View>> views = extensions.of(View.class);
        views.forEach(it -> output.row(DataRow.of("view")
                .with("view", it.id())
                .with("title", it.title().zh())
                .with("title_en", it.title().en())
                .with("parameters", names(it))));
        output.show(new Panel.Table(
                new Label("视图", "Views"),
                List.of(
                        Panel.Column.text("视图", "View"),
                        Panel.Column.text("标题", "Title"),
                        Panel.Column.text("参数", "Parameters")),
                views.stream()
                        .map(it -> Panel.Row.of(it.id(), it.title(), String.join(" ", names(it))))
                        .toList()));
    }

    private Extension<View> named(String id) {
        return extensions
                .find(View.class, id)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no view “" + id + "”.",
                        Nearest.hint(
                                id,
                                extensions.of(View.class).stream()
                                        .map(Extension::id)
                                        .toList())));
    }

    private static Map<String, String> parameters(Extension<View> view, List<String> words) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> known = names(view);
        for (String word : words) {
            int sign = word.indexOf('=');
            String name = sign < 0 ? word : word.substring(0, sign);
            if (sign < 1 || !known.contains(name)) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "The view “" + view.id() + "” has no parameter “" + name + "”.",
                        known.isEmpty() ? "It takes none." : "Write NAME=VALUE. " + Nearest.hint(name, known));
            }
            if (sign < word.length() - 1) {
                parameters.put(name, word.substring(sign + 1));
            }
        }
        return parameters;
    }

    private static List<String> names(Extension<View> view) {
        return view.elements().stream()
                .filter(it -> it.name().equals("parameter"))
                .map(it -> it.attributes().getOrDefault("name", ""))
                .toList();
    }
}
