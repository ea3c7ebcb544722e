package gewu.kernel.version;

import gewu.api.WorkbenchException;
import gewu.api.report.Page;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.report.SourceText;
import gewu.api.store.Store;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reports that people name, also as they were before their file changed: `ab12@1` is the first text of `ab12`.
final class FormerTexts {
    private static final Pattern FORMER = Pattern.compile("(?<report>.+)@(?<version>\\d{1,6})");
    private static final String TEXT = "SELECT text FROM report_text WHERE report = ? AND version = ?";
    private static final String PAGES =
            "SELECT number, start_at, end_at FROM page WHERE report = ? AND version = ? ORDER BY number";
    private static final String PARAGRAPHS = """
            SELECT number, page, section, start_at, end_at FROM paragraph
             WHERE report = ? AND version = ? ORDER BY number""";

    private final Reports reports;
    private final Store store;

    FormerTexts(Reports reports, Store store) {
        this.reports = reports;
        this.store = store;
    }

    /// The report that `words` mean, without its sections where it is a former text.
    Report named(String words) {
        Matcher former = FORMER.matcher(words.strip());
        if (!former.matches()) {
            return newest(reports.named(words).id());
        }
        Report newest = newest(reports.named(former.group("report")).id());
        int version = Integer.parseInt(former.group("version"));
        return version == newest.version() ? newest : former(newest, version);
    }

    Report newest(String id) {
        return reports.find(id)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no report " + id + ".",
                        "List what is there with gewu reports."));
    }

    /// A report as its file was when it was read for the `version`th time.
    Report former(Report newest, int version) {
        String id = newest.id();
        String text = store.first(TEXT, row -> row.text("text"), id, version)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "The file of " + id + " has been read with " + newest.version()
                                + (newest.version() == 1 ? " text; there is no " : " texts; there is no ") + version
                                + ".",
                        "Write it like " + id + "@1."));
        List<Page> pages = store.query(
                PAGES,
                row -> new Page((int) row.number("number"), (int) row.number("start_at"), (int) row.number("end_at")),
                id,
                version);
        List<Paragraph> paragraphs = store.query(
                PARAGRAPHS,
                row -> new Paragraph(
                        (int) row.number("number"),
                        (int) row.number("page"),
                        (int) row.number("section"),
                        (int) row.number("start_at"),
                        (int) row.number("end_at")),
                id,
                version);
        return new Report(id, version, newest.facts(), new SourceText(text, pages), paragraphs, List.of());
    }
}
