package gewu.importpdf;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/// A PDF that is open for reading.
final class PdfDocument implements LaidDocument {
    private static final double MOST_PIXELS = 60_000_000;
    private static final double MOST_PIXELS_OF_AN_IMAGE = 150_000_000;
    private static final int LEAST_DPI = 100;
    private static final double POINTS_AN_INCH = 72;

    private final PDDocument document;
    private final int pages;
    private final Jbig2 jbig2;
    private final String remark;
    private final Layers layers;
    private @Nullable PageScan last;
    private int lastNumber;

    PdfDocument(PDDocument document, int pages, Jbig2 jbig2, String remark) {
        this.document = document;
        this.pages = pages;
        this.jbig2 = jbig2;
        this.remark = remark;
        this.layers = new Layers(document.getDocumentCatalog().getOCProperties());
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public LaidPage page(int number) throws IOException {
        return scan(number).laidPage(number);
    }

    @Override
    public BufferedImage picture(int number, int dpi) throws IOException {
        PageScan scan = scan(number);
        if (scan.mostPixelsOfAnImage() > MOST_PIXELS_OF_AN_IMAGE) {
            throw new IOException("a picture on it has more than " + Math.round(MOST_PIXELS_OF_AN_IMAGE / 1_000_000)
                    + " million pixels, which is no scan of a page");
        }
        try {
            float fitting = fitting(page(document, number), dpi);
            BufferedImage drawn = jbig2.during(
                    () -> new WholePicture(document).renderImageWithDPI(number - 1, fitting, ImageType.GRAY));
            return turned(drawn, scan.quarterTurns());
        } catch (EOFException | RuntimeException | StackOverflowError broken) {
            throw new IOException("it can't be drawn (" + PdfImporter.told(broken) + ")", broken);
        }
    }

    /// The highest resolution up to the one wanted at which the page is no giant, for the library, which takes each
    /// unit of the page for a point.
    private static float fitting(PDPage page, int dpi) throws IOException {
        PDRectangle box = page.getCropBox();
        double unit = page.getUserUnit();
        double width = box.getWidth() * unit / POINTS_AN_INCH;
        double height = box.getHeight() * unit / POINTS_AN_INCH;
        double most = Math.sqrt(MOST_PIXELS / Math.max(width * height, 0.01));
        if (most < LEAST_DPI) {
            throw new IOException("it is " + Math.round(width) + " by " + Math.round(height)
                    + " inches large, too large to be drawn");
        }
        return (float) (Math.min(dpi, most) * unit);
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(quarters);
        boolean isSideways = quarters % 2 == 1;
        int width = isSideways ? picture.getHeight() : picture.getWidth();
        int height = isSideways ? picture.getWidth() : picture.getHeight();
        AffineTransform back = AffineTransform.getTranslateInstance(
                quarters == 1 || quarters == 2 ? width : 0, quarters == 2 || quarters == 3 ? height : 0);
        back.concatenate(turn);
        return new AffineTransformOp(back, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(picture, new BufferedImage(width, height, picture.getType()));
    }

    /// The house asks for a page's picture right after its words.
    private PageScan scan(int number) throws IOException {
        PageScan known = last;
        if (known != null && lastNumber == number) {
            return known;
        }
        try {
            PageScan scan = new PageScan(page(document, number), layers);
            scan.run();
            last = scan;
            lastNumber = number;
            return scan;
        } catch (EOFException | RuntimeException | StackOverflowError broken) {
            throw new IOException("it is damaged (" + PdfImporter.told(broken) + ")", broken);
        }
    }

    private static PDPage page(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        if (page.getCOSObject().containsKey(PageTree.LOST)) {
            throw new IOException("it is not in the file, which is cut off or damaged");
        }
        if (isEmpty(page.getMediaBox())) {
            page.setMediaBox(PDRectangle.A4);
        }
        if (isEmpty(page.getCropBox())) {
            page.setCropBox(page.getMediaBox());
        }
        return page;
    }

    private static boolean isEmpty(PDRectangle box) {
        return !(box.getWidth() >= 1 && box.getHeight() >= 1);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
