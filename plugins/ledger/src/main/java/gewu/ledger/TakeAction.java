package gewu.ledger;

import gewu.api.job.Progress;
import gewu.api.problem.Problems;
import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `gewu ledger take`: brings what finders found in reports to the ledger (收录).
final class TakeAction {
    private static final Set<Role> WHO = Set.of(Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR);

    private final Reports reports;
    private final ReportTaker taker;

    TakeAction(Reports reports, Problems problems, Ledger ledger) {
        this.reports = reports;
        this.taker = new ReportTaker(reports, problems, ledger);
    }

    /// Takes the report, or the reports, that a call names; all of them if it names none.
    Taken take(List<String> words, CommandCall call, Actor who) {
        if (!words.isEmpty()) {
            throw Fault.usage(
                    "“take” takes no “" + words.getFirst() + "”.",
                    "Write it like gewu ledger take --report 水利局2024, or gewu ledger take --org 水利局 --year 2024.");
        }
        if (who.roles().stream().noneMatch(WHO::contains)) {
            throw Fault.usage(
                    "Reports are taken in by 录入员 or 督办员.", "Ask one of them; gewu ledger parties lists who is who.");
        }
        Actor program = new Actor(who.name(), Set.of(Role.SYSTEM), who.unit());
        int year = call.number("--year", 0);
        ReportFilter filter =
                new ReportFilter(call.option("--org").map(String::strip).orElse(""), year, year, Optional.empty());
        return call.option("--report")
                .map(report -> taker.take(reports.named(report), program))
                .orElseGet(() -> taker.take(filter, program, Progress.NONE));
    }

    static DataRow row(Taken it) {
        return DataRow.of("taken")
                .with("reports", it.reports())
                .with("added", it.added())
                .with("same", it.same())
                .with("changed", it.changed())
                .with("lost", it.lost())
                .with("batches", it.batches());
    }
}
