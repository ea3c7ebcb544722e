package gewu.importofd;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.util.List;

/// Reads OFD files page by page; a file of several documents is read as one, in their order. Signed files are read like
/// others, encrypted ones are refused.
final class OfdImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) throws IOException {
        Parts parts;
        try {
            parts = Parts.of(file);
        } catch (Unreadable reason) {
            return reason.refused();
        }
        try {
            List<Sheet> sheets = Volume.sheets(parts);
            return new Reading.Laid(new OfdDocument(parts, sheets));
        } catch (Unreadable reason) {
            parts.close();
            return reason.refused();
        } catch (IOException | RuntimeException unexpected) {
            parts.close();
            throw unexpected;
        }
    }

    static String told(Throwable failed) {
        String message = failed.getMessage();
        String words = message == null || message.isBlank() ? failed.getClass().getSimpleName() : message.strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
