package gewu.api.report;

import java.util.Optional;

/// Which reports: the parts that are given must all hold.
///
/// @param org  part of the organisation's name; empty for any
/// @param from first year; 0 for any
/// @param to   last year, inclusive; 0 for any
public record ReportFilter(String org, int from, int to, Optional<ReportKind> kind) {
    /// All reports.
    public static final ReportFilter ALL = new ReportFilter("", 0, 0, Optional.empty());
}
