package gewu.metrics.audit;

import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.Map;

/// Which relations between figures hold, as a panel.
final class AuditView implements View {
    private static final int SHOWN = 200;

    private final Audits audits;

    AuditView(Reports reports, CorrectedMetrics metrics, Packs packs) {
        this.audits = new Audits(reports, metrics, packs);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AuditPanels panels = new AuditPanels(SHOWN);
        audits.of(new Audits.Asked(name -> parameters.getOrDefault(name, ""))).forEachOrdered(panels::add);
        return panels.panel();
    }
}
