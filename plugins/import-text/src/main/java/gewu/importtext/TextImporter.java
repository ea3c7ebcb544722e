package gewu.importtext;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.TextDecoder;
import gewu.api.report.Page;
import gewu.api.report.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a plain text file: the source text is the decoded file without its byte order mark, line ends untouched, and
/// each form feed ends a page.
final class TextImporter implements ReportImporter {
    private final TextDecoder decoder = new TextDecoder();

    @Override
    public Reading read(SourceFile file) throws IOException {
        return switch (decoder.decode(file.bytes())) {
            case TextDecoder.Decoded.Words(var text)
            when text.isBlank() ->
                new Reading.Refused(
                        "The file holds nothing but white space.",
                        "Check that the right file was saved, then import it again.");
            case TextDecoder.Decoded.Words(var text) -> new Reading.Text(new SourceText(text, pagesOf(text)));
            case TextDecoder.Decoded.NoText(var why, var remedy) -> new Reading.Refused(why, remedy);
        };
    }

    /// A page reaches up to and includes its form feed; a form feed at the very end opens no further page.
    private static List<Page> pagesOf(String text) {
        List<Page> pages = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\f', start);
            int end = feed < 0 ? text.length() : feed + 1;
            pages.add(new Page(pages.size() + 1, start, end));
            start = end;
        }
        return pages;
    }
}
