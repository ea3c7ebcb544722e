package gewu.api.report;

/// A rectangle on a page, in points (1/72 inch) from the page's upper left corner.
public record Box(double left, double top, double right, double bottom) {
    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double middle() {
        return (top + bottom) / 2;
    }

    /// The smallest box around both.
    public Box and(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
