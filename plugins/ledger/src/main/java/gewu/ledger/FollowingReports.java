package gewu.ledger;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.problem.Problems;
import gewu.api.report.Reports;
import gewu.api.workbench.Upkeep;
import java.util.Optional;

/// Keeps the ledger's sources at their sentences when reports get new versions or are read anew. Only
/// reports that stand in the ledger are followed: taking a report in is a person's word.
final class FollowingReports implements Upkeep {
    private final ReportTaker taker;

    FollowingReports(Reports reports, Problems problems, Ledger ledger) {
        this.taker = new ReportTaker(reports, problems, ledger);
    }

    @Override
    public Optional<Label> run(Progress progress) {
        Taken taken = taker.follow(Actor.SYSTEM, progress);
        return taken.batches().isEmpty() ? Optional.empty() : Optional.of(told(taken));
    }

    /// What came of it, in a sentence.
    static Label told(Taken it) {
        return new Label(
                "看了 " + it.reports() + " 份报告：新增 " + it.added() + " 项，" + it.same() + " 项不变，" + it.changed() + " 项随报告更新，"
                        + it.lost() + " 处原文失联。",
                it.reports() + " reports: " + it.added() + " new items, " + it.same() + " as before, " + it.changed()
                        + " follow their report, " + it.lost() + " sentences are gone.");
    }
}
