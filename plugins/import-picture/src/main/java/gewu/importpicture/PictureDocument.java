package gewu.importpicture;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// A picture, or a TIFF of many, as pages without words.
final class PictureDocument implements LaidDocument {
    /// More pixels are read with some left out.
    private static final long MOST_PIXELS = 100_000_000;

    /// No scanner makes more; a header that claims so is a bomb.
    private static final long SANE_PIXELS = 1_000_000_000;

    private static final double POINTS_AN_INCH = 72;
    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final double A4_WIDTH = 595;
    private static final int LEAST_DPI = 50;
    private static final int MOST_DPI = 2_400;

    private final ImageReader reader;
    private final ImageInputStream in;
    private final int pages;
    private final Turn turn;

    private PictureDocument(ImageReader reader, ImageInputStream in, int pages, Turn turn) {
        this.reader = reader;
        this.in = in;
        this.pages = pages;
        this.turn = turn;
    }

    static PictureDocument of(ImageReader reader, ImageInputStream in) throws IOException {
        boolean isTiff = reader.getFormatName().equalsIgnoreCase("tif")
                || reader.getFormatName().equalsIgnoreCase("tiff");
        if (isTiff) {
            TiffChain.refuseCircle(in);
        }
        int pages = isTiff ? reader.getNumImages(true) : 1;
        return new PictureDocument(reader, in, pages, Turn.of(reader, in));
    }

    /// Why these pictures can't be read; empty if they can.
    Optional<Reading.Refused> refusal() throws IOException {
        for (int i = 0; i < pages; i++) {
            long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
            if (reader.getWidth(i) < 1 || reader.getHeight(i) < 1) {
                return Optional.of(new Reading.Refused(
                        "It is damaged: it claims to have " + reader.getWidth(i) + " by " + reader.getHeight(i)
                                + " pixels.",
                        "Open it in a picture viewer and save it as PNG or TIFF, or scan it again."));
            }
            if (pixels > SANE_PIXELS) {
                return Optional.of(new Reading.Refused(
                        "It claims to have " + reader.getWidth(i) + " by " + reader.getHeight(i)
                                + " pixels, more than a scan of a page can have.",
                        "Scan the page again at 300 dpi."));
            }
        }
        return pages < 1
                ? Optional.of(new Reading.Refused("It holds no picture.", "Save it again, or scan it again."))
                : Optional.empty();
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public LaidPage page(int number) throws IOException {
        try {
            int width = reader.getWidth(number - 1);
            int height = reader.getHeight(number - 1);
            double dpi = dpi(number - 1).orElse(Math.min(width, height) / (A4_WIDTH / POINTS_AN_INCH));
            double wide = width / dpi * POINTS_AN_INCH;
            double high = height / dpi * POINTS_AN_INCH;
            boolean isSideways = turn.isSideways();
            return new LaidPage(number, isSideways ? high : wide, isSideways ? wide : high, List.of(), List.of(), 0, 1);
        } catch (IOException | RuntimeException damaged) {
            throw new IOException("it is damaged (" + PictureImporter.told(damaged) + ")", damaged);
        }
    }

    @Override
    public BufferedImage picture(int number, int dpi) throws IOException {
        try {
            long pixels = (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
            ImageReadParam how = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
            if (step > 1) {
                how.setSourceSubsampling(step, step, 0, 0);
            }
            return turn.upright(grey(reader.read(number - 1, how)));
        } catch (OutOfMemoryError tooLarge) {
            // Readers make room for what a head claims, at once: where that is too much, nothing else is lost.
            throw new IOException("it claims to be larger than there is memory", tooLarge);
        } catch (IOException | RuntimeException damaged) {
            throw new IOException("it is damaged (" + PictureImporter.told(damaged) + ")", damaged);
        }
    }

    /// White where the picture is transparent.
    private static BufferedImage grey(BufferedImage picture) {
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        pen.drawImage(picture, new AffineTransform(), null);
        pen.dispose();
        return grey;
    }

    /// The resolution that the file states, if it is sane.
    private Optional<Double> dpi(int index) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(index);
            if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
                return Optional.empty();
            }
            Node root = metadata.getAsTree("javax_imageio_1.0");
            NodeList sizes = ((IIOMetadataNode) root).getElementsByTagName("HorizontalPixelSize");
            if (sizes.getLength() == 0 || !(sizes.item(0) instanceof IIOMetadataNode size)) {
                return Optional.empty();
            }
            double millimetres = Double.parseDouble(size.getAttribute("value"));
            double dpi = millimetres <= 0 ? 0 : MILLIMETRES_AN_INCH / millimetres;
            // 72 and 96 are what programs write that do not know.
            boolean isKnown = dpi >= LEAST_DPI && dpi <= MOST_DPI && Math.round(dpi) != 72 && Math.round(dpi) != 96;
            return isKnown ? Optional.of(dpi) : Optional.empty();
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
