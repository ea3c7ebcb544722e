package gewu.api.report;

import java.util.Arrays;

/// A line of a page, or a cell's line: words of the source text that stand side by side. Immutable.
public final class PlacedLine {
    private final int start;
    private final double top;
    private final double bottom;
    private final float[] lefts;
    private final float[] rights;

    /// @param start  first UTF-16 unit in the source text
    /// @param top    of the line
    /// @param bottom of the line
    /// @param lefts  the left side of each UTF-16 unit; copied
    /// @param rights the right side of each UTF-16 unit; copied
    public PlacedLine(int start, double top, double bottom, float[] lefts, float[] rights) {
        if (lefts.length != rights.length || lefts.length == 0) {
            throw new IllegalArgumentException("A line has as many left sides (" + lefts.length + ") as right sides ("
                    + rights.length + "), and at least one.");
        }
        this.start = start;
        this.top = top;
        this.bottom = bottom;
        this.lefts = lefts.clone();
        this.rights = rights.clone();
    }

    /// First UTF-16 unit in the source text.
    public int start() {
        return start;
    }

    /// End in the source text, exclusive.
    public int end() {
        return start + lefts.length;
    }

    public double top() {
        return top;
    }

    public double bottom() {
        return bottom;
    }

    /// The left side of the unit at `offset` of the source text.
    public double left(int offset) {
        return lefts[offset - start];
    }

    /// The right side of the unit at `offset` of the source text.
    public double right(int offset) {
        return rights[offset - start];
    }

    /// The box of the words from `from` to `to` (exclusive), which stand in this line.
    public Box box(int from, int to) {
        double left = lefts[from - start];
        double right = rights[from - start];
        for (int i = from - start + 1; i < to - start; i++) {
            left = Math.min(left, lefts[i]);
            right = Math.max(right, rights[i]);
        }
        return new Box(left, top, right, bottom);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlacedLine line
                && start == line.start
                && top == line.top
                && bottom == line.bottom
                && Arrays.equals(lefts, line.lefts)
                && Arrays.equals(rights, line.rights);
    }

    @Override
    public int hashCode() {
        return 31 * start + lefts.length;
    }

    @Override
    public String toString() {
        return "line " + start + ".." + end() + " at " + top;
    }
}
