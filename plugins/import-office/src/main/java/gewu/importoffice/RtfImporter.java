package gewu.importoffice;

import com.rtfparserkit.parser.raw.RawRtfParser;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads Rich Text documents (.rtf, and .doc files that are Rich Text inside). See the README for what is text and what
/// is not.
final class RtfImporter implements ReportImporter {
    private static final String SAVE_AGAIN = "Open it in Word or WPS, save it again, then import that copy.";

    @Override
    public Reading read(SourceFile file) throws IOException {
        try {
            return read(new RtfBytes(file.bytes()));
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    private static Reading read(RtfBytes bytes) throws IOException {
        if (!bytes.isRichText()) {
            throw new Unreadable(
                    "The file is not a Rich Text document, whatever its name says.",
                    "Check that the right file was saved; else open it in Word or WPS and save it as .docx.");
        }
        RtfReader reader = new RtfReader(bytes);
        parse(bytes, reader);
        if (!reader.isWhole()) {
            throw new Unreadable(
                    "The file is cut off: " + reader.open() + " of its groups never end.",
                    "Ask for the file again, or open it in Word or WPS, check it, save it, and import that copy.");
        }
        Flow flow = reader.finish();
        if (flow.hasWords()) {
            return flow.reading();
        }
        return reader.hasPictures()
                ? new Reading.Refused(
                        "The document holds pictures but no words.",
                        "Save it as PDF and import that, so that the words in its pictures are recognised.")
                : new Reading.Refused(
                        "The document holds no words.", "Check that the right file was saved, then import it again.");
    }

    /// The library says by exceptions of every kind what it can't read.
    private static void parse(RtfBytes bytes, RtfReader reader) throws Unreadable {
        try {
            new RawRtfParser().parse(bytes, reader);
        } catch (Unreadable reason) {
            throw reason;
        } catch (UncheckedIOException carried) {
            throw carried.getCause() instanceof Unreadable reason ? reason : damaged(bytes, carried);
        } catch (EOFException cutOff) {
            // the reader knows that groups are open
        } catch (IOException | RuntimeException broken) {
            if (!bytes.isAtEnd() || reader.isWhole()) {
                throw damaged(bytes, broken);
            }
        }
    }

    private static Unreadable damaged(RtfBytes bytes, Exception cause) {
        return new Unreadable(
                "The file is damaged: what stands before byte " + bytes.position() + " is no Rich Text.",
                SAVE_AGAIN,
                cause);
    }
}
