package gewu.kernel.intake;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;

/// Reads from a text who reports, about which year, and what kind of report it is. All threads may share
/// one instance.
final class FactReader {

    /// The facts of a report.
    ///
    /// @param fileName the last part of the path it came from; asked last, when the text is silent
    ReportFacts read(String fileName, SourceText source, Outline outline) {
        String title = fileName;
        if (!outline.paragraphs().isEmpty()) {
            Paragraph first = outline.paragraphs().getFirst();
            title = CleanText.of(source.text(), first.start(), first.end()).text();
        }
        return new ReportFacts(title, "", "", 0, ReportKind.OTHER);
    }
}
