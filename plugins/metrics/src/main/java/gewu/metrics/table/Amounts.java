package gewu.metrics.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Amounts as people read them: all of one table in one unit, exact to the last digit.
///
/// @param unit  as shown: 亿元, 万元, 元, %, or what is counted
/// @param shift how many places the point moves to the left
record Amounts(String unit, int shift) {
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.TEN.pow(8);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.TEN.pow(4);
    private static final Map<String, Integer> PERCENT = Map.of("ratio", -2, "pp", -2);

    /// The unit in which most of the amounts have at least one digit before the point.
    static Amounts of(String unit, List<BigDecimal> amounts) {
        if (PERCENT.containsKey(unit)) {
            return new Amounts(unit.equals("pp") ? "个百分点" : "%", -2);
        }
        if (!unit.equals("元")) {
            return new Amounts(unit, 0);
        }
        if (share(amounts, HUNDRED_MILLION) * 2 > amounts.size()) {
            return new Amounts("亿元", 8);
        }
        return share(amounts, TEN_THOUSAND) * 2 >= amounts.size() ? new Amounts("万元", 4) : new Amounts("元", 0);
    }

    private static long share(List<BigDecimal> amounts, BigDecimal least) {
        return amounts.stream().filter(it -> it.abs().compareTo(least) >= 0).count();
    }

    BigDecimal folded(BigDecimal amount) {
        BigDecimal folded = amount.movePointLeft(shift).stripTrailingZeros();
        return folded.scale() < 0 ? folded.setScale(0) : folded;
    }

    String shown(BigDecimal amount) {
        return folded(amount).toPlainString();
    }
}
