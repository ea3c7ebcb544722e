package gewu.importpdf;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
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

    /// Held, so that the level set here is not forgotten: PDFBox tells of every oddity of every file.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    PdfImporter() {
        PDFBOX.setLevel(Level.OFF);
        FONTBOX.setLevel(Level.OFF);
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    @Override
    public Reading read(SourceFile file) throws IOException {
        PDDocument document;
        try {
            document = Loader.loadPDF(content(file), MemoryUsageSetting.setupMixed(MOST_MEMORY).streamCache);
        } catch (InvalidPasswordException locked) {
            return new Reading.Refused(
                    "It is protected by a password.", "Save a copy without the password, then import that copy.");
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return new Reading.Refused(
                    "It is damaged and can't be opened as a PDF (" + told(damaged) + ").",
                    "Open it in a PDF viewer and print it to a new PDF, or ask for another copy; then import that.");
        }
        int pages = pages(document);
        if (pages < 1) {
            document.close();
            return new Reading.Refused(
                    "It has no pages.", "Open it in the program that made it and save it as a PDF again.");
        }
        return new Reading.Laid(new PdfDocument(document, pages));
    }

    private static RandomAccessRead content(SourceFile file) throws IOException {
        Optional<Path> local = file.local();
        if (local.isPresent()) {
            File onDisk = local.get().toFile();
            return new RandomAccessReadBufferedFile(onDisk);
        }
        return new RandomAccessReadBuffer(file.bytes());
    }

    /// The tree of pages may be a loop, or not be there.
    private static int pages(PDDocument document) {
        try {
            return document.getNumberOfPages();
        } catch (RuntimeException | StackOverflowError broken) {
            return 0;
        }
    }

    static String told(Throwable failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message.strip();
    }
}
