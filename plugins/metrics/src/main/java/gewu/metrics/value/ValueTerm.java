package gewu.metrics.value;

import java.math.BigDecimal;
import java.util.Set;

/// What a value term asks of figures: exact decimals, in the units that figures are kept in.
///
/// @param indicator its id; what stands below it in the taxonomy is another matter
/// @param sign      how the figure stands to the bounds
/// @param low       in the figure's unit
/// @param high      the same as `low` unless a range is asked for
/// @param units     the units that fit; empty for whatever is counted
record ValueTerm(String indicator, Sign sign, BigDecimal low, BigDecimal high, Set<String> units) {
    /// How a figure stands to the bounds.
    enum Sign {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        /// Between the bounds, both included.
        IS("="),
        /// Outside the bounds.
        IS_NOT("!=");

        private final String written;

        Sign(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        static Sign of(String written) {
            return switch (written) {
                case "<" -> LESS;
                case ">" -> MORE;
                case "<=", "=<", "≤", "≦" -> AT_MOST;
                case ">=", "=>", "≥", "≧" -> AT_LEAST;
                case "=", "==" -> IS;
                case "!=", "<>", "≠" -> IS_NOT;
                default -> throw new IllegalArgumentException("No sign: " + written);
            };
        }
    }

    /// Whether a figure of the indicator fulfils it.
    ///
    /// @param isCounted whether it counts something
    boolean holds(BigDecimal amount, String unit, boolean isCounted) {
        boolean fits = units.isEmpty() ? isCounted : units.contains(unit);
        return fits
                && switch (sign) {
                    case LESS -> amount.compareTo(low) < 0;
                    case AT_MOST -> amount.compareTo(low) <= 0;
                    case MORE -> amount.compareTo(low) > 0;
                    case AT_LEAST -> amount.compareTo(low) >= 0;
                    case IS -> amount.compareTo(low) >= 0 && amount.compareTo(high) <= 0;
                    case IS_NOT -> amount.compareTo(low) < 0 || amount.compareTo(high) > 0;
                };
    }
}
