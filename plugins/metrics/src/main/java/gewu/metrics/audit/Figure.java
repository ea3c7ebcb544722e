package gewu.metrics.audit;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.MetricWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/// A metric with a value, and where it stands in its paragraph's clean text.
///
/// @param amount    the metric's value, in its unit
/// @param number    its place among the figures of the report, from 0
/// @param paragraph number of its paragraph, from 1
/// @param from      first clean character
/// @param to        end, exclusive
/// @param sentence  where its sentence begins
/// @param depth     how many brackets are open around it
/// @param isPrevious whether it is the level that another figure is compared with
record Figure(
        Metric metric,
        BigDecimal amount,
        int number,
        int paragraph,
        int from,
        int to,
        int sentence,
        int depth,
        boolean isPrevious) {
    private static final Set<String> VAGUE = Set.of("约", "近", "余", "多", "超", "以上", "以下", "左右", "以内", "不足", "几", "来");

    String id() {
        return metric.id();
    }

    String canonical() {
        return metric.canonical();
    }

    /// A value of the period itself, neither a change nor last year's.
    boolean isLevel() {
        return metric.kind() == Kind.LEVEL && !isPrevious;
    }

    boolean isMoney() {
        return metric.dimension().equals("money");
    }

    boolean isCount() {
        return metric.dimension().startsWith("count.");
    }

    boolean isRatio() {
        return metric.dimension().equals("ratio");
    }

    boolean isVague() {
        return VAGUE.contains(metric.qualifier());
    }

    boolean isAtLeast() {
        return Set.of("余", "多", "超", "以上").contains(metric.qualifier());
    }

    boolean isAtMost() {
        return Set.of("近", "以下", "以内", "不足").contains(metric.qualifier());
    }

    /// Counted one by one, so that nothing is rounded.
    boolean isExact() {
        return isCount() && scale().compareTo(BigDecimal.ONE) == 0 && decimals() == 0 && !isVague();
    }

    /// Digits behind the point as written.
    int decimals() {
        String digits = metric.value();
        int point = digits.indexOf('.');
        int count = 0;
        for (int i = point + 1; point >= 0 && i < digits.length() && Character.isDigit(digits.charAt(i)); i++) {
            count++;
        }
        return count;
    }

    /// What one of the unit as written is worth in the unit of the amount.
    BigDecimal scale() {
        return MetricWords.scale(metric);
    }

    /// What one in the last written place is worth.
    BigDecimal place() {
        return scale().movePointLeft(decimals());
    }

    /// An amount of this figure's dimension as people would write it beside this figure.
    String plain(BigDecimal value) {
        BigDecimal written = value.divide(scale(), 6, RoundingMode.HALF_UP).stripTrailingZeros();
        return (written.scale() < 0 ? written.setScale(0) : written).toPlainString();
    }

    String plain() {
        return plain(amount);
    }

    /// An amount of this figure's dimension as a sentence tells it: with the unit.
    String told(BigDecimal value) {
        return plain(value) + metric.unit();
    }

    /// An amount that was divided for, in as many digits as this figure is told in.
    String about(BigDecimal value) {
        return value.divide(scale(), decimals(), RoundingMode.HALF_UP).toPlainString() + metric.unit();
    }

    /// A ratio as a sentence tells it beside this one: in percent, at most two digits finer.
    String percent(BigDecimal ratio) {
        BigDecimal written = ratio.movePointRight(2)
                .setScale(decimals() + 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (written.scale() < 0 ? written.setScale(0) : written).toPlainString() + "%";
    }

    /// What a counted unit measures, so that 件 and 件次 count the same.
    String measure() {
        String unit = metric.amountUnit();
        if (!isCount()) {
            return metric.dimension();
        }
        boolean cases = unit.contains("件");
        boolean persons = unit.contains("人");
        if (cases && persons) {
            return "mixed";
        }
        if (persons || Set.of("名", "位").contains(unit)) {
            return "person";
        }
        if (cases || Set.of("宗", "起", "封", "例").contains(unit)) {
            return "case";
        }
        return unit.startsWith("批") ? "batch" : unit;
    }

    /// The indicator without the measure that its unit adds: `pet.visit` for `pet.visit.person`.
    String family() {
        String id = canonical();
        int point = id.lastIndexOf('.');
        return point > 0 && Set.of("case", "batch", "person", "mixed").contains(id.substring(point + 1))
                ? id.substring(0, point)
                : id;
    }

    boolean isSameSentence(Figure other) {
        return paragraph == other.paragraph && sentence == other.sentence;
    }

    /// Whether both are of one period, told as a day of it or as the year.
    boolean isSamePeriod(Figure other) {
        String mine = metric.period();
        String its = other.metric.period();
        return mine.equals(its)
                || (mine.length() >= 4
                        && its.length() >= 4
                        && mine.regionMatches(0, its, 0, 4)
                        && (mine.length() == 4 || its.length() == 4));
    }
}
