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
        Grey small = page.shrunk(Math.max(1, page.width() / ACROSS));
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
            return 0;
        }
        return new Skew(small.height(), Arrays.copyOf(xs, dark), Arrays.copyOf(ys, dark)).angle();
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
        double tangent = Math.tan(Math.toRadians(degrees));
        int margin = height / 8 + ACROSS;
        int[] rows = new int[height + 2 * margin];
        for (int i = 0; i < xs.length; i++) {
            rows[margin + (int) Math.round(ys[i] - xs[i] * tangent)]++;
        }
        double depth = 0;
        for (int i = 1; i < rows.length; i++) {
            double step = rows[i] - rows[i - 1];
            depth += step * step;
        }
        return depth;
    }
}
