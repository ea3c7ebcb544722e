package gewu.notebook;

import gewu.api.report.Anchor;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Reports;
import gewu.api.report.Whereabouts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds anchors in the reports of the workspace. It keeps the report that was asked for last, and no
/// other: ask for
/// those of one report one after another. For one thread.
final class PlaceFinder {
    private final Reports reports;
    private @Nullable String last;
    private Optional<Report> report = Optional.empty();
    private Optional<ReportAnchors> anchors = Optional.empty();

    PlaceFinder(Reports reports) {
        this.reports = reports;
    }

    Located find(Anchor anchor) {
        if (!anchor.report().equals(last)) {
            last = anchor.report();
            report = reports.find(anchor.report());
            anchors = report.map(ReportAnchors::of);
        }
        return new Located(anchor, report, anchors.map(it -> it.find(anchor)).orElseGet(Whereabouts.Gone::new));
    }
}
