package gewu.importpdf;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads PDF files page by page. What is damaged, PDFBox mends where it can; the rest is refused with the reason.
final class PdfImporter implements ReportImporter {
    /// Streams of a document that are open at a time are kept in memory up to this; the rest goes to a temporary file.
    private static final long MOST_MEMORY = 48_000_000;

    private static final long MOST_STORAGE = 1_000_000_000;
    private static final MemoryUsageSetting MEMORY = MemoryUsageSetting.setupMixed(MOST_MEMORY, MOST_STORAGE);

    /// Held, so that the level set here is not forgotten: PDFBox tells of every oddity of every file.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    private final Jbig2 jbig2 = new Jbig2();

    PdfImporter() {
        PDFBOX.setLevel(Level.OFF);
        FONTBOX.setLevel(Level.OFF);
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    @Override
    public Reading read(SourceFile file) throws IOException {
        RandomAccessRead content = content(file);
        Reading reading = null;
        try {
            MendingParser parser = new MendingParser(content, MEMORY.streamCache);
            reading = reading(parser.parse(), parser.pages());
            return reading;
        } catch (InvalidPasswordException locked) {
            return new Reading.Refused(
                    "It is protected by a password.", "Save a copy without the password, then import that copy.");
        } catch (IOException | RuntimeException | StackOverflowError | NoClassDefFoundError damaged) {
            return refused(damaged);
        } finally {
            if (!(reading instanceof Reading.Laid)) {
                content.close();
            }
        }
    }

    private Reading reading(PDDocument document, int pages) throws IOException {
        Optional<Reading.Refused> refusal = refusal(document, pages);
        if (refusal.isPresent()) {
            document.close();
            return refusal.get();
        }
        return new Reading.Laid(new PdfDocument(document, pages, jbig2, Attachments.remark(document)));
    }

    private static Optional<Reading.Refused> refusal(PDDocument document, int pages) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (pages < 1) {
            return Optional.of(new Reading.Refused(
                    "It has no pages.", "Open it in the program that made it and save it as a PDF again."));
        }
        if (isForAdobeOnly(catalog, pages)) {
            return Optional.of(new Reading.Refused(
                    "It is a form (XFA) whose words only Adobe's own programs can show.",
                    "Open it in Adobe Acrobat Reader, print it to a new PDF, then import that."));
        }
        boolean isPortfolio = pages == 1 && catalog.getCOSDictionary(COSName.COLLECTION) != null;
        return isPortfolio
                ? Optional.of(new Reading.Refused(
                        "It is a portfolio: its documents stand inside it as attachments.",
                        "Open it in a PDF viewer, save the attachments, then import those."))
                : Optional.empty();
    }

    /// Such a file has one page, which asks the reader to get another program.
    private static boolean isForAdobeOnly(COSDictionary catalog, int pages) {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null || !form.containsKey(COSName.XFA)) {
            return false;
        }
        COSArray fields = form.getCOSArray(COSName.FIELDS);
        return catalog.getBoolean(COSName.getPDFName("NeedsRendering"), false)
                || (pages == 1 && (fields == null || fields.size() == 0));
    }

    private static Reading.Refused refused(Throwable failed) {
        String reason = told(failed);
        boolean isLocked = failed instanceof NoClassDefFoundError || reason.startsWith("No security handler");
        return isLocked
                ? new Reading.Refused(
                        "It is protected by a certificate or a special program.",
                        "Open it where it can be read, print it to a new PDF without protection, then import that.")
                : new Reading.Refused(
                        "It is damaged and can't be opened as a PDF (" + reason + ").",
                        "Open it in a PDF viewer and print it to a new PDF, or ask for another copy; then import that.");
    }

    private static RandomAccessRead content(SourceFile file) throws IOException {
        Optional<Path> local = file.local();
        return local.isPresent()
                ? new RandomAccessReadBufferedFile(local.get().toFile())
                : new RandomAccessReadBuffer(file.bytes());
    }

    static String told(Throwable failed) {
        if (failed instanceof EOFException) {
            return "something in it ends too early";
        }
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message.strip();
    }
}
