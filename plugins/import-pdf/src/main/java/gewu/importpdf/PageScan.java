package gewu.importpdf;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Goes through what a page draws and notes characters, lines and pictures. For one page.
final class PageScan extends PDFGraphicsStreamEngine {
    /// Word processors draw the lines of tables as thin rectangles.
    private static final double THIN = 3;

    private static final double SHORTEST_RULE = 4;
    private static final double STRAIGHT = 0.8;
    /// Lines may reach this far over the edge of the page.
    private static final double MARGIN = 20;

    private static final int MOST_GLYPHS = 500_000;
    private static final int MOST_RULES = 50_000;

    /// Forms that draw each other may stand for any number of drawings.
    private static final int MOST_FORMS = 50_000;

    /// What a viewer doesn't show of an annotation: hidden, or not on the screen.
    private static final int UNSEEN = 2 | 32;

    /// Words that rise by more than one in this many stand askew, like a watermark.
    private static final double STEEP = 4;

    /// A page is turned if it has at least this many characters, and nine in ten of them lie on one side.
    private static final int ENOUGH_TO_TURN = 10;

    private static final double MOST_OF_THEM = 0.9;

    private final PDRectangle crop;
    private final Layers layers;
    private final double width;
    private final double height;

    /// From the file's coordinates (from the lower left corner of an unturned page) to those of the page as it is seen.
    private final AffineTransform seen;

    private final Contents contents = new Contents();
    private final Map<PDFont, Face> faces = new IdentityHashMap<>();
    private final double[] corners = new double[8];
    private final List<Glyph> glyphs = new ArrayList<>();
    private final BitSet askew = new BitSet();
    private final int[] directions = new int[4];
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final GeneralPath path = new GeneralPath();
    private int shown;
    private int unmapped;
    private int forms;
    private int hiddenBy;
    private double picturedArea;
    private double mostPixelsOfAnImage;

    PageScan(PDPage page, Layers layers) {
        super(page);
        this.layers = layers;
        this.crop = page.getCropBox();
        int quarters = Math.floorMod(page.getRotation(), 360) / 90;
        double unit = page.getUserUnit();
        boolean isSideways = quarters % 2 == 1;
        this.width = (isSideways ? crop.getHeight() : crop.getWidth()) * unit;
        this.height = (isSideways ? crop.getWidth() : crop.getHeight()) * unit;
        this.seen = turn(quarters, crop.getWidth() * unit, crop.getHeight() * unit);
        seen.concatenate(
                new AffineTransform(unit, 0, 0, -unit, -unit * crop.getLowerLeftX(), unit * crop.getUpperRightY()));
    }

    /// Turns a sheet clockwise, and keeps its upper left corner where it was.
    private static AffineTransform turn(int quarters, double width, double height) {
        AffineTransform turn = switch (quarters) {
            case 1 -> AffineTransform.getTranslateInstance(height, 0);
            case 2 -> AffineTransform.getTranslateInstance(width, height);
            case 3 -> AffineTransform.getTranslateInstance(0, width);
            default -> new AffineTransform();
        };
        turn.quadrantRotate(quarters);
        return turn;
    }

    void run() throws IOException {
        PDPage page = getPage();
        contents.checkPage(page.getCOSObject());
        processPage(page);
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                annotation(annotation);
            }
        }
    }

    LaidPage laidPage(int number) {
        List<Glyph> upright = straight();
        List<Rule> lines = List.copyOf(rules);
        int quarters = quarterTurns();
        if (quarters > 0) {
            AffineTransform turn = turn(quarters, width, height);
            upright = upright.stream().map(it -> turned(it, turn)).toList();
            lines = lines.stream().map(it -> turned(it, turn)).toList();
        }
        return new LaidPage(
                number,
                quarters % 2 == 1 ? height : width,
                quarters % 2 == 1 ? width : height,
                upright,
                lines,
                unmapped,
                Math.min(1, picturedArea / (width * height)));
    }

    /// How many quarters clockwise the page is to be turned to make its words upright.
    int quarterTurns() {
        int all = glyphs.size() - askew.cardinality();
        for (int direction = 1; direction < directions.length; direction++) {
            if (all >= ENOUGH_TO_TURN && directions[direction] >= MOST_OF_THEM * all) {
                return directions.length - direction;
            }
        }
        return 0;
    }

    double mostPixelsOfAnImage() {
        return mostPixelsOfAnImage;
    }

    /// Without watermarks: what stands askew, unless most does.
    private List<Glyph> straight() {
        if (askew.isEmpty() || 2 * askew.cardinality() > glyphs.size()) {
            return glyphs;
        }
        List<Glyph> straight = new ArrayList<>(glyphs.size());
        for (int i = askew.nextClearBit(0); i < glyphs.size(); i = askew.nextClearBit(i + 1)) {
            straight.add(glyphs.get(i));
        }
        return straight;
    }

    private static Glyph turned(Glyph glyph, AffineTransform turn) {
        Box box = glyph.box();
        double[] at = {box.left(), box.top(), box.right(), box.bottom()};
        turn.transform(at, 0, at, 0, 2);
        return new Glyph(
                glyph.text(),
                new Box(Math.min(at[0], at[2]), Math.min(at[1], at[3]), Math.max(at[0], at[2]), Math.max(at[1], at[3])),
                glyph.size(),
                glyph.bold(),
                glyph.confidence());
    }

    private static Rule turned(Rule rule, AffineTransform turn) {
        double[] at = {rule.x1(), rule.y1(), rule.x2(), rule.y2()};
        turn.transform(at, 0, at, 0, 2);
        boolean isHorizontal = !rule.isHorizontal() == (turn.getScaleX() == 0);
        double x2 = isHorizontal ? Math.max(at[0], at[2]) : Math.min(at[0], at[2]);
        double y2 = isHorizontal ? Math.min(at[1], at[3]) : Math.max(at[1], at[3]);
        return new Rule(Math.min(at[0], at[2]), Math.min(at[1], at[3]), x2, y2);
    }

    // ---- what draws other things

    /// Pictures are not opened to note where they are; forms are drawn only if they are whole.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean drawsObject = OperatorName.DRAW_OBJECT.equals(operator.getName());
        if (!drawsObject || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            super.processOperator(operator, operands);
            return;
        }
        COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null || !objects.containsKey(name)) {
            return;
        }
        COSStream drawn = objects.getCOSStream(name);
        if (drawn == null) {
            throw new IOException("something on it is not in the file, which is cut off or damaged");
        }
        if (hiddenBy > 0 || layers.hide(drawn.getCOSDictionary(COSName.OC))) {
            return;
        }
        if (COSName.IMAGE.equals(drawn.getCOSName(COSName.SUBTYPE))) {
            picture(pixels(drawn));
        } else if (COSName.FORM.equals(drawn.getCOSName(COSName.SUBTYPE))) {
            form(drawn);
            super.processOperator(operator, operands);
        }
    }

    private void form(COSStream form) throws IOException {
        if (++forms > MOST_FORMS) {
            throw new IOException("its drawings contain each other more than " + MOST_FORMS + " times");
        }
        contents.check(form);
    }

    /// PDFBox would go on behind a form that is broken.
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException broken) throws IOException {
        if (OperatorName.DRAW_OBJECT.equals(operator.getName())) {
            throw broken;
        }
        super.operatorException(operator, operands, broken);
    }

    private void annotation(COSDictionary annotation) throws IOException {
        String kind = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
        boolean isShown = (kind.equals("Widget") || kind.equals("FreeText"))
                && (annotation.getInt(COSName.F, 0) & UNSEEN) == 0
                && !layers.hide(annotation.getCOSDictionary(COSName.OC));
        if (!isShown) {
            return;
        }
        int before = shown;
        PDAnnotation drawn = PDAnnotation.createAnnotation(annotation);
        PDAppearanceStream appearance = drawn.getNormalAppearanceStream();
        if (appearance != null) {
            form(appearance.getCOSObject());
            showAnnotation(drawn);
        }
        if (shown == before) {
            for (Lettering.Letter letter : Lettering.of(annotation)) {
                letter(letter);
            }
        }
    }

    private void letter(Lettering.Letter letter) throws IOException {
        double top = letter.y() + letter.size() * Face.ABOVE;
        double bottom = letter.y() - letter.size() * Face.BELOW;
        double right = letter.x() + letter.advance();
        set(corners, letter.x(), bottom, right, bottom, letter.x(), top, right, top);
        note(letter.text(), false);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        if (hiddenBy > 0 || layers.hide(properties)) {
            hiddenBy++;
        }
    }

    @Override
    public void endMarkedContentSequence() {
        hiddenBy = Math.max(0, hiddenBy - 1);
    }

    // ---- characters

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (hiddenBy > 0) {
            return;
        }
        Face face = faces.get(font);
        if (face == null) {
            face = new Face(font);
            faces.put(font, face);
        }
        double advance = font.isVertical() ? 1 : displacement.getX();
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double alongX = advance * matrix.getScaleX();
        double alongY = advance * matrix.getShearY();
        double x0 = x + face.below() * matrix.getShearX();
        double y0 = y + face.below() * matrix.getScaleY();
        double x1 = x + face.above() * matrix.getShearX();
        double y1 = y + face.above() * matrix.getScaleY();
        set(corners, x0, y0, x0 + alongX, y0 + alongY, x1, y1, x1 + alongX, y1 + alongY);
        note(face.text(code), face.isBold() || isDrawnBold());
    }

    private static void set(double[] corners, double... values) {
        System.arraycopy(values, 0, corners, 0, corners.length);
    }

    /// Notes a character whose corners are set: below and above its beginning and its end.
    private void note(String text, boolean isBold) throws IOException {
        if (++shown > MOST_GLYPHS) {
            throw new IOException("it draws more than " + MOST_GLYPHS + " characters");
        }
        seen.transform(corners, 0, corners, 0, 4);
        double left = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double top = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double right = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double bottom = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        double size = Math.hypot(corners[4] - corners[0], corners[5] - corners[1]);
        // Also for what is no number.
        if (!isInside((left + right) / 2, (top + bottom) / 2) || !(size > 0)) {
            return;
        }
        if (text.isEmpty()) {
            unmapped++;
        } else if (!text.isBlank()) {
            noteDirection(corners[2] - corners[0], corners[3] - corners[1]);
            glyphs.add(new Glyph(text, new Box(left, top, right, bottom), size, isBold, 1));
        }
    }

    private void noteDirection(double alongX, double alongY) {
        double x = Math.abs(alongX);
        double y = Math.abs(alongY);
        if (STEEP * Math.min(x, y) > Math.max(x, y)) {
            askew.set(glyphs.size());
        } else if (x >= y) {
            directions[alongX >= 0 ? 0 : 2]++;
        } else {
            directions[alongY >= 0 ? 1 : 3]++;
        }
    }

    private boolean isDrawnBold() {
        return getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
    }

    // ---- lines

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.moveTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D current = path.getCurrentPoint();
        return current == null ? new Point2D.Float() : current;
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        noteStrokes();
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) {
        noteThinAreas();
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        noteStrokes();
        path.reset();
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away draws no lines of tables.
    }

    @Override
    public void shadingFill(COSName shading) {
        // Colour says nothing about words.
    }

    private void noteStrokes() {
        double[] at = new double[6];
        Point2D.Double start = new Point2D.Double();
        Point2D.Double before = new Point2D.Double();
        for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    start = upright(at[0], at[1]);
                    before = start;
                }
                case PathIterator.SEG_LINETO -> {
                    Point2D.Double here = upright(at[0], at[1]);
                    note(before, here);
                    before = here;
                }
                case PathIterator.SEG_CLOSE -> {
                    note(before, start);
                    before = start;
                }
                default -> before = start;
            }
        }
    }

    private void note(Point2D.Double from, Point2D.Double to) {
        double left = Math.min(from.x, to.x);
        double right = Math.max(from.x, to.x);
        double top = Math.min(from.y, to.y);
        double bottom = Math.max(from.y, to.y);
        if (bottom - top <= STRAIGHT && right - left >= SHORTEST_RULE) {
            add(new Rule(left, (top + bottom) / 2, right, (top + bottom) / 2));
        } else if (right - left <= STRAIGHT && bottom - top >= SHORTEST_RULE) {
            add(new Rule((left + right) / 2, top, (left + right) / 2, bottom));
        }
    }

    /// Each part of a filled path that is thin is a line.
    private void noteThinAreas() {
        double[] at = new double[6];
        List<Point2D.Double> part = new ArrayList<>();
        for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
            int segment = it.currentSegment(at);
            if (segment == PathIterator.SEG_MOVETO) {
                noteThinArea(part);
                part.clear();
            }
            if (segment == PathIterator.SEG_MOVETO || segment == PathIterator.SEG_LINETO) {
                part.add(upright(at[0], at[1]));
            }
        }
        noteThinArea(part);
    }

    private void noteThinArea(List<Point2D.Double> part) {
        if (part.size() < 2 || part.size() > 6) {
            return;
        }
        Box box = around(part);
        if (box.height() <= THIN && box.width() >= SHORTEST_RULE) {
            add(new Rule(box.left(), box.middle(), box.right(), box.middle()));
        } else if (box.width() <= THIN && box.height() >= SHORTEST_RULE) {
            double x = (box.left() + box.right()) / 2;
            add(new Rule(x, box.top(), x, box.bottom()));
        }
    }

    private void add(Rule rule) {
        boolean isOnPage = rule.x1() <= width && rule.x2() >= 0 && rule.y1() <= height && rule.y2() >= 0;
        if (isOnPage && hiddenBy == 0 && rules.size() < MOST_RULES) {
            rules.add(new Rule(
                    Math.max(rule.x1(), -MARGIN),
                    Math.max(rule.y1(), -MARGIN),
                    Math.min(rule.x2(), width + MARGIN),
                    Math.min(rule.y2(), height + MARGIN)));
        }
    }

    // ---- pictures

    /// Takes the pictures that stand in the midst of what draws the page.
    @Override
    public void drawImage(PDImage image) {
        if (hiddenBy == 0) {
            picture((double) image.getWidth() * image.getHeight());
        }
    }

    private void picture(double pixels) {
        mostPixelsOfAnImage = Math.max(mostPixelsOfAnImage, pixels);
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        Rectangle2D box = place.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        Rectangle2D shown = seen.createTransformedShape(box)
                .getBounds2D()
                .createIntersection(new Rectangle2D.Double(0, 0, width, height));
        if (shown.getWidth() > 0 && shown.getHeight() > 0) {
            picturedArea += shown.getWidth() * shown.getHeight();
        }
    }

    /// As many as the picture has, or its mask.
    private static double pixels(COSStream image) {
        double pixels = (double) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
        for (COSName key : List.of(COSName.SMASK, COSName.MASK)) {
            COSStream mask = image.getCOSStream(key);
            if (mask != null) {
                pixels = Math.max(pixels, (double) mask.getInt(COSName.WIDTH, 0) * mask.getInt(COSName.HEIGHT, 0));
            }
        }
        return pixels;
    }

    // ---- places

    private boolean isInside(double x, double y) {
        return x >= 0 && x <= width && y >= 0 && y <= height;
    }

    private Point2D.Double upright(double x, double y) {
        Point2D.Double point = new Point2D.Double(x, y);
        seen.transform(point, point);
        return point;
    }

    private static Box around(List<Point2D.Double> points) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point2D.Double point : points) {
            left = Math.min(left, point.x);
            right = Math.max(right, point.x);
            top = Math.min(top, point.y);
            bottom = Math.max(bottom, point.y);
        }
        return new Box(left, top, right, bottom);
    }
}
