package gewu.importweb;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.util.List;

/// Reads a web page: its main text, one paragraph a line, with its tables. See the README for what is text and what is
/// not. Nothing that a page refers to is ever fetched.
final class HtmlImporter implements ReportImporter {
    private final PageDecoder decoder = new PageDecoder();

    @Override
    public Reading read(SourceFile file) throws IOException {
        try {
            SavedPage page = new SavedPage("", "", "", file.bytes());
            return new WebPage(decoder, List.of(page)).read(WebPage.Around.of(file));
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }
}
