package gewu.seeds;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Prints the pages of a PDF and scans them: grey, a little askew, each by another angle, with grain and the shade of
/// the paper, as JPEG, without any text.
final class Scan {
    private static final int DPI = 200;
    private static final float QUALITY = 0.26f;
    private static final int PAPER = 247;
    private static final double GRAIN = 0.9;
    private static final double LARGEST_SKEW = 0.7;

    private Scan() {}

    static void print(Path pdf, Path scan) throws IOException {
        Random random = new Random(2021);
        try (PDDocument paper = Loader.loadPDF(pdf.toFile());
                PDDocument scanned = new PDDocument()) {
            PDFRenderer printer = new PDFRenderer(paper);
            for (int i = 0; i < paper.getNumberOfPages(); i++) {
                BufferedImage image = printer.renderImageWithDPI(i, DPI, ImageType.GRAY);
                PDPage page = new PDPage(PDRectangle.A4);
                scanned.addPage(page);
                BufferedImage picture = laidAskew(image, random);
                try (PDPageContentStream content = new PDPageContentStream(scanned, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(scanned, picture, QUALITY, DPI),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            scanned.getDocumentInformation().setProducer("Gewu seeds");
            scanned.save(scan.toFile());
        }
    }

    private static BufferedImage laidAskew(BufferedImage image, Random random) {
        double degrees = (random.nextBoolean() ? 1 : -1) * LARGEST_SKEW * (0.4 + 0.6 * random.nextDouble());
        BufferedImage askew = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D glass = askew.createGraphics();
        glass.setColor(Color.WHITE);
        glass.fillRect(0, 0, askew.getWidth(), askew.getHeight());
        glass.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        glass.rotate(Math.toRadians(degrees), askew.getWidth() / 2.0, askew.getHeight() / 2.0);
        glass.drawImage(image, 0, 0, null);
        glass.dispose();
        for (int y = 0; y < askew.getHeight(); y++) {
            for (int x = 0; x < askew.getWidth(); x++) {
                int ink = askew.getRaster().getSample(x, y, 0);
                double grey = 25 + ink * (PAPER - 25) / 255.0 + random.nextGaussian() * GRAIN;
                askew.getRaster().setSample(x, y, 0, (int) Math.clamp(grey, 0, 255));
            }
        }
        return askew;
    }
}
