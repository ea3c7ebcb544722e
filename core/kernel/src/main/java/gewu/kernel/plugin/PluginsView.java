package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// The view `plugins`: every plugin, how it is, and what it costs.
final class PluginsView implements View {
    private final Plugins plugins;

    PluginsView(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        List<PluginReport> reports = plugins.list();
        return Panel.Stack.of(
                new Panel.Table(
                        new Label("插件 " + reports.size() + " 个", reports.size() + " plugins"),
                        List.of(
                                Panel.Column.text("插件", "Plugin"),
                                Panel.Column.text("名称", "Name"),
                                Panel.Column.text("版本", "Version"),
                                Panel.Column.text("状态", "State"),
                                Panel.Column.number("扩展", "Contributes"),
                                Panel.Column.number("启动毫秒", "Start, ms"),
                                Panel.Column.number("调用", "Calls"),
                                Panel.Column.number("每次毫秒", "Each, ms"),
                                Panel.Column.number("失败", "Failures")),
                        reports.stream().map(this::row).toList()),
                install());
    }

    private Panel.Row row(PluginReport report) {
        PluginCost cost = plugins.cost(report.id());
        return Panel.Row.of(
                        report.id(),
                        cost.title(),
                        report.version(),
                        PluginsCommand.label(report.state()),
                        report.extensions().size(),
                        cost.startNanos() == 0 ? "" : millis(cost.startNanos(), 1),
                        cost.calls() == 0 ? "" : cost.calls(),
                        cost.calls() == 0 ? "" : millis(cost.nanos(), cost.calls()),
                        cost.failures() == 0 ? "" : cost.failures())
                .at(0, new Panel.Target("plugin", Map.of("plugin", report.id())));
    }

    private static Panel install() {
        return new Panel.Form(
                new Label("安装插件", "Install a plugin"),
                "plugins",
                List.of("install"),
                List.of(new Panel.Field(
                                "TARGET",
                                new Label("插件文件（jar、zip 或单个 .java）", "its file (a jar, a zip, or a single .java)"),
                                Panel.Field.Kind.FILE)
                        .required()),
                new Label("安装", "Install"));
    }

    /// Such as `0.42`; nothing finer is meant than two digits behind the point.
    static String millis(long nanos, long calls) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(calls * 1_000_000), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
