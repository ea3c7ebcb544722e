package gewu.ledger;

import gewu.api.job.Progress;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.testkit.ReportShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Findings kept in memory, made from marks in the text of a report: `【预算编制不够细】` is a problem, `〔因人手少〕` a cause of
/// the problem before it, `《细化预算》` a remedy that answers the problem before it, or
/// all problems before it if 均 stands in front.
final class FindingShelf implements Problems {
    private final ReportShelf reports;
    private final Map<String, StoredFindings> all = new TreeMap<>();

    FindingShelf(ReportShelf reports) {
        this.reports = reports;
    }

    /// Finds the marks of a report on the shelf.
    ///
    /// @param confidence of all its problems
    void read(Report report, double confidence) {
        List<Findings.Problem> problems = new ArrayList<>();
        List<Findings.Cause> causes = new ArrayList<>();
        List<Findings.Remedy> remedies = new ArrayList<>();
        List<Findings.Link> links = new ArrayList<>();
        String text = report.text();
        for (int at = 0; at < text.length(); at++) {
            int close = "【〔《".indexOf(text.charAt(at));
            if (close < 0) {
                continue;
            }
            int end = text.indexOf("】〕》".charAt(close), at);
            var passage = report.passage(at + 1, end);
            switch (close) {
                case 0 -> problems.add(new Findings.Problem("P" + (problems.size() + 1), "预算编制", passage, confidence));
                case 1 -> causes.add(new Findings.Cause("C" + causes.size(), "P" + problems.size(), passage));
                default -> {
                    remedies.add(new Findings.Remedy("R" + (remedies.size() + 1), passage, 0.9));
                    boolean isForAll = at > 0 && text.charAt(at - 1) == '均';
                    for (int no = isForAll ? 1 : problems.size(); no <= problems.size(); no++) {
                        links.add(
                                new Findings.Link("P" + no, "R" + remedies.size(), Findings.Strength.STRONG, "都说到预算"));
                    }
                }
            }
        }
        all.put(
                report.id(),
                new StoredFindings(
                        report.id(),
                        report.version(),
                        report.facts().org(),
                        report.facts().year(),
                        "problems",
                        "report",
                        "1.0.0",
                        new Findings(problems, causes, remedies, links)));
    }

    void forget(String report) {
        all.remove(report);
        reports.remove(report);
    }

    @Override
    public List<StoredFindings> of(String report) {
        StoredFindings found = all.get(report);
        return found == null ? List.of() : List.of(found);
    }

    @Override
    public void forEach(ReportFilter filter, Consumer<StoredFindings> each) {
        reports.list(filter).forEach(it -> of(it.id()).forEach(each));
    }

    @Override
    public int outdated() {
        return 0;
    }

    @Override
    public ReadAgain readAgain(Progress progress) {
        return new ReadAgain(0, 0, 0, 0, 0, List.of());
    }
}
