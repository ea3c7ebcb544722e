package gewu.metrics.audit;

import gewu.api.metric.Check.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How what was worked out compares with what is told.
///
/// @param mode how digits were dropped, as far as that is needed to explain it
record Judged(Verdict verdict, Mode mode) {
    /// How digits were dropped.
    enum Mode {
        EXACT,
        HALF_UP,
        TRUNCATED,
        LAST_PLACE,
        OPERANDS,
        BOUND,
        VAGUE,
        OFF
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");
    static final MathContext DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);

    boolean isFine() {
        return verdict == Verdict.HOLDS || verdict == Verdict.HOLDS_WITHIN_ROUNDING;
    }

    private static Judged of(Verdict verdict, Mode mode) {
        return new Judged(verdict, mode);
    }

    /// A sum or difference that should come to nothing: half a unit of the last place for each operand, where the last
    /// place is the finest among the operands of the same unit; what is counted has none.
    static Judged residual(BigDecimal residual, List<Figure> operands) {
        if (residual.signum() == 0) {
            return of(Verdict.HOLDS, Mode.EXACT);
        }
        if (residual.abs().compareTo(tolerance(operands)) <= 0) {
            return of(Verdict.HOLDS_WITHIN_ROUNDING, Mode.HALF_UP);
        }
        return operands.stream().anyMatch(Figure::isVague)
                ? of(Verdict.NOT_DECIDABLE, Mode.VAGUE)
                : of(Verdict.VIOLATED, Mode.OFF);
    }

    static BigDecimal tolerance(List<Figure> operands) {
        Map<String, BigDecimal> finest = finest(operands);
        BigDecimal tolerance = BigDecimal.ZERO;
        for (Figure it : operands) {
            if (!it.isExact()) {
                tolerance = tolerance.add(
                        finest.getOrDefault(unit(it), BigDecimal.ZERO).multiply(HALF));
            }
        }
        return tolerance;
    }

    private static Map<String, BigDecimal> finest(List<Figure> operands) {
        Map<String, BigDecimal> finest = new HashMap<>();
        operands.forEach(it -> finest.merge(unit(it), it.place(), BigDecimal::min));
        return finest;
    }

    private static String unit(Figure it) {
        return it.metric().dimension() + " " + it.scale().toPlainString();
    }

    /// A rate against the quotient of two figures: rounded half up, else cut off, else one of the last place off, else
    /// possible because the operands themselves were rounded.
    ///
    /// @param part  the numerator's figures, added
    /// @param whole the denominator's figures, added
    /// @param minus what is taken from the quotient, 1 for a rate of change
    static Judged rate(List<Figure> part, List<Figure> whole, BigDecimal minus, Figure told) {
        BigDecimal exact = quotient(sum(part), sum(whole)).subtract(minus).abs();
        Judged judged = rate(exact, told);
        if (judged.verdict != Verdict.VIOLATED) {
            return judged;
        }
        Map<String, BigDecimal> finest = finest(
                java.util.stream.Stream.concat(part.stream(), whole.stream()).toList());
        BigDecimal partSlack = slack(part, finest);
        BigDecimal wholeSlack = slack(whole, finest);
        BigDecimal least = sum(whole).subtract(wholeSlack);
        if (least.signum() > 0 && (partSlack.signum() > 0 || wholeSlack.signum() > 0)) {
            BigDecimal low = quotient(sum(part).subtract(partSlack), sum(whole).add(wholeSlack))
                    .subtract(minus);
            BigDecimal high = quotient(sum(part).add(partSlack), least).subtract(minus);
            BigDecimal half = told.place().multiply(HALF);
            BigDecimal value = exact.compareTo(quotient(sum(part), sum(whole)).subtract(minus)) == 0
                    ? told.amount()
                    : told.amount().negate();
            if (value.add(half).compareTo(low) >= 0 && value.subtract(half).compareTo(high) <= 0) {
                return of(Verdict.HOLDS_WITHIN_ROUNDING, Mode.OPERANDS);
            }
        }
        return part.stream().anyMatch(Figure::isVague) || whole.stream().anyMatch(Figure::isVague)
                ? of(Verdict.NOT_DECIDABLE, Mode.VAGUE)
                : judged;
    }

    private static BigDecimal slack(List<Figure> figures, Map<String, BigDecimal> finest) {
        BigDecimal slack = BigDecimal.ZERO;
        for (Figure it : figures) {
            BigDecimal place = finest.getOrDefault(unit(it), BigDecimal.ZERO);
            // Whole 万元 may be meant exactly; only a point, or a magnitude in a count, shows that digits were dropped.
            boolean isRounded = place.compareTo(it.scale()) < 0 || (it.isCount() && !it.isExact());
            if (isRounded) {
                slack = slack.add(place.multiply(HALF));
            }
        }
        return slack;
    }

    /// A rate that was worked out exactly against one that is told.
    static Judged rate(BigDecimal exact, Figure told) {
        if (told.isAtLeast() && exact.compareTo(told.amount()) >= 0) {
            return of(Verdict.HOLDS, Mode.BOUND);
        }
        if (told.isAtMost() && exact.compareTo(told.amount()) <= 0) {
            return of(Verdict.HOLDS, Mode.BOUND);
        }
        BigDecimal place = told.place();
        BigDecimal steps = exact.divide(place, DIGITS);
        BigDecimal stated = told.amount().divide(place, DIGITS);
        if (steps.setScale(0, RoundingMode.HALF_UP).compareTo(stated) == 0) {
            return of(Verdict.HOLDS, steps.compareTo(stated) == 0 ? Mode.EXACT : Mode.HALF_UP);
        }
        if (steps.setScale(0, RoundingMode.DOWN).compareTo(stated) == 0) {
            return of(Verdict.HOLDS_WITHIN_ROUNDING, Mode.TRUNCATED);
        }
        if (steps.subtract(stated).abs().compareTo(BigDecimal.ONE) <= 0) {
            return of(Verdict.HOLDS_WITHIN_ROUNDING, Mode.LAST_PLACE);
        }
        return told.isVague() ? of(Verdict.NOT_DECIDABLE, Mode.VAGUE) : of(Verdict.VIOLATED, Mode.OFF);
    }

    static BigDecimal sum(List<Figure> figures) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure it : figures) {
            sum = sum.add(it.amount());
        }
        return sum;
    }

    static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DIGITS);
    }
}
