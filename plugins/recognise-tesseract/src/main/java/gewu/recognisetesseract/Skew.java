package gewu.recognisetesseract;

import java.util.Arrays;

/// Finds by how much a page lies askew: turned the right way, its lines of text and rules make the deepest valleys
/// between the rows.
final class Skew {
    private static final double WIDEST = 3;
    private static final double COARSE = 0.25;
    private static final double FINE = 0.025;

    /// About as many pixels across; enough to see lines, few enough to look many times.
    private static final int ACROSS = 800;

    /// Fewer dark pixels are no text.
    private static final int SOME_INK = 200;

    /// Lines of text are at least and less than this many of these pixels high.
    private static final int LOWEST_LINE = 5;

    private static final int HIGHEST_LINE = 60;

    /// A row with less than this share of the ink of full ones parts lines.
    private static final double PALE = 0.2;

    private final int height;
    private final int[] xs;
    private final int[] ys;

    private Skew(int height, int[] xs, int[] ys) {
        this.height = height;
        this.xs = xs;
        this.ys = ys;
    }

    /// In degrees, clockwise; 0 for a page with nothing to tell by.
    static double of(Grey page) {
        Skew ink = inkOf(page.shrunk(shrinkage(page)));
        return ink.xs.length == 0 ? 0 : ink.angle();
    }

    /// How high the lines of text are, in pixels, when the page is turned back by `degrees`: half of the ink stands in
    /// lines that are no higher; 0 for a page with nothing to tell by. What can't be lines of text does not count.
    static double lineHeight(Grey page, double degrees) {
        int[] rows = inkOf(page.shrunk(shrinkage(page))).rows(degrees);
        int[] inked = Arrays.stream(rows).filter(ink -> ink > 0).sorted().toArray();
        if (inked.length == 0) {
            return 0;
        }
        int pale = (int) (PALE * inked[(int) (0.9 * (inked.length - 1))]);
        long[] inkByHeight = new long[HIGHEST_LINE];
        int from = 0;
        long ink = 0;
        for (int y = 0; y < rows.length; y++) {
            if (rows[y] > pale) {
                ink += rows[y];
            } else {
                if (y - from >= LOWEST_LINE && y - from < HIGHEST_LINE) {
                    inkByHeight[y - from] += ink;
                }
                from = y + 1;
                ink = 0;
            }
        }
        return middle(inkByHeight) * shrinkage(page);
    }

    private static int middle(long[] inkByHeight) {
        long half = Arrays.stream(inkByHeight).sum() / 2;
        int height = 0;
        for (long below = inkByHeight[0]; half > 0 && below <= half; below += inkByHeight[height]) {
            height++;
        }
        return height;
    }

    private static int shrinkage(Grey page) {
        return Math.max(1, page.width() / ACROSS);
    }

    private static Skew inkOf(Grey small) {
        int threshold = small.threshold();
        int[] xs = new int[small.width() * small.height()];
        int[] ys = new int[xs.length];
        int dark = 0;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                if (small.at(x, y) <= threshold) {
                    xs[dark] = x - small.width() / 2;
                    ys[dark++] = y;
                }
            }
        }
        // Half a page of ink is a photograph or a blank page's grain.
        if (dark < SOME_INK || dark > xs.length / 2) {
            return new Skew(small.height(), new int[0], new int[0]);
        }
        return new Skew(small.height(), Arrays.copyOf(xs, dark), Arrays.copyOf(ys, dark));
    }

    private double angle() {
        double coarse = best(0, WIDEST, COARSE);
        return best(coarse, COARSE, FINE);
    }

    /// Of two that are as good, the one nearer to the middle.
    private double best(double middle, double reach, double step) {
        double best = middle;
        double most = depth(middle);
        for (int i = 1; i <= Math.round(reach / step); i++) {
            for (double angle : new double[] {middle - i * step, middle + i * step}) {
                double depth = depth(angle);
                if (depth > most) {
                    most = depth;
                    best = angle;
                }
            }
        }
        return best;
    }

    /// How much neighbouring rows differ if the page is turned back by `degrees`.
    private double depth(double degrees) {
        int[] rows = rows(degrees);
        double depth = 0;
        for (int i = 1; i < rows.length; i++) {
            double step = rows[i] - rows[i - 1];
            depth += step * step;
        }
        return depth;
    }

    /// How many dark pixels each row has if the page is turned back by `degrees`.
    private int[] rows(double degrees) {
        double tangent = Math.tan(Math.toRadians(degrees));
        int margin = height / 8 + ACROSS;
        int[] rows = new int[height + 2 * margin];
        for (int i = 0; i < xs.length; i++) {
            rows[margin + (int) Math.round(ys[i] - xs[i] * tangent)]++;
        }
        return rows;
    }
}
