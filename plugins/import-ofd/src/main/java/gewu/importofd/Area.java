package gewu.importofd;

import java.util.Optional;

/// The paper of a page, in millimetres.
record Area(double x, double y, double width, double height) {
    static final Area A4 = new Area(0, 0, 210, 297);
    private static final double LARGEST = 20_000;

    /// @param words such as `0 0 210 297`
    /// @return empty if that is no paper
    static Optional<Area> of(CharSequence words) {
        double[] at = Values.list(words);
        boolean isPaper = at.length >= 4 && at[2] >= 1 && at[3] >= 1 && at[2] <= LARGEST && at[3] <= LARGEST;
        return isPaper ? Optional.of(new Area(at[0], at[1], at[2], at[3])) : Optional.empty();
    }
}
