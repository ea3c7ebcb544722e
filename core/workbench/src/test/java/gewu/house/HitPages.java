package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Box;
import gewu.api.report.Mark;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/// The pages of a file with the rectangles of hits on them, and what really stands there: the ink is looked for on the
/// rendered page, the words are asked of the text layer by the library's own text stripper. A scan has no text layer;
/// its words are asked of the file from which it was printed, which has them at the same places once a page is turned
/// straight.
final class HitPages implements AutoCloseable {
    private static final int DPI = 100;
    private static final double PIXELS = DPI / 72.0;

    private final double slack;
    private final PDDocument shown;
    private final PDDocument worded;
    private final Map<Integer, PageLook> looks = new HashMap<>();
    private final Map<Integer, BufferedImage> pictures = new HashMap<>();
    private final Map<Integer, List<Box>> drawn = new HashMap<>();

    /// @param slack how far (in points) beside its rectangle a word may stand
    HitPages(Path shown, Path worded, double slack) throws IOException {
        this.slack = slack;
        this.shown = Loader.loadPDF(shown.toFile());
        this.worded = Loader.loadPDF(worded.toFile());
    }

    /// What stands in a rectangle of a hit.
    ///
    /// @param should the words of the hit that the rectangle claims to hold
    /// @param words  the words that are there
    /// @param ink    the share of dark pixels
    record Seen(String should, String words, double ink) {}

    /// One for each rectangle.
    List<Seen> look(Reports reports, Report report, Mark mark) throws IOException {
        List<Seen> seen = new ArrayList<>();
        for (int number = report.source().pageAt(mark.start());
                number <= report.source().pageAt(mark.end() - 1);
                number++) {
            PageLook look = looks.computeIfAbsent(
                    number, it -> reports.look(report.id(), it).orElseThrow());
            for (PlacedLine line : look.lines()) {
                int from = Math.max(mark.start(), line.start());
                int to = Math.min(mark.end(), line.end());
                if (from < to) {
                    Box box = line.box(from, to);
                    seen.add(new Seen(
                            Seed.bare(report.text().substring(from, to)),
                            Seed.bare(wordsIn(number, box)),
                            ink(picture(look), box)));
                    drawn.computeIfAbsent(number, _ -> new ArrayList<>()).add(box);
                }
            }
            assertThat(look.boxes(mark.start(), mark.end())).isSubsetOf(drawn.getOrDefault(number, List.of()));
        }
        return seen;
    }

    /// What the text layer has there; the stripper takes a glyph whose left side is inside.
    private String wordsIn(int page, Box box) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion(
                "hit",
                new Rectangle2D.Double(
                        box.left() - slack, box.top(), Math.max(1, box.width() + extra()), box.height()));
        stripper.extractRegions(worded.getPage(page - 1));
        return stripper.getTextForRegion("hit");
    }

    /// A narrow slack takes no glyph that begins where the rectangle ends; a wide one reaches as far at both sides.
    private double extra() {
        return slack < 5 ? 0 : 2 * slack;
    }

    /// The page as rendered, turned straight as its look says.
    private BufferedImage picture(PageLook look) throws IOException {
        BufferedImage known = pictures.get(look.number());
        if (known != null) {
            return known;
        }
        BufferedImage page = new PDFRenderer(shown).renderImageWithDPI(look.number() - 1, DPI, ImageType.RGB);
        BufferedImage straight = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = straight.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, page.getWidth(), page.getHeight());
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.rotate(Math.toRadians(-look.turned()), page.getWidth() / 2.0, page.getHeight() / 2.0);
        paper.drawImage(page, 0, 0, null);
        paper.dispose();
        pictures.put(look.number(), straight);
        return straight;
    }

    private static double ink(BufferedImage picture, Box box) {
        int dark = 0;
        int all = 0;
        for (int y = pixel(box.top()); y < Math.min(pixel(box.bottom()), picture.getHeight()); y++) {
            for (int x = pixel(box.left()); x < Math.min(pixel(box.right()), picture.getWidth()); x++) {
                all++;
                dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }

    private static int pixel(double points) {
        return (int) Math.max(0, Math.round(points * PIXELS));
    }

    /// Writes the pages with the rectangles drawn on them, for people to look at.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<Integer, List<Box>> page : drawn.entrySet()) {
            BufferedImage picture = pictures.get(page.getKey());
            if (picture == null) {
                continue;
            }
            Graphics2D pen = picture.createGraphics();
            pen.setColor(Color.RED);
            pen.setStroke(new BasicStroke(1));
            for (Box box : page.getValue()) {
                pen.draw(new Rectangle2D.Double(
                        box.left() * PIXELS, box.top() * PIXELS, box.width() * PIXELS, box.height() * PIXELS));
            }
            pen.dispose();
            ImageIO.write(
                    picture,
                    "png",
                    folder.resolve("%03d.png".formatted(page.getKey())).toFile());
        }
    }

    @Override
    public void close() throws IOException {
        shown.close();
        worded.close();
    }
}
