package gewu.workbench.terminal;

import gewu.api.workbench.Panel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Draws a chart with signs: a bar a figure, all of one scale.
final class BarLines {
    static final int WIDTH_IN_A_PIPE = 80;
    private static final int FEWEST = 8;
    /// The eighths of a column.
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private final int columns;

    BarLines(int columns) {
        this.columns = columns;
    }

    List<String> of(Panel.Chart chart) {
        BigDecimal most = BigDecimal.ZERO;
        int names = 0;
        int labels = 0;
        for (Panel.Series series : chart.series()) {
            for (Panel.Point point : series.points()) {
                most = most.max(point.y().abs());
                names = Math.max(names, TextWidth.of(point.name()));
                labels = Math.max(labels, TextWidth.of(point.label()));
            }
        }
        names = Math.min(names, columns / 3);
        int room = Math.max(FEWEST, columns - names - labels - 4);
        List<String> lines = new ArrayList<>();
        for (Panel.Series series : chart.series()) {
            if (chart.series().size() > 1) {
                lines.add(series.name());
            }
            for (Panel.Point point : series.points()) {
                lines.add(TextWidth.pad(TextWidth.cut(point.name(), names), names, false) + "  "
                        + bar(point.y(), most, room) + " " + point.label());
            }
        }
        return lines;
    }

    private static String bar(BigDecimal value, BigDecimal most, int room) {
        if (most.signum() == 0) {
            return "";
        }
        int eighths = value.abs()
                .multiply(BigDecimal.valueOf(room * 8L))
                .divide(most, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return (value.signum() < 0 ? "−" : "") + "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
    }
}
