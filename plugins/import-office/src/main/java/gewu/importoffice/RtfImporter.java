package gewu.importoffice;

import com.rtfparserkit.parser.standard.StandardRtfParser;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Reads Rich Text documents (.rtf). See the README for what is text and what is not.
final class RtfImporter implements ReportImporter {
    private static final String SAVE_AGAIN = "Open it in Word or WPS, save it as .docx, then import that copy.";

    @Override
    public Reading read(SourceFile file) throws IOException {
        RtfBody body = new RtfBody();
        try (InputStream in = file.open()) {
            new StandardRtfParser().parse(new RtfSource(in, file.size()), body);
        } catch (UncheckedIOException reason) {
            if (reason.getCause() instanceof Unreadable unreadable) {
                return unreadable.refused();
            }
            throw reason.getCause();
        } catch (Unreadable reason) {
            return reason.refused();
        } catch (IOException | RuntimeException broken) {
            return new Reading.Refused(
                    body.isBegun()
                            ? "The file is cut off or damaged: its document does not end."
                            : "The file is damaged: it does not begin like a Rich Text document.",
                    SAVE_AGAIN);
        }
        try {
            return body.reading();
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }
}
