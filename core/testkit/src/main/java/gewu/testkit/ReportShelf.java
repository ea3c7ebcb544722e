package gewu.testkit;

import gewu.api.WorkbenchException;
import gewu.api.report.PageLook;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Change;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Reports in memory, whose coming and going is told to a real store's change log. Safe for all threads.
public final class ReportShelf implements Reports {
    private final Store store;
    private final Map<String, Report> reports = new ConcurrentSkipListMap<>();

    public ReportShelf(Store store) {
        this.store = store;
    }

    /// Puts a report on the shelf, in place of an older version.
    public void put(Report report) {
        store.inTransaction(() -> {
            Change.Kind kind = reports.put(report.id(), report) == null ? Change.Kind.ADDED : Change.Kind.UPDATED;
            store.changed("report", report.id(), kind);
        });
    }

    /// Takes a report away.
    public void remove(String id) {
        store.inTransaction(() -> {
            reports.remove(id);
            store.changed("report", id, Change.Kind.REMOVED);
        });
    }

    /// All reports, by id.
    public List<Report> all() {
        return List.copyOf(reports.values());
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter) {
        return reports.values().stream()
                .filter(report -> keeps(filter, report))
                .sorted(Comparator.comparing((Report report) -> report.facts().org())
                        .thenComparing(report -> report.facts().year())
                        .thenComparing(Report::id))
                .map(ReportShelf::summary)
                .toList();
    }

    @Override
    public Optional<Report> find(String id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public Optional<PageLook> look(String report, int page) {
        return Optional.empty();
    }

    @Override
    public ReportSummary named(String words) {
        List<ReportSummary> meant = list(ReportFilter.ALL).stream()
                .filter(summary -> summary.id().startsWith(words)
                        || summary.file().equals(words)
                        || summary.facts().title().contains(words))
                .toList();
        if (meant.size() != 1) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "“" + words + "” means " + meant.size() + " reports.",
                    "Give the whole id; on the shelf are " + reports.keySet() + ".");
        }
        return meant.getFirst();
    }

    private static boolean keeps(ReportFilter filter, Report report) {
        int year = report.facts().year();
        return report.facts().org().contains(filter.org())
                && (filter.from() == 0 || year >= filter.from())
                && (filter.to() == 0 || year <= filter.to())
                && filter.kind().stream()
                        .allMatch(kind -> kind == report.facts().kind());
    }

    private static ReportSummary summary(Report report) {
        return new ReportSummary(
                report.id(),
                report.version(),
                report.facts(),
                report.pages().size(),
                report.paragraphs().size(),
                report.text().length(),
                report.id() + ".txt",
                "text/plain",
                "",
                Instant.EPOCH);
    }
}
