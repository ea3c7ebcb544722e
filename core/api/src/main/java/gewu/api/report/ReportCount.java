package gewu.api.report;

/// How many reports there are, and of how many organisations; those without one are none of any.
public record ReportCount(long reports, long organisations) {}
