package gewu.workbench.page;

/// A report in the list of all.
public record ReportLine(
        String id,
        String address,
        String title,
        String org,
        String year,
        String kind,
        String pages,
        String paragraphs,
        String on) {}
