package gewu.kernel.report;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `gewu doctor`: asks every health check and tells what each found.
final class DoctorCommand implements Command {
    private final Extensions extensions;

    DoctorCommand(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<HealthFinding> all = new ArrayList<>();
        for (Extension<HealthCheck> check : extensions.of(HealthCheck.class)) {
            for (HealthFinding finding : ask(check)) {
                output.row(row(check, finding));
                all.add(finding);
            }
        }
        if (!output.isJson()) {
            output.show(table(all));
        }
        boolean isWell = all.stream().noneMatch(it -> it.state() == HealthFinding.State.BROKEN);
        return isWell ? Exit.DONE : Exit.SOME_FAILED;
    }

    private static List<HealthFinding> ask(Extension<HealthCheck> check) {
        try {
            return check.instance().check();
        } catch (RuntimeException failed) {
            return List.of(new HealthFinding(
                    check.id(),
                    HealthFinding.State.BROKEN,
                    "The check itself failed: " + failed.getMessage(),
                    "See gewu plugins why " + check.plugin() + "."));
        }
    }

    private static DataRow row(Extension<HealthCheck> check, HealthFinding it) {
        return DataRow.of("finding")
                .with("plugin", check.plugin())
                .with("checked", it.checked())
                .with("state", it.state().name().toLowerCase(Locale.ROOT))
                .with("detail", it.detail())
                .with("remedy", it.remedy().isEmpty() ? null : it.remedy());
    }

    private static Panel table(List<HealthFinding> all) {
        return new Panel.Table(
                Label.same(""),
                List.of(
                        Panel.Column.text("检查", "Checked"),
                        Panel.Column.text("结果", "State"),
                        Panel.Column.text("说明", "Detail"),
                        Panel.Column.text("怎么办", "What to do")),
                all.stream()
                        .map(it -> Panel.Row.of(it.checked(), label(it.state()), it.detail(), it.remedy()))
                        .toList());
    }

    private static Label label(HealthFinding.State state) {
        return switch (state) {
            case WELL -> new Label("正常", "well");
            case WARNING -> new Label("注意", "warning");
            case BROKEN -> new Label("损坏", "broken");
        };
    }
}
