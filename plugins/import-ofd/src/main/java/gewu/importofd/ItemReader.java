package gewu.importofd;

import gewu.api.intake.flow.Xml;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// Reads what the content of a page, a template or a group draws. For one content.
final class ItemReader {
    private static final int MOST_ITEMS = 500_000;
    private static final int MOST_LETTERS = 500_000;
    private static final int MOST_POINTS = 2_000_000;
    private static final double BOLD = 600;
    private static final double USUAL_WEIGHT = 400;

    private final Xml xml;
    private final List<Item> items = new ArrayList<>();
    private String layerParam = "";
    private int letters;
    private int points;

    private ItemReader(Xml xml) {
        this.xml = xml;
    }

    /// Reads the element just begun to its end.
    static List<Item> read(Xml content) throws IOException {
        ItemReader reader = new ItemReader(content);
        reader.read();
        return reader.items;
    }

    /// Blocks may nest; they change nothing.
    private void read() throws IOException {
        int content = xml.depth();
        while (xml.descendant(content)) {
            switch (xml.name()) {
                case "Layer" -> layerParam = xml.attribute("DrawParam");
                case "TextObject", "PathObject", "ImageObject", "CompositeObject" -> object(xml.name());
                default -> {}
            }
            if (items.size() > MOST_ITEMS) {
                throw new IOException("it draws more than " + MOST_ITEMS + " things");
            }
        }
    }

    private void object(String kind) throws IOException {
        if (!Values.isTrue(xml.attribute("Visible"), true)) {
            passOver();
            return;
        }
        switch (kind) {
            case "TextObject" -> words();
            case "PathObject" -> shape();
            case "ImageObject" -> {
                items.add(new Item.Image(imagePlace(), xml.attribute("ResourceID"), opacity()));
                passOver();
            }
            default -> {
                items.add(new Item.Group(place(), xml.attribute("ResourceID")));
                passOver();
            }
        }
    }

    private void passOver() throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            // its children too
        }
    }

    // ---- letters

    private void words() throws IOException {
        int depth = xml.depth();
        Run run = new Run(
                Values.one(xml.attribute("Size"), 0),
                stretch(),
                Values.one(xml.attribute("ReadDirection"), 0),
                new ArrayList<>());
        AffineTransform place = place();
        String font = xml.attribute("Font");
        double turned = Values.one(xml.attribute("CharDirection"), 0);
        boolean isHeavy = Values.one(xml.attribute("Weight"), USUAL_WEIGHT) >= BOLD
                || Values.isTrue(xml.attribute("Bold"), false);
        InkReader ink = new InkReader(true, false);
        List<GlyphCodes> codes = new ArrayList<>();
        double x = 0;
        double y = 0;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "CGTransform" -> codes.add(glyphCodes());
                case "TextCode" -> {
                    x = Values.one(xml.attribute("X"), x);
                    y = Values.one(xml.attribute("Y"), y);
                    textCode(run, x, y, codes);
                    codes = new ArrayList<>();
                }
                default -> ink.child();
            }
        }
        Item.Ink drawn = ink.done();
        if (run.size() > 0 && !run.letters().isEmpty()) {
            boolean isBold = isHeavy || (drawn.fills() && drawn.strokes());
            items.add(new Item.Words(place, font, run.size(), isBold, run.stretch(), turned, drawn, run.letters()));
        }
    }

    private double stretch() {
        double stretch = Values.one(xml.attribute("HScale"), 1);
        return stretch > 0.01 && stretch < 100 ? stretch : 1;
    }

    private record Run(double size, double stretch, double direction, List<Item.Letter> letters) {}

    /// Says which glyphs of the font are drawn for some of the characters.
    private record GlyphCodes(int position, int characters, double[] glyphs) {
        int of(int character) {
            int at = character - position;
            if (at < 0 || at >= characters || glyphs.length == 0) {
                return Item.Letter.BY_CHARACTER;
            }
            return at < glyphs.length ? (int) Math.clamp(glyphs[at], 0, 0xffff) : Item.Letter.WITH_THE_ONE_BEFORE;
        }
    }

    private GlyphCodes glyphCodes() throws IOException {
        int depth = xml.depth();
        int position = xml.number("CodePosition", 0);
        int characters = xml.number("CodeCount", 1);
        StringBuilder glyphs = new StringBuilder();
        while (xml.child(depth)) {
            if (xml.name().equals("Glyphs")) {
                xml.words(glyphs);
            }
        }
        return new GlyphCodes(position, characters, Values.list(glyphs));
    }

    private void textCode(Run run, double fromX, double fromY, List<GlyphCodes> codes) throws IOException {
        String right = xml.attribute("DeltaX");
        String down = xml.attribute("DeltaY");
        StringBuilder written = new StringBuilder();
        xml.words(written);
        // Only a program that indents its XML breaks lines here.
        String text = written.indexOf("\n") < 0
                ? written.toString()
                : written.toString().strip();
        int[] characters = text.codePoints().toArray();
        letters += characters.length;
        if (letters > MOST_LETTERS) {
            throw new IOException("it draws more than " + MOST_LETTERS + " characters");
        }
        double[] xs = Values.steps(right, characters.length - 1);
        double[] ys = Values.steps(down, characters.length - 1);
        boolean isPlaced = xs.length + ys.length > 0;
        double x = fromX;
        double y = fromY;
        for (int i = 0; i < characters.length; i++) {
            double natural = Advance.of(characters[i]) * run.size() * run.stretch();
            double stepX = isPlaced ? step(xs, i, true) : natural * Math.rint(cos(run.direction()));
            double stepY = isPlaced ? step(ys, i, xs.length == 0) : run.size() * Math.rint(sin(run.direction()));
            boolean isLast = i == characters.length - 1;
            int glyph = glyph(codes, i);
            run.letters().add(new Item.Letter(Character.toString(characters[i]), x, y, isLast ? 0 : stepX, glyph));
            x += stepX;
            y += stepY;
        }
    }

    /// @param goesOn whether the last step counts for the letters after it, where a file says too few
    private static double step(double[] steps, int at, boolean goesOn) {
        if (at < steps.length) {
            return steps[at];
        }
        return goesOn && steps.length > 0 ? steps[steps.length - 1] : 0;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static int glyph(List<GlyphCodes> codes, int character) {
        for (GlyphCodes some : codes) {
            int glyph = some.of(character);
            if (glyph != Item.Letter.BY_CHARACTER) {
                return glyph;
            }
        }
        return Item.Letter.BY_CHARACTER;
    }

    // ---- lines and areas

    private void shape() throws IOException {
        int depth = xml.depth();
        AffineTransform place = place();
        boolean isEvenOdd = xml.attribute("Rule").equals("Even-Odd");
        InkReader ink = new InkReader(false, true);
        StringBuilder data = new StringBuilder();
        while (xml.child(depth)) {
            if (xml.name().equals("AbbreviatedData")) {
                xml.words(data);
            } else {
                ink.child();
            }
        }
        Path2D path = path(data.toString());
        path.setWindingRule(isEvenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        items.add(new Item.Shape(place, path, ink.done()));
    }

    /// `M 0 0 L 10 0 C`; an arc is drawn as its chord, since nothing here asks for more.
    private Path2D path(String data) throws IOException {
        Path2D path = new Path2D.Double();
        StringTokenizer tokens = new StringTokenizer(data, " \t\r\n,");
        double[] at = new double[7];
        while (tokens.hasMoreTokens()) {
            String operator = tokens.nextToken();
            int count = operands(operator);
            for (int i = 0; i < count; i++) {
                at[i] = tokens.hasMoreTokens() ? Values.one(tokens.nextToken(), 0) : 0;
            }
            if (++points > MOST_POINTS) {
                throw new IOException("it draws lines of more than " + MOST_POINTS + " points");
            }
            boolean isBegun = path.getCurrentPoint() != null;
            switch (operator) {
                case "M", "S" -> path.moveTo(at[0], at[1]);
                case "C" -> {
                    if (isBegun) {
                        path.closePath();
                    }
                }
                case "L" -> {
                    if (isBegun) {
                        path.lineTo(at[0], at[1]);
                    } else {
                        path.moveTo(at[0], at[1]);
                    }
                }
                case "Q", "B", "A" -> curve(path, operator, at, isBegun);
                default -> {} // a number too many
            }
        }
        return path;
    }

    private static int operands(String operator) {
        return switch (operator) {
            case "M", "S", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            default -> 0;
        };
    }

    private static void curve(Path2D path, String operator, double[] at, boolean isBegun) {
        if (!isBegun) {
            path.moveTo(at[operator.equals("A") ? 5 : 0], at[operator.equals("A") ? 6 : 1]);
            return;
        }
        switch (operator) {
            case "Q" -> path.quadTo(at[0], at[1], at[2], at[3]);
            case "B" -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
            default -> path.quadTo(at[5], at[6], at[5], at[6]);
        }
    }

    // ---- what all have

    private AffineTransform place() {
        double[] boundary = Values.list(xml.attribute("Boundary"));
        AffineTransform place = boundary.length >= 2
                ? AffineTransform.getTranslateInstance(boundary[0], boundary[1])
                : new AffineTransform();
        double[] own = Values.list(xml.attribute("CTM"));
        if (own.length >= 6) {
            place.concatenate(new AffineTransform(own));
        }
        return place;
    }

    /// A picture without a matrix of its own fills its boundary.
    private AffineTransform imagePlace() {
        AffineTransform place = place();
        double[] boundary = Values.list(xml.attribute("Boundary"));
        if (Values.list(xml.attribute("CTM")).length < 6 && boundary.length >= 4) {
            place.scale(boundary[2], boundary[3]);
        }
        return place;
    }

    private double opacity() {
        return Math.clamp(Values.one(xml.attribute("Alpha"), 255) / 255, 0, 1);
    }

    /// Gathers how the object just begun is drawn, from its attributes and its children.
    private final class InkReader {
        private final boolean fills;
        private final boolean strokes;
        private final double width;
        private final double opacity;
        private final List<String> params = new ArrayList<>();
        private @Nullable Color fill;
        private @Nullable Color stroke;

        InkReader(boolean usuallyFills, boolean usuallyStrokes) {
            this.fills = Values.isTrue(xml.attribute("Fill"), usuallyFills);
            this.strokes = Values.isTrue(xml.attribute("Stroke"), usuallyStrokes);
            this.width = Math.max(0, Values.one(xml.attribute("LineWidth"), 0));
            this.opacity = opacity();
            params.add(xml.attribute("DrawParam"));
            params.add(layerParam);
        }

        void child() {
            switch (xml.name()) {
                case "FillColor" -> fill = Colour.of(xml);
                case "StrokeColor" -> stroke = Colour.of(xml);
                default -> {}
            }
        }

        Item.Ink done() {
            return new Item.Ink(fills, strokes, fill, stroke, width, opacity, params);
        }
    }
}
