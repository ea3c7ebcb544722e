package gewu.metrics.audit;

import gewu.api.metric.Metric.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The whole numbers that may have stood a period before.
///
/// @param last -1 for no limit
record ImpliedBase(BigDecimal first, BigDecimal last) {
    private static final BigDecimal NO_LIMIT = BigDecimal.ONE.negate();

    /// The whole numbers from which `level` is reached by a rate between the one told plus `below` (inclusive) and plus
    /// `above` (exclusive).
    static ImpliedBase of(BigDecimal level, Figure told, BigDecimal below, BigDecimal above) {
        BigDecimal low = told.amount().add(below).max(BigDecimal.ZERO);
        BigDecimal high = told.amount().add(above);
        if (told.metric().direction() == Direction.UP) {
            BigDecimal least = level.divide(BigDecimal.ONE.add(high), Judged.DIGITS);
            BigDecimal most = level.divide(BigDecimal.ONE.add(low), Judged.DIGITS);
            return new ImpliedBase(above(least), most.setScale(0, RoundingMode.FLOOR));
        }
        BigDecimal left = BigDecimal.ONE.subtract(low);
        if (left.signum() <= 0) {
            return level.signum() == 0
                    ? new ImpliedBase(BigDecimal.ONE, NO_LIMIT)
                    : new ImpliedBase(BigDecimal.ONE, BigDecimal.ZERO);
        }
        BigDecimal least = level.divide(left, Judged.DIGITS)
                .setScale(0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
        BigDecimal rest = BigDecimal.ONE.subtract(high);
        if (rest.signum() <= 0) {
            return new ImpliedBase(least, NO_LIMIT);
        }
        BigDecimal most = level.divide(rest, Judged.DIGITS);
        return new ImpliedBase(least, above(most).subtract(BigDecimal.ONE));
    }

    /// The least whole number greater than `bound`, which itself is not reached; `bound` if it lies just there.
    private static BigDecimal above(BigDecimal bound) {
        return bound.setScale(0, RoundingMode.FLOOR).compareTo(bound) == 0
                ? bound.setScale(0, RoundingMode.FLOOR)
                : bound.setScale(0, RoundingMode.CEILING);
    }

    boolean exists() {
        return last.equals(NO_LIMIT) || first.compareTo(last) <= 0;
    }

    /// `11811..11821`, `39`, or `2000..`.
    String words() {
        if (last.equals(NO_LIMIT)) {
            return first.toPlainString() + "..";
        }
        return first.compareTo(last) == 0 ? first.toPlainString() : first.toPlainString() + ".." + last.toPlainString();
    }
}
