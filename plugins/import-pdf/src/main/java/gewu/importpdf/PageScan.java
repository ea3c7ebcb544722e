package gewu.importpdf;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Goes through what a page draws and notes characters, lines and pictures. For one page.
final class PageScan extends PDFGraphicsStreamEngine {
    /// Where a Chinese character stands above and below its line, as a share of its size.
    private static final double ABOVE = 0.88;

    private static final double BELOW = 0.12;

    /// Word processors draw the lines of tables as thin rectangles.
    private static final double THIN = 3;

    private static final double SHORTEST_RULE = 4;
    private static final double STRAIGHT = 0.8;
    private static final int MOST_GLYPHS = 500_000;
    private static final int MOST_RULES = 50_000;

    private final PDRectangle crop;
    private final int turn;
    private final double unit;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final GeneralPath path = new GeneralPath();
    private int unmapped;
    private double picturedArea;
    private double mostPixelsOfAnImage;

    PageScan(PDPage page) {
        super(page);
        this.crop = page.getCropBox();
        this.turn = Math.floorMod(page.getRotation(), 360);
        this.unit = Math.max(1, page.getUserUnit());
    }

    void run() throws IOException {
        PDPage page = getPage();
        processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            boolean isShown = annotation instanceof PDAnnotationWidget || "FreeText".equals(annotation.getSubtype());
            if (isShown && !annotation.isHidden() && !annotation.isNoView()) {
                showAnnotation(annotation);
            }
        }
    }

    LaidPage laidPage(int number) {
        double width = isSideways() ? crop.getHeight() : crop.getWidth();
        double height = isSideways() ? crop.getWidth() : crop.getHeight();
        double area = Math.max(1, width * height * unit * unit);
        return new LaidPage(
                number,
                width * unit,
                height * unit,
                glyphs,
                List.copyOf(rules),
                unmapped,
                Math.min(1, picturedArea / area));
    }

    double mostPixelsOfAnImage() {
        return mostPixelsOfAnImage;
    }

    // ---- characters

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (glyphs.size() + unmapped >= MOST_GLYPHS) {
            throw new IOException("it draws more than " + MOST_GLYPHS + " characters");
        }
        double advance = font.isVertical() ? 1 : displacement.getX();
        Point2D.Double[] corners = {
            upright(matrix.transformPoint(0, (float) -BELOW)),
            upright(matrix.transformPoint((float) advance, (float) -BELOW)),
            upright(matrix.transformPoint(0, (float) ABOVE)),
            upright(matrix.transformPoint((float) advance, (float) ABOVE))
        };
        Box box = around(corners);
        double size = Math.hypot(corners[2].x - corners[0].x, corners[2].y - corners[0].y);
        if (isOutside(box) || size <= 0) {
            return;
        }
        String text = unicode(font, code);
        if (text == null || isUnreadable(text)) {
            unmapped++;
        } else if (!text.isBlank()) {
            glyphs.add(new Glyph(text, box, size, isBold(font), 1));
        }
    }

    private static @Nullable String unicode(PDFont font, int code) throws IOException {
        String text = font.toUnicode(code);
        return text == null && font instanceof PDSimpleFont && code >= ' ' && code < 0x7f
                ? String.valueOf((char) code)
                : text;
    }

    private static boolean isUnreadable(String text) {
        int c = text.isEmpty() ? 0 : text.codePointAt(0);
        return c == 0
                || c == 0xfffd
                || (Character.isISOControl(c) && !Character.isWhitespace(c))
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
    }

    private boolean isBold(PDFont font) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        return mode == RenderingMode.FILL_STROKE
                || name.contains("bold")
                || name.contains("heavy")
                || name.contains("black")
                || (font.getFontDescriptor() != null && font.getFontDescriptor().isForceBold());
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
        Box box = around(part.toArray(new Point2D.Double[0]));
        if (box.height() <= THIN && box.width() >= SHORTEST_RULE) {
            add(new Rule(box.left(), box.middle(), box.right(), box.middle()));
        } else if (box.width() <= THIN && box.height() >= SHORTEST_RULE) {
            double x = (box.left() + box.right()) / 2;
            add(new Rule(x, box.top(), x, box.bottom()));
        }
    }

    private void add(Rule rule) {
        if (rules.size() < MOST_RULES) {
            rules.add(rule);
        }
    }

    // ---- pictures

    @Override
    public void drawImage(PDImage image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        Box box = around(
                upright(place.transformPoint(0, 0)),
                upright(place.transformPoint(1, 0)),
                upright(place.transformPoint(0, 1)),
                upright(place.transformPoint(1, 1)));
        double width = Math.min(box.right(), pageWidth()) - Math.max(box.left(), 0);
        double height = Math.min(box.bottom(), pageHeight()) - Math.max(box.top(), 0);
        if (width > 0 && height > 0) {
            picturedArea += width * height;
            mostPixelsOfAnImage = Math.max(mostPixelsOfAnImage, (double) image.getWidth() * image.getHeight());
        }
    }

    // ---- places

    private boolean isSideways() {
        return turn == 90 || turn == 270;
    }

    private double pageWidth() {
        return (isSideways() ? crop.getHeight() : crop.getWidth()) * unit;
    }

    private double pageHeight() {
        return (isSideways() ? crop.getWidth() : crop.getHeight()) * unit;
    }

    private boolean isOutside(Box box) {
        double x = (box.left() + box.right()) / 2;
        return x < 0 || x > pageWidth() || box.middle() < 0 || box.middle() > pageHeight();
    }

    private Point2D.Double upright(Point2D point) {
        return upright(point.getX(), point.getY());
    }

    /// From the file's coordinates (from the lower left corner of an unturned page) to those of the page as it is seen.
    private Point2D.Double upright(double x, double y) {
        double right = x - crop.getLowerLeftX();
        double down = crop.getUpperRightY() - y;
        return switch (turn) {
            case 90 -> new Point2D.Double((crop.getHeight() - down) * unit, right * unit);
            case 180 -> new Point2D.Double((crop.getWidth() - right) * unit, (crop.getHeight() - down) * unit);
            case 270 -> new Point2D.Double(down * unit, (crop.getWidth() - right) * unit);
            default -> new Point2D.Double(right * unit, down * unit);
        };
    }

    private static Box around(Point2D.Double... points) {
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
