package gewu.compare;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;

/// The map of boilerplate as a panel.
final class BoilerplateView implements View {
    private static final int SHOWN = 20;
    private static final int MOST_SHOWN = 200;

    private final Sheets sheets;
    private final KeptFindings findings;
    private final BoilerplatePanels panels;

    BoilerplateView(Sheets sheets, KeptFindings findings) {
        this.sheets = sheets;
        this.findings = findings;
        this.panels = new BoilerplatePanels(findings.boilerplate());
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        Boilerplate.Question question = new Boilerplate.Question(
                asked.words("report"), asked.words("org"), BoilerplateCommand.years(asked.words("year")));
        Optional<Sheets.Missing> missing = sheets.catchUpIfFew();
        int limit = Math.clamp(asked.number("limit", SHOWN), 1, MOST_SHOWN);
        return findings.soon(question)
                .map(it -> panels.of(question, it, missing, limit))
                .orElseGet(() -> new Panel.Text(new Label(
                        "正在后台汇总 " + sheets.table().count() + " 份报告的套话地图，完成后自动显示。",
                        "The map of boilerplate of " + sheets.table().count()
                                + " reports is being made; it shows here by itself.")));
    }
}
