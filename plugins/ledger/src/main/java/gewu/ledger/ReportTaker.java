package gewu.ledger;

import gewu.api.job.Progress;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings what finders found in reports to the ledger (收录), some reports at a time, so that it never holds all of them.
final class ReportTaker {
    /// One batch, which can be taken back as one.
    private static final int AT_ONCE = 100;

    private final Reports reports;
    private final Problems problems;
    private final Ledger ledger;

    ReportTaker(Reports reports, Problems problems, Ledger ledger) {
        this.reports = reports;
        this.problems = problems;
        this.ledger = ledger;
    }

    /// Takes all problems of the reports, and follows those that stand in the ledger already.
    Taken take(ReportFilter filter, Actor actor, Progress progress) {
        Set<String> ids = new LinkedHashSet<>();
        problems.forEach(filter, it -> ids.add(it.report()));
        Map<String, ReportSummary> there = summaries(filter);
        boolean isAll = filter.equals(ReportFilter.ALL);
        ledger.items().reports().stream()
                .filter(it -> isAll || there.containsKey(it))
                .forEach(ids::add);
        return take(List.copyOf(ids), there, actor, progress);
    }

    /// Takes one report.
    Taken take(ReportSummary report, Actor actor) {
        return take(List.of(report.id()), Map.of(report.id(), report), actor, Progress.NONE);
    }

    /// Holds the reports that stand in the ledger and have changed since the last time against what they say now; those
    /// that are as they were taken last are left alone, and no other report comes in.
    Taken follow(Actor actor, Progress progress) {
        Ledger.News news = ledger.news();
        if (news.reports().isEmpty()) {
            return Taken.NOTHING;
        }
        Map<String, ReportSummary> there = summaries(ReportFilter.ALL);
        Map<String, String> taken = ledger.taken();
        List<String> changed = ledger.items().reports().stream()
                .filter(news.reports()::contains)
                .toList();
        progress.total(changed.size());
        List<String> other = new ArrayList<>();
        for (String id : changed) {
            progress.stopIfCancelled();
            progress.step(id);
            if (!taken.getOrDefault(id, "").equals(name(there.get(id), problems.of(id)))) {
                other.add(id);
            }
        }
        Taken all = take(other, there, actor, progress);
        ledger.lookedAt(news);
        return all;
    }

    private Map<String, ReportSummary> summaries(ReportFilter filter) {
        Map<String, ReportSummary> there = new LinkedHashMap<>();
        reports.list(filter).forEach(it -> there.put(it.id(), it));
        return there;
    }

    private Taken take(List<String> ids, Map<String, ReportSummary> there, Actor actor, Progress progress) {
        Taken all = Taken.NOTHING;
        progress.total(ids.size());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            progress.stopIfCancelled();
            Map<Reading, String> some = new LinkedHashMap<>();
            for (String id : ids.subList(from, Math.min(ids.size(), from + AT_ONCE))) {
                List<StoredFindings> found = problems.of(id);
                some.put(reading(id, there.get(id), found), name(there.get(id), found));
                progress.step(id);
            }
            all = all.and(ledger.take(some, actor));
        }
        return all;
    }

    private static Reading reading(String id, @Nullable ReportSummary report, List<StoredFindings> found) {
        List<Findings> findings = found.stream().map(StoredFindings::findings).toList();
        return report == null
                ? new Reading(id, "", 0, List.of())
                : new Reading(id, report.facts().org(), report.facts().year(), findings);
    }

    /// What a report was read as: its version and the editions of the finders.
    private static String name(@Nullable ReportSummary report, List<StoredFindings> found) {
        return report == null
                ? "gone"
                : report.version()
                        + found.stream()
                                .map(it -> " " + it.plugin() + "/" + it.finder() + " " + it.edition())
                                .collect(Collectors.joining());
    }
}
