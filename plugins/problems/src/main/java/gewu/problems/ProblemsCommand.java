package gewu.problems;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.export.Exports;
import gewu.api.metric.Metrics;
import gewu.api.plugin.Extensions;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// `gewu problems`: what reports admit and promise, as it was found when they came in; `refresh` reads those again that
/// another edition read.
final class ProblemsCommand implements Command {
    private static final int FOR_PEOPLE = 200;

    private final Reports reports;
    private final Problems problems;
    private final Implicit implicit;
    private final Discrepancies discrepancies;
    private final Exports exports;

    ProblemsCommand(Reports reports, Problems problems, Metrics metrics, Extensions extensions) {
        this.reports = reports;
        this.problems = problems;
        this.implicit = new Implicit(reports, problems, metrics);
        this.discrepancies = new Discrepancies(reports, problems);
        this.exports = new Exports(extensions);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String action = call.arguments().isEmpty() ? "list" : call.arguments().getFirst();
        return switch (action) {
            case "list" -> list(call, output);
            case "refresh" -> refresh(output);
            default ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + action + "” is nothing that gewu problems does.",
                        Nearest.hint(action, List.of("list", "refresh")));
        };
    }

    private Exit refresh(Output output) {
        Problems.ReadAgain news = problems.readAgain(output.progress());
        output.row(DataRow.of("refresh")
                .with("reports", news.reports())
                .with("same", news.same())
                .with("added", news.added())
                .with("gone", news.gone())
                .with("changed", news.changed())
                .with("faults", news.faults()));
        news.faults().forEach(output::note);
        output.show(new Panel.Text(new Label(
                "重读了 " + news.reports() + " 份报告：问题和措施 " + news.same() + " 条不变，" + news.added() + " 条新增，" + news.gone()
                        + " 条不再认作问题或措施，" + news.changed() + " 条读法有变。",
                news.reports() + " reports read again: " + news.same() + " problems and remedies as before, "
                        + news.added() + " new, " + news.gone() + " gone, " + news.changed() + " read otherwise.")));
        return news.faults().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Exit list(CommandCall call, Output output) {
        int outdated = problems.outdated();
        if (outdated > 0) {
            output.note(outdated + " reports were read by another edition: gewu problems refresh reads them again.");
        }
        Predicate<Findings.Problem> asked = asked(call);
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            long rows = exports.write(ProblemFile.of(all(call, asked)), output.language(), Path.of(file.get()));
            output.row(DataRow.of("written").with("file", file.get()).with("rows", rows));
            output.show(new Panel.Text(new Label(
                    "已写入 " + file.get() + "：" + rows + " 行。", rows + " rows written to " + file.get() + ".")));
            return Exit.DONE;
        }
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        List<Panel.Row> rows = new ArrayList<>();
        List<Panel.Row> orphans = new ArrayList<>();
        int[] seen = new int[1];
        each(call, found -> {
            StoredFindings kept = ProblemRows.only(found, asked);
            for (Findings.Problem problem : kept.findings().problems()) {
                seen[0]++;
                if (seen[0] <= limit) {
                    output.row(ProblemRows.row(kept, problem));
                    rows.addAll(output.isJson() ? List.of() : ProblemPanels.rows(kept, problem));
                }
            }
            if (seen[0] <= limit) {
                kept.findings().remedies().forEach(it -> output.row(ProblemRows.row(kept, it)));
                kept.findings().links().forEach(it -> output.row(ProblemRows.row(kept, it)));
                orphans.addAll(output.isJson() ? List.of() : ProblemPanels.orphans(kept));
            }
        });
        ProblemPanels.Beside beside =
                new ProblemPanels.Beside(orphans, discrepancies(call, output), shortfalls(call, output, limit));
        output.show(ProblemPanels.panel(rows, beside, seen[0], limit));
        return Exit.DONE;
    }

    /// What does not go together, of the reports asked for by name.
    private List<Panel.Row> discrepancies(CommandCall call, Output output) {
        if (call.option("--report").isEmpty() && call.option("--org").isEmpty()) {
            return List.of();
        }
        List<StoredFindings> found = new ArrayList<>();
        each(call, found::add);
        List<Panel.Row> rows = new ArrayList<>();
        for (StoredFindings it : found) {
            for (Discrepancy discrepancy : discrepancies.about(it)) {
                output.row(ProblemRows.row(it, discrepancy));
                rows.add(ProblemPanels.row(it, discrepancy));
            }
        }
        return rows;
    }

    /// What figures show, of the reports asked for; of all of them only when nothing else is asked.
    private List<Panel.Row> shortfalls(CommandCall call, Output output, int limit) {
        List<Panel.Row> rows = new ArrayList<>();
        String category = call.option("--category").orElse("");
        for (String report : asking(call)) {
            List<Shortfall> found = implicit.of(report).stream()
                    .filter(it -> it.category().contains(category))
                    .toList();
            found.forEach(it -> output.row(ProblemRows.row(report, it)));
            rows.addAll(output.isJson() ? List.of() : ProblemPanels.shortfalls(report, found));
            if (rows.size() >= limit) {
                return rows.subList(0, limit);
            }
        }
        return rows;
    }

    private List<String> asking(CommandCall call) {
        Optional<Scope> scope = call.option("--scope").map(ProblemsCommand::scope);
        boolean isOther = scope.filter(it -> it != Scope.IMPLICIT).isPresent();
        boolean isWide = scope.isEmpty() && call.option("--org").isEmpty();
        Optional<String> report = call.option("--report");
        if (isOther || report.isEmpty() && isWide) {
            return List.of();
        }
        return report.map(it -> List.of(reports.named(it).id()))
                .orElseGet(() -> reports.list(filter(call)).stream()
                        .map(ReportSummary::id)
                        .toList());
    }

    private List<StoredFindings> all(CommandCall call, Predicate<Findings.Problem> asked) {
        List<StoredFindings> all = new ArrayList<>();
        each(call, found -> all.add(ProblemRows.only(found, asked)));
        return all;
    }

    private void each(CommandCall call, Consumer<StoredFindings> each) {
        Optional<String> report = call.option("--report");
        if (report.isPresent()) {
            problems.of(reports.named(report.get()).id()).forEach(each);
            return;
        }
        problems.forEach(filter(call), each);
    }

    private static ReportFilter filter(CommandCall call) {
        YearRange years = call.option("--year").map(ProblemsCommand::years).orElse(new YearRange(0, 0));
        return new ReportFilter(call.option("--org").orElse(""), years.first(), years.last(), Optional.empty());
    }

    private static YearRange years(String words) {
        YearRange range = YearRange.read(words)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }

    private static Predicate<Findings.Problem> asked(CommandCall call) {
        Optional<Scope> scope = call.option("--scope").map(ProblemsCommand::scope);
        String category = call.option("--category").orElse("");
        return it -> scope.filter(wanted -> wanted != it.scope()).isEmpty()
                && (category.isEmpty() || it.category().contains(category));
    }

    private static Scope scope(String words) {
        return Arrays.stream(Scope.values())
                .filter(it -> it.id().equals(words))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no scope.",
                        Nearest.hint(
                                words,
                                Arrays.stream(Scope.values()).map(Scope::id).toList())));
    }
}
