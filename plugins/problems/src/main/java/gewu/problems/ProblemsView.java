package gewu.problems;

import gewu.api.Label;
import gewu.api.metric.Metrics;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The problems of one report, with causes, remedies and links, each leading to its sentence.
final class ProblemsView implements View {
    private final Reports reports;
    private final Problems problems;
    private final Implicit implicit;
    private final Discrepancies discrepancies;

    ProblemsView(Reports reports, Problems problems, Metrics metrics) {
        this.reports = reports;
        this.problems = problems;
        this.implicit = new Implicit(reports, problems, metrics);
        this.discrepancies = new Discrepancies(reports, problems);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("report", "");
        if (words.isBlank()) {
            return new Panel.Text(new Label("写一份报告，如 临江市信访局2021。", "Name a report, such as 临江市信访局2021."));
        }
        String report = reports.named(words).id();
        List<StoredFindings> found = problems.of(report);
        List<Panel.Row> rows = new ArrayList<>();
        List<Panel.Row> orphans = new ArrayList<>();
        int all = 0;
        for (StoredFindings it : found) {
            all += it.findings().problems().size();
            it.findings().problems().forEach(problem -> rows.addAll(ProblemPanels.rows(it, problem)));
            orphans.addAll(ProblemPanels.orphans(it));
        }
        List<Panel.Row> doubtful = found.stream()
                .flatMap(it -> discrepancies.about(it).stream().map(discrepancy -> ProblemPanels.row(it, discrepancy)))
                .toList();
        ProblemPanels.Beside beside =
                new ProblemPanels.Beside(orphans, doubtful, ProblemPanels.shortfalls(report, implicit.of(report)));
        return ProblemPanels.panel(rows, beside, all, Integer.MAX_VALUE);
    }
}
