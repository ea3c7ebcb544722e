package gewu.importofd;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import gewu.importofd.Leaf.Frame;
import gewu.importofd.Leaf.Placed;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Notes the characters, lines and pictures of a page. For one page.
final class PageScan {
    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    /// Where a Chinese character stands above and below its line, as a share of its size.
    private static final double ABOVE = 0.88;

    private static final double BELOW = 0.12;

    /// A next letter this much further away (in sizes) than usual stands for itself.
    private static final double LOOSE = 0.2;

    /// In fonts of one width, a full stop is as wide (in sizes) as any letter, and no more than this.
    private static final double FIXED = 0.7;

    /// Words that lean more than this many degrees are watermarks and would get into the lines they cross.
    private static final double LEANING = 10;

    /// Many programs draw the lines of tables as thin rectangles.
    private static final double THIN = 3;

    private static final double SHORTEST_RULE = 4;
    private static final double STRAIGHT = 0.8;
    private static final int MOST_GLYPHS = 500_000;
    private static final int MOST_RULES = 50_000;

    private final Leaf leaf;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private int unmapped;
    private double picturedArea;

    PageScan(Leaf leaf) {
        this.leaf = leaf;
        this.width = leaf.paper().width() * POINTS_A_MILLIMETRE;
        this.height = leaf.paper().height() * POINTS_A_MILLIMETRE;
    }

    LaidPage page(int number) throws IOException {
        AffineTransform points = AffineTransform.getScaleInstance(POINTS_A_MILLIMETRE, POINTS_A_MILLIMETRE);
        for (Placed millimetres : leaf.unfolded()) {
            AffineTransform place = new AffineTransform(points);
            place.concatenate(millimetres.place());
            Placed placed = new Placed(millimetres.item(), place);
            switch (placed.item()) {
                case Item.Words words -> note(words, placed);
                case Item.Shape shape -> note(shape, placed);
                case Item.Image _ -> notePicture(placed.around(0, 0, 1, 1));
                case Item.Group _ -> throw new IllegalStateException("Groups are dissolved.");
            }
        }
        double share = Math.min(1, picturedArea / (width * height));
        return new LaidPage(number, width, height, glyphs, List.copyOf(rules), unmapped, share);
    }

    // ---- characters

    private void note(Item.Words words, Placed placed) throws IOException {
        if (placed.lean() > LEANING) {
            return;
        }
        boolean isBold = words.isBold()
                || leaf.resources()
                        .font(words.font())
                        .map(Resources.Typeface::isBold)
                        .orElse(false);
        for (Item.Letter letter : words.letters()) {
            if (glyphs.size() + unmapped >= MOST_GLYPHS) {
                throw new IOException("it draws more than " + MOST_GLYPHS + " characters");
            }
            note(letter, words, placed.place(), isBold);
        }
    }

    private void note(Item.Letter letter, Item.Words words, AffineTransform at, boolean isBold) {
        AffineTransform place = new AffineTransform(at);
        place.translate(letter.x(), letter.y());
        place.rotate(Math.toRadians(words.turned()));
        Placed origin = new Placed(words, place);
        double wide = width(letter, words);
        Frame frame = origin.around(0, -ABOVE * words.size(), wide, BELOW * words.size());
        double down = Math.hypot(place.getShearX(), place.getScaleY());
        double size = words.size() * down;
        if (isOutside(frame) || !(size > 0)) {
            return;
        }
        String text = letter.text();
        if (isUnreadable(text)) {
            unmapped++;
        } else if (!isBlank(text)) {
            Box box = new Box(frame.left(), frame.top(), frame.right(), frame.bottom());
            glyphs.add(new Glyph(text, box, size, isBold, 1));
        }
    }

    /// As wide as the way to the next letter, unless that leaves a gap.
    private static double width(Item.Letter letter, Item.Words words) {
        double natural = Advance.of(letter.text().codePointAt(0)) * words.size() * words.stretch();
        double step = letter.step();
        double widest = Math.max(natural + LOOSE * words.size(), FIXED * words.size() * words.stretch());
        boolean isItsWidth = step > 0.1 * natural && step <= widest && words.turned() == 0;
        return isItsWidth ? step : natural;
    }

    private static boolean isBlank(String text) {
        int c = text.codePointAt(0);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isUnreadable(String text) {
        int c = text.codePointAt(0);
        int type = Character.getType(c);
        return c == 0xfffd
                || (Character.isISOControl(c) && !Character.isWhitespace(c))
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }

    // ---- lines

    private void note(Item.Shape shape, Placed placed) {
        if (shape.ink().strokes()) {
            noteStrokes(shape, placed);
        } else if (shape.ink().fills()) {
            noteThinAreas(shape, placed);
        }
    }

    private void noteStrokes(Item.Shape shape, Placed placed) {
        double[] at = new double[6];
        double[] start = new double[2];
        double[] before = new double[2];
        for (PathIterator it = shape.path().getPathIterator(placed.place()); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    start = new double[] {at[0], at[1]};
                    before = start;
                }
                case PathIterator.SEG_LINETO -> {
                    double[] here = {at[0], at[1]};
                    note(new Frame(before[0], before[1], before[0], before[1]).and(here[0], here[1]), STRAIGHT);
                    before = here;
                }
                case PathIterator.SEG_CLOSE -> {
                    note(new Frame(before[0], before[1], before[0], before[1]).and(start[0], start[1]), STRAIGHT);
                    before = start;
                }
                case PathIterator.SEG_QUADTO -> before = new double[] {at[2], at[3]};
                default -> before = new double[] {at[4], at[5]};
            }
        }
    }

    /// Each part of a filled path that is thin is a line.
    private void noteThinAreas(Item.Shape shape, Placed placed) {
        double[] at = new double[6];
        List<double[]> part = new ArrayList<>();
        for (PathIterator it = shape.path().getPathIterator(placed.place()); !it.isDone(); it.next()) {
            int segment = it.currentSegment(at);
            if (segment == PathIterator.SEG_MOVETO) {
                noteThinArea(part);
                part.clear();
            }
            if (segment == PathIterator.SEG_MOVETO || segment == PathIterator.SEG_LINETO) {
                part.add(new double[] {at[0], at[1]});
            }
        }
        noteThinArea(part);
    }

    private void noteThinArea(List<double[]> part) {
        if (part.size() < 2 || part.size() > 6) {
            return;
        }
        double[] first = part.getFirst();
        Frame frame = new Frame(first[0], first[1], first[0], first[1]);
        for (double[] point : part) {
            frame = frame.and(point[0], point[1]);
        }
        note(frame, THIN);
    }

    /// A frame that is thin and long is a line.
    private void note(Frame frame, double thin) {
        if (rules.size() >= MOST_RULES || isOutside(frame)) {
            return;
        }
        if (frame.height() <= thin && frame.width() >= SHORTEST_RULE) {
            double y = (frame.top() + frame.bottom()) / 2;
            rules.add(new Rule(frame.left(), y, frame.right(), y));
        } else if (frame.width() <= thin && frame.height() >= SHORTEST_RULE) {
            double x = (frame.left() + frame.right()) / 2;
            rules.add(new Rule(x, frame.top(), x, frame.bottom()));
        }
    }

    // ---- pictures

    private void notePicture(Frame frame) {
        double wide = Math.min(frame.right(), width) - Math.max(frame.left(), 0);
        double high = Math.min(frame.bottom(), height) - Math.max(frame.top(), 0);
        if (wide > 0 && high > 0) {
            picturedArea += wide * high;
        }
    }

    private boolean isOutside(Frame frame) {
        double x = (frame.left() + frame.right()) / 2;
        double y = (frame.top() + frame.bottom()) / 2;
        return !(x >= 0 && x <= width && y >= 0 && y <= height);
    }
}
