package gewu.kernel.page;

import java.util.List;

/// Between what sides the lines of a column of prose are set; where a page has columns, each has its own.
record Margins(double left, double right) {
    /// A line that stands out a little does not move a margin.
    private static final double FEW = 0.1;

    /// The margins that most of these lines keep.
    static Margins of(List<SetLine> lines) {
        double[] lefts = lines.stream().mapToDouble(SetLine::left).sorted().toArray();
        double[] rights = lines.stream().mapToDouble(SetLine::right).sorted().toArray();
        int few = (int) (FEW * lines.size());
        return new Margins(lefts[few], rights[rights.length - 1 - few]);
    }

    double width() {
        return right - left;
    }
}
