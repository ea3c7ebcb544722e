package gewu.kernel.version;

import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reports that may be or are versions of one; with two reports, what changed from the first to the second.
final class VersionsView implements View {
    private final Reports reports;
    private final VersionBook book;
    private final FormerTexts texts;

    VersionsView(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.book = new VersionBook(store, clock);
        this.texts = new FormerTexts(reports, store);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String old = parameters.getOrDefault("old", "");
        String now = parameters.getOrDefault("new", "");
        if (!old.isEmpty() && !now.isEmpty()) {
            Report before = texts.named(old);
            Report after = texts.named(now);
            return VersionPanels.beside(before, after, Comparison.of(before, after));
        }
        return VersionPanels.list(
                book.offers().stream()
                        .filter(it -> it.state() == VersionOffer.State.OFFERED)
                        .toList(),
                book.chains().all(),
                byId(reports));
    }

    static Map<String, ReportSummary> byId(Reports reports) {
        return reports.list(ReportFilter.ALL).stream()
                .collect(Collectors.toMap(ReportSummary::id, Function.identity()));
    }
}
