package gewu.importofd;

import gewu.importofd.Leaf.Frame;
import gewu.importofd.Leaf.Placed;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Draws a page in grey, so that its words can be recognised. For one picture.
final class PagePainter {
    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final double MOST_PIXELS = 100_000_000;
    private static final double MOST_PIXELS_OF_AN_IMAGE = 300_000_000;
    private static final int LEAST_DPI = 100;

    /// A page may miss pictures that cover this share of it: marks and ornaments.
    private static final double SMALL = 0.1;

    private static final double USUAL_LINE = 0.353;
    private static final float FONT_SIZE = 100;
    private static final int LARGEST_FONT = 100_000_000;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Leaf leaf;
    private final Parts parts;
    private final Map<String, Optional<Font>> fonts = new HashMap<>();
    private double lost;
    private String whyLost = "";
    private int drawn;
    private int missing;

    PagePainter(Leaf leaf, Parts parts) {
        this.leaf = leaf;
        this.parts = parts;
    }

    /// @throws IOException if the page is a giant, or what covers much of it can't be drawn
    BufferedImage picture(int wanted) throws IOException {
        double dpi = fitting(wanted);
        double scale = dpi / MILLIMETRES_AN_INCH;
        int width = (int) Math.max(1, Math.round(leaf.paper().width() * scale));
        int height = (int) Math.max(1, Math.round(leaf.paper().height() * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            AffineTransform pixels = AffineTransform.getScaleInstance(scale, scale);
            for (Placed placed : leaf.unfolded()) {
                draw(placed, pixels, pen);
            }
        } finally {
            pen.dispose();
        }
        if (lost > SMALL) {
            throw new IOException(whyLost);
        }
        if (missing > drawn) {
            throw new IOException("its words can't be drawn: their fonts are missing or of an unknown kind");
        }
        return picture;
    }

    /// The highest resolution up to the one wanted at which the page is no giant.
    private double fitting(int wanted) throws IOException {
        Area paper = leaf.paper();
        double inches = paper.width() * paper.height() / (MILLIMETRES_AN_INCH * MILLIMETRES_AN_INCH);
        double most = Math.sqrt(MOST_PIXELS / inches);
        if (most < LEAST_DPI) {
            throw new IOException("it is " + Math.round(paper.width()) + " by " + Math.round(paper.height())
                    + " mm large, too large to be drawn");
        }
        return Math.min(wanted, most);
    }

    private void draw(Placed placed, AffineTransform pixels, Graphics2D pen) throws IOException {
        AffineTransform place = new AffineTransform(pixels);
        place.concatenate(placed.place());
        switch (placed.item()) {
            case Item.Words words -> draw(words, place, pen);
            case Item.Shape shape -> draw(shape, place, pen);
            case Item.Image image -> draw(image, placed, place, pen);
            case Item.Group _ -> throw new IllegalStateException("Groups are dissolved.");
        }
    }

    // ---- pictures

    private void draw(Item.Image image, Placed placed, AffineTransform place, Graphics2D pen) {
        Optional<Resources.Picture> known = leaf.resources().picture(image.resource());
        try {
            if (known.isEmpty() || known.get().part().isEmpty()) {
                throw new IOException("the picture on it is not in the file");
            }
            BufferedImage pixels = read(known.get());
            AffineTransform each = new AffineTransform(place);
            each.scale(1.0 / pixels.getWidth(), 1.0 / pixels.getHeight());
            pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) image.opacity()));
            pen.drawImage(pixels, each, null);
        } catch (IOException | RuntimeException undrawable) {
            lose(placed.around(0, 0, 1, 1), undrawable);
        }
    }

    private void lose(Frame frame, Exception why) {
        double wide = Math.min(frame.right(), leaf.paper().width()) - Math.max(frame.left(), 0);
        double high = Math.min(frame.bottom(), leaf.paper().height()) - Math.max(frame.top(), 0);
        if (wide > 0 && high > 0) {
            lost += wide * high / (leaf.paper().width() * leaf.paper().height());
            whyLost = OfdImporter.told(why);
        }
    }

    private BufferedImage read(Resources.Picture picture) throws IOException {
        try (InputStream file = parts.media(picture.part());
                ImageInputStream in = new MemoryCacheImageInputStream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("the picture " + picture.part() + " is in the format " + format(picture)
                        + ", which can't be read; print the file to a new OFD or PDF and import that");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return read(reader, picture);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, Resources.Picture picture) throws IOException {
        double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS_OF_AN_IMAGE) {
            throw new IOException(
                    "the picture " + picture.part() + " has more than 300 million pixels, which is no scan of a page");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, how);
    }

    private static String format(Resources.Picture picture) {
        String name = picture.part();
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String said = picture.format().isBlank() ? ending : picture.format().toUpperCase(Locale.ROOT);
        return said.contains("JB2") || said.contains("JBIG2") || ending.equals("JB2") ? "JBIG2" : said;
    }

    // ---- lines and areas

    private void draw(Item.Shape shape, AffineTransform place, Graphics2D pen) {
        Item.Ink ink = shape.ink();
        List<Resources.Param> params = leaf.resources().params(ink.params());
        opacity(ink, pen);
        if (ink.fills()) {
            pen.setColor(fill(ink, params, new Color(0, 0, 0, 0)));
            pen.fill(place.createTransformedShape(shape.path()));
        }
        if (ink.strokes()) {
            pen.setColor(stroke(ink, params));
            Shape outline = new BasicStroke((float) width(ink, params)).createStrokedShape(shape.path());
            pen.fill(place.createTransformedShape(outline));
        }
    }

    private static void opacity(Item.Ink ink, Graphics2D pen) {
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) ink.opacity()));
    }

    private static Color fill(Item.Ink ink, List<Resources.Param> params, Color otherwise) {
        Color fill = ink.fill();
        for (int i = 0; fill == null && i < params.size(); i++) {
            fill = params.get(i).fill();
        }
        return fill == null ? otherwise : fill;
    }

    private static Color stroke(Item.Ink ink, List<Resources.Param> params) {
        Color stroke = ink.stroke();
        for (int i = 0; stroke == null && i < params.size(); i++) {
            stroke = params.get(i).stroke();
        }
        return stroke == null ? Color.BLACK : stroke;
    }

    private static double width(Item.Ink ink, List<Resources.Param> params) {
        double width = ink.width();
        for (int i = 0; width == 0 && i < params.size(); i++) {
            width = params.get(i).width();
        }
        return width == 0 ? USUAL_LINE : width;
    }

    // ---- letters

    private void draw(Item.Words words, AffineTransform place, Graphics2D pen) throws IOException {
        Item.Ink ink = words.ink();
        Color colour = fill(ink, leaf.resources().params(ink.params()), Color.BLACK);
        boolean isSeen = (ink.fills() || ink.strokes()) && ink.opacity() > 0 && colour.getAlpha() > 0;
        if (!isSeen) {
            return;
        }
        opacity(ink, pen);
        pen.setColor(colour);
        try {
            Optional<Font> own = fonts.computeIfAbsent(words.font(), this::load);
            for (Item.Letter letter : words.letters()) {
                draw(letter, words, own, place, pen);
            }
        } catch (InternalError | LinkageError noFonts) {
            throw new IOException("this computer has no fonts to draw it with", noFonts);
        }
    }

    private void draw(Item.Letter letter, Item.Words words, Optional<Font> own, AffineTransform place, Graphics2D pen) {
        int character = letter.text().codePointAt(0);
        if (letter.glyph() == Item.Letter.WITH_THE_ONE_BEFORE || Character.isWhitespace(character)) {
            return;
        }
        Optional<Shape> outline = outline(letter, character, words, own);
        if (outline.isEmpty()) {
            missing++;
            return;
        }
        AffineTransform at = new AffineTransform(place);
        at.translate(letter.x(), letter.y());
        at.rotate(Math.toRadians(words.turned()));
        at.scale(words.size() / FONT_SIZE * words.stretch(), words.size() / FONT_SIZE);
        pen.fill(at.createTransformedShape(outline.get()));
        drawn++;
    }

    private Optional<Shape> outline(Item.Letter letter, int character, Item.Words words, Optional<Font> own) {
        if (own.isPresent() && letter.glyph() >= 0 && letter.glyph() < own.get().getNumGlyphs()) {
            return Optional.of(own.get()
                    .createGlyphVector(EXACT, new int[] {letter.glyph()})
                    .getOutline());
        }
        if (own.isPresent() && own.get().canDisplay(character)) {
            return Optional.of(own.get().createGlyphVector(EXACT, letter.text()).getOutline());
        }
        if (letter.glyph() >= 0 && fontFile(words.font()).isPresent()) {
            return Optional.empty(); // its glyph is in a font that can't be used; its character may be a wrong one
        }
        Font any = new Font(Font.SANS_SERIF, words.isBold() ? Font.BOLD : Font.PLAIN, (int) FONT_SIZE);
        return any.canDisplay(character)
                ? Optional.of(any.createGlyphVector(EXACT, letter.text()).getOutline())
                : Optional.empty();
    }

    private Optional<String> fontFile(String id) {
        return leaf.resources().font(id).map(Resources.Typeface::part).filter(parts::has);
    }

    /// A font that can't be read is as good as none.
    private Optional<Font> load(String id) {
        Optional<String> part = fontFile(id);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = parts.media(part.get())) {
            return FontFile.font(file.readNBytes(LARGEST_FONT), FONT_SIZE);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
