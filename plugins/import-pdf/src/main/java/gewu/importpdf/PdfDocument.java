package gewu.importpdf;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A PDF that is open for reading.
final class PdfDocument implements LaidDocument {
    private static final double MOST_PIXELS = 100_000_000;
    private static final double MOST_PIXELS_OF_AN_IMAGE = 300_000_000;
    private static final int LEAST_DPI = 100;
    private static final double POINTS_AN_INCH = 72;

    private final PDDocument document;
    private final int pages;

    PdfDocument(PDDocument document, int pages) {
        this.document = document;
        this.pages = pages;
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public LaidPage page(int number) throws IOException {
        return scan(number).laidPage(number);
    }

    @Override
    public BufferedImage picture(int number, int dpi) throws IOException {
        if (scan(number).mostPixelsOfAnImage() > MOST_PIXELS_OF_AN_IMAGE) {
            throw new IOException("a picture on it has more than 300 million pixels, which is no scan of a page");
        }
        try {
            PDPage page = document.getPage(number - 1);
            int fitting = fitting(page, dpi);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImageWithDPI(number - 1, fitting, ImageType.GRAY);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("it can't be drawn (" + PdfImporter.told(broken) + ")", broken);
        }
    }

    /// The highest resolution up to the one wanted at which the page is no giant.
    private static int fitting(PDPage page, int dpi) throws IOException {
        PDRectangle box = page.getCropBox();
        double inches = box.getWidth() * box.getHeight() / (POINTS_AN_INCH * POINTS_AN_INCH);
        double most = Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01)) / Math.max(1, page.getUserUnit());
        if (most < LEAST_DPI) {
            throw new IOException("it is " + Math.round(box.getWidth() / POINTS_AN_INCH) + " by "
                    + Math.round(box.getHeight() / POINTS_AN_INCH) + " inches large, too large to be drawn");
        }
        return (int) Math.min(dpi, most);
    }

    private PageScan scan(int number) throws IOException {
        try {
            PageScan scan = new PageScan(document.getPage(number - 1));
            scan.run();
            return scan;
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("it is damaged (" + PdfImporter.told(broken) + ")", broken);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
