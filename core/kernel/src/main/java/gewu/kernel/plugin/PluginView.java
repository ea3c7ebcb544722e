package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The view `plugin`: one plugin, what it contributes and costs, why it is as it is, and what can be done about it.
final class PluginView implements View {
    private final Plugins plugins;

    PluginView(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String id = parameters.getOrDefault("plugin", "");
        if (id.isEmpty()) {
            return new Panel.Text(new Label("从插件列表里选一个。", "Choose one from the list of plugins."));
        }
        List<String> why = plugins.why(id);
        PluginReport report = plugins.list().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        PluginCost cost = plugins.cost(id);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(new Label(
                cost.title().zh() + " " + report.version() + "，"
                        + PluginsCommand.label(report.state()).zh() + "。",
                cost.title().en() + " " + report.version() + ", "
                        + PluginsCommand.label(report.state()).en() + ".")));
        panels.addAll(forms(report));
        panels.add(contributions(report, cost));
        panels.add(new Panel.Text(Label.same(String.join("\n", why))));
        return new Panel.Stack(panels);
    }

    private List<Panel> forms(PluginReport report) {
        List<Panel> forms = new ArrayList<>();
        if (plugins.isPartOfHouse(report.id())) {
            return forms;
        }
        if (report.state() == PluginReport.State.DISABLED
                || report.state() == PluginReport.State.FAILED
                || report.state() == PluginReport.State.PAUSED) {
            forms.add(form("enable", report.id(), new Label("启用", "Enable")));
        }
        if (report.state() != PluginReport.State.DISABLED) {
            forms.add(form("reload", report.id(), new Label("重新加载", "Reload")));
            forms.add(form("disable", report.id(), new Label("停用", "Disable")));
        }
        if (plugins.isInstalled(report.id())) {
            forms.add(form("uninstall", report.id(), new Label("卸载（数据保留）", "Uninstall (its data stays)")));
        }
        return forms;
    }

    private static Panel form(String action, String id, Label submit) {
        return new Panel.Form(Label.same(""), "plugins", List.of(action, id), List.of(), submit);
    }

    private static Panel contributions(PluginReport report, PluginCost cost) {
        return new Panel.Table(
                new Label("扩展", "Contributions"),
                List.of(
                        Panel.Column.text("扩展点", "Point"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.number("调用", "Calls"),
                        Panel.Column.number("每次毫秒", "Each, ms"),
                        Panel.Column.number("失败", "Failures"),
                        Panel.Column.text("暂停的原因", "Paused because")),
                report.extensions().stream().map(key -> row(key, cost)).toList());
    }

    private static Panel.Row row(String key, PluginCost cost) {
        int cut = key.indexOf('/');
        PluginCost.Part part = cost.parts().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElse(new PluginCost.Part(key, 0, 0, 0, ""));
        Panel.Row row = Panel.Row.of(
                key.substring(0, cut),
                key.substring(cut + 1),
                part.calls() == 0 ? "" : part.calls(),
                part.calls() == 0 ? "" : PluginsView.millis(part.nanos(), part.calls()),
                part.failures() == 0 ? "" : part.failures(),
                part.pausedFor());
        return key.startsWith("view/") ? row.at(1, new Panel.Target(key.substring(cut + 1))) : row;
    }
}
