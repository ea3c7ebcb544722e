package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command `plugins`: lists, installs, removes, switches and explains plugins.
final class PluginsCommand implements Command {
    private static final List<String> ACTIONS =
            List.of("list", "install", "uninstall", "disable", "enable", "reload", "why");

    private final Plugins plugins;

    PluginsCommand(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        String action = words.isEmpty() ? "list" : words.getFirst();
        if (!ACTIONS.contains(action)) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "`plugins` knows no “" + action + "”.",
                    Nearest.hint(action, ACTIONS));
        }
        if (action.equals("list")) {
            if (words.size() > 1) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "`plugins list` lists all; “" + words.get(1) + "” is one word too many.",
                        "`gewu plugins why " + words.get(1) + "` tells about one plugin.");
            }
            return show(plugins.list(), output);
        }
        if (words.size() < 2) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "`plugins " + action + "` needs " + (action.equals("install") ? "a file." : "the id of a plugin."),
                    action.equals("install")
                            ? "Give the path of a jar, a zip or a folder."
                            : "`gewu plugins` lists the ids.");
        }
        String target = words.get(1);
        return switch (action) {
            case "install" -> show(List.of(plugins.install(Path.of(target))), output);
            case "disable" -> show(List.of(plugins.disable(target)), output);
            case "enable" -> show(List.of(plugins.enable(target)), output);
            case "reload" -> show(List.of(plugins.reload(target)), output);
            case "uninstall" -> {
                plugins.uninstall(target);
                output.note("The plugin “" + target + "” is uninstalled. Its data was kept.");
                yield Exit.DONE;
            }
            default -> explain(target, output);
        };
    }

    private Exit explain(String id, Output output) {
        List<String> sentences = plugins.why(id);
        plugins.list().stream()
                .filter(it -> it.id().equals(id))
                .forEach(it -> output.row(row(it).with("why", sentences)));
        output.show(new Panel.Text(Label.same(String.join("\n", sentences))));
        return Exit.DONE;
    }

    private static Exit show(List<PluginReport> reports, Output output) {
        reports.forEach(it -> output.row(row(it)));
        boolean isReasoned = reports.stream().anyMatch(it -> !it.reason().isEmpty());
        List<Panel.Column> heads = new ArrayList<>(List.of(
                Panel.Column.text("插件", "Plugin"),
                Panel.Column.text("版本", "Version"),
                Panel.Column.text("状态", "State"),
                Panel.Column.text("扩展", "Contributes")));
        if (isReasoned) {
            heads.add(Panel.Column.text("原因", "Reason"));
        }
        output.show(new Panel.Table(
                Label.same(""),
                heads,
                reports.stream().map(it -> cells(it, isReasoned)).toList()));
        boolean isBad = reports.stream().anyMatch(it -> it.state() == PluginReport.State.FAILED);
        return isBad ? Exit.SOME_FAILED : Exit.DONE;
    }

    private static Panel.Row cells(PluginReport report, boolean isReasoned) {
        List<Object> cells = new ArrayList<>(
                List.of(report.id(), report.version(), label(report.state()), String.join(" ", report.extensions())));
        if (isReasoned) {
            cells.add(report.reason().replace('\n', ' '));
        }
        return Panel.Row.of(cells.toArray());
    }

    static Label label(PluginReport.State state) {
        return switch (state) {
            case RESOLVED -> new Label("就绪", "ready");
            case ACTIVE -> new Label("运行中", "active");
            case PAUSED -> new Label("部分暂停", "paused");
            case FAILED -> new Label("不能用", "failed");
            case DISABLED -> new Label("已停用", "disabled");
        };
    }

    private static DataRow row(PluginReport report) {
        return DataRow.of("plugin")
                .with("id", report.id())
                .with("version", report.version())
                .with("state", report.state().id())
                .with("reason", report.reason())
                .with("extensions", report.extensions());
    }
}
