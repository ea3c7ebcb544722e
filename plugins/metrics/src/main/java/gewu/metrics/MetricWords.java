package gewu.metrics;

import gewu.api.Label;
import gewu.api.metric.Metric;
import gewu.metrics.correct.CorrectedMetrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Figures in people's words.
public final class MetricWords {
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final int DIGITS = 6;

    private MetricWords() {}

    /// The value in the unit in which figures are compared, such as `18059900 元`; empty for a
    /// malformed number.
    public static String amount(Metric metric) {
        return metric.known()
                .map(it -> it.stripTrailingZeros().toPlainString() + " " + unit(metric.amountUnit()))
                .map(String::strip)
                .orElse("");
    }

    private static String unit(String unit) {
        return unit.equals("ratio") ? "" : unit;
    }

    /// The value in the unit that the report writes: as written, or as a person corrected it.
    public static String value(Metric metric) {
        if (!CorrectedMetrics.isCorrected(metric) || metric.known().isEmpty()) {
            return metric.value();
        }
        BigDecimal now = metric.known()
                .get()
                .divide(scale(metric), DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return isWritten(metric.value().replace(",", ""), now) ? metric.value() : now.toPlainString();
    }

    private static boolean isWritten(String value, BigDecimal amount) {
        return PLAIN.matcher(value).matches() && new BigDecimal(value).compareTo(amount) == 0;
    }

    /// What one of the unit as written is worth in the unit of the amount.
    public static BigDecimal scale(Metric metric) {
        String unit = metric.unit();
        if (metric.dimension().equals("ratio") || metric.dimension().equals("pp")) {
            return unit.contains("‰") ? new BigDecimal("0.001") : new BigDecimal("0.01");
        }
        if (unit.contains("亿")) {
            return unit.contains("万亿") ? YI.multiply(WAN) : YI;
        }
        return unit.contains("万") ? WAN : BigDecimal.ONE;
    }

    /// Its role in its sentence, and where it moved.
    public static Label role(Metric metric) {
        Label kind = MetricsCommand.kind(metric.kind());
        Label direction = MetricsCommand.direction(metric.direction());
        return direction.zh().isEmpty()
                ? kind
                : new Label(kind.zh() + "，" + direction.zh(), kind.en() + ", " + direction.en());
    }

    /// What kind of amount it is; empty where the report does not say.
    public static Label basis(Metric metric) {
        return switch (metric.basis()) {
            case "outturn" -> new Label("决算", "outturn");
            case "budget" -> new Label("预算", "budget");
            case "appropriated" -> new Label("拨款", "appropriated");
            case "target" -> new Label("目标", "target");
            default -> Label.same(metric.basis());
        };
    }
}
