package gewu.compare;

import gewu.api.job.Progress;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;

/// The map of boilerplate as a panel.
final class BoilerplateView implements View {
    private static final int SHOWN = 20;
    private static final int MOST_SHOWN = 200;

    private final Sheets sheets;
    private final Boilerplate boilerplate;
    private final BoilerplatePanels panels;

    BoilerplateView(Reports reports, Sheets sheets) {
        this.sheets = sheets;
        this.boilerplate = new Boilerplate(reports, sheets);
        this.panels = new BoilerplatePanels(boilerplate);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        Boilerplate.Question question = new Boilerplate.Question(
                asked.words("report"), asked.words("org"), BoilerplateCommand.years(asked.words("year")));
        Optional<Sheets.Missing> missing = sheets.catchUp(Progress.NONE);
        Boilerplate.Findings found = boilerplate.find(question, Progress.NONE);
        return panels.of(question, found, missing, Math.clamp(asked.number("limit", SHOWN), 1, MOST_SHOWN));
    }
}
