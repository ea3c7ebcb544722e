package gewu.index;

import gewu.api.Label;
import gewu.api.plugin.Extensions;
import gewu.api.search.ReportIndex;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.Locale;

/// `gewu reindex`: makes the index anew and says how it is now.
final class ReindexCommand implements Command {
    private final Extensions extensions;

    ReindexCommand(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        ReportIndex index = extensions.of(ReportIndex.class).getFirst().instance();
        int taken = index.rebuild(output.progress());
        boolean isWell = true;
        for (HealthFinding finding : index.check()) {
            output.row(row(finding));
            if (finding.state() != HealthFinding.State.WELL) {
                output.note(finding.detail());
            }
            isWell &= finding.state() == HealthFinding.State.WELL;
        }
        output.show(new Panel.Text(
                new Label("已重建索引：" + taken + " 份报告。", "The index was made anew from " + taken + " reports.")));
        return isWell ? Exit.DONE : Exit.SOME_FAILED;
    }

    private static DataRow row(HealthFinding finding) {
        return DataRow.of("finding")
                .with("plugin", "index")
                .with("checked", finding.checked())
                .with("state", finding.state().name().toLowerCase(Locale.ROOT))
                .with("detail", finding.detail())
                .with("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
    }
}
