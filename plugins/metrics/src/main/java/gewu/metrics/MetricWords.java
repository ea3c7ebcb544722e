package gewu.metrics;

import gewu.api.Label;
import gewu.api.metric.Metric;

/// Figures in people's words.
public final class MetricWords {
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
