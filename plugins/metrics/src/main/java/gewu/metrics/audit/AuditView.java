package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.List;
import java.util.Map;

/// Which relations between figures hold, as a panel: of a report or a few.
final class AuditView implements View {
    private static final int SHOWN = 200;

    /// More reports than these are not audited while somebody waits.
    private static final int AT_ONCE = 60;

    private final Audits audits;

    AuditView(Reports reports, CorrectedMetrics metrics, Packs packs) {
        this.audits = new Audits(reports, metrics, packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Audits.Asked asked = new Audits.Asked(name -> parameters.getOrDefault(name, ""));
        List<ReportSummary> meant = audits.meant(asked);
        if (meant.size() > AT_ONCE) {
            return tooMany(meant.size());
        }
        AuditPanels panels = new AuditPanels(SHOWN);
        audits.of(asked, meant).forEachOrdered(panels::add);
        return panels.panel();
    }

    private static Panel tooMany(int reports) {
        String zh = "有 " + reports + " 份报告，逐份校验要等很久。请选一份报告，或写明单位、年度，使报告不多于 " + AT_ONCE + " 份";
        String en = "There are " + reports
                + " reports, too many to wait for. Choose one, or give an organisation or years so"
                + " that at most " + AT_ONCE + " are left";
        return Panel.Advice.way(
                new Label(zh + "；全部校验用 gewu audit。", en + "; gewu audit goes through all of them."),
                new Label(zh + "。", en + "."));
    }
}
