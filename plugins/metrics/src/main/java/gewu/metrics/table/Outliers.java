package gewu.metrics.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Figures far from the others, told by the median, which a few wild ones do not move.
///
/// A figure is far when its distance from the median is more than 3.5 times the median distance divided
/// by 0.6745: the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993).
/// Fewer than five figures, or figures of which more than half are equal, tell nothing.
final class Outliers {
    private static final int FEWEST = 5;
    private static final BigDecimal LIMIT =
            new BigDecimal("3.5").divide(new BigDecimal("0.6745"), MathContext.DECIMAL64);

    private final BigDecimal median;
    private final BigDecimal farthest;

    /// @param distance the median distance from the median; 0 if that tells nothing
    private Outliers(BigDecimal median, BigDecimal distance) {
        this.median = median;
        this.farthest = distance.multiply(LIMIT);
    }

    static Outliers among(List<BigDecimal> values) {
        if (values.size() < FEWEST) {
            return new Outliers(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal median = median(values);
        return new Outliers(
                median,
                median(values.stream().map(it -> it.subtract(median).abs()).toList()));
    }

    boolean isFar(BigDecimal value) {
        return farthest.signum() > 0 && value.subtract(median).abs().compareTo(farthest) > 0;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.TWO);
    }
}
