package gewu.workbench.page;

import gewu.api.report.ReportFilter;
import java.util.List;
import java.util.Map;

/// The list of reports, a page of it.
///
/// @param lines  those of this page
/// @param filter which reports are listed
/// @param from   how many stand on the pages before
/// @param total  how many there are on all pages
public record ReportsPage(List<ReportLine> lines, ReportFilter filter, long from, long total) {
    /// How many a page holds.
    static final int LINES = 200;

    public ReportsPage {
        lines = List.copyOf(lines);
    }

    /// How many stand before the last page.
    static long startOfLast(long total) {
        return Math.max(0, total - 1) / LINES * LINES;
    }

    /// Whether all there are were asked for.
    public boolean isOfAll() {
        return filter.equals(ReportFilter.ALL);
    }

    /// Whether there is more than one page of all, so that people look for theirs by organisation and year.
    public boolean isLong() {
        return total > LINES || !isOfAll();
    }

    /// The year asked for; empty for any.
    public String year() {
        return filter.from() == 0 ? "" : String.valueOf(filter.from());
    }

    /// Where the page before is; empty on the first.
    public String earlier() {
        return from == 0 ? "" : address(Math.max(0, from - LINES));
    }

    /// Where the page behind is; empty on the last.
    public String later() {
        return from + LINES >= total ? "" : address(from + LINES);
    }

    /// Where the last page is.
    public String last() {
        return address(startOfLast(total));
    }

    /// Where the first page is.
    public String first() {
        return address(0);
    }

    private String address(long start) {
        return Link.with(
                "/reports",
                Map.of("org", filter.org(), "year", year()),
                "from",
                start == 0 ? "" : String.valueOf(start));
    }
}
