package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the parts of a chart lie in its drawing, in units of the drawing from its upper left corner.
///
/// @param words names below, figures at the rules, in the drawing
public record ChartDrawing(
        int width, int height, List<Rule> lines, List<Bar> bars, List<Path> paths, List<Dot> dots, List<Word> words) {
    /// Series beyond so many begin with the first colour again.
    public static final int COLOURS = 6;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 320;
    private static final int LEFT = 90;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;
    private static final int RULES = 4;
    private static final int MOST_NAMES = 24;
    private static final int LONGEST_NAME = 9;

    /// A faint line across.
    public record Rule(int x1, int y1, int x2, int y2) {}

    /// One figure as a bar.
    public record Bar(int series, int x, int y, int width, int height, String title, Optional<Panel.Destination> to) {}

    /// Points that are joined.
    public record Path(int series, String points) {}

    /// One figure as a point.
    public record Dot(int series, int x, int y, String title, Optional<Panel.Destination> to) {}

    /// Words in the drawing.
    public record Word(String kind, int x, int y, String anchor, String text) {}

    public static ChartDrawing of(Panel.Chart chart) {
        return new Pen(chart).draw();
    }

    /// Draws one chart.
    private static final class Pen {
        private final Panel.Chart chart;
        private final Range across;
        private final Range up;
        private final List<Bar> bars = new ArrayList<>();
        private final List<Path> paths = new ArrayList<>();
        private final List<Dot> dots = new ArrayList<>();
        private final List<Rule> lines = new ArrayList<>();
        private final List<Word> words = new ArrayList<>();

        Pen(Panel.Chart chart) {
            this.chart = chart;
            List<BigDecimal> widths = chart.series().stream()
                    .flatMap(it -> it.points().stream())
                    .map(Panel.Point::x)
                    .toList();
            this.across = chart.form() == Panel.Chart.Form.SCATTER ? Range.round(widths) : Range.of(widths);
            List<BigDecimal> heights = new ArrayList<>(chart.series().stream()
                    .flatMap(it -> it.points().stream())
                    .map(Panel.Point::y)
                    .toList());
            if (chart.form() != Panel.Chart.Form.SCATTER) {
                heights.add(BigDecimal.ZERO);
            }
            this.up = Range.round(heights);
        }

        ChartDrawing draw() {
            rules();
            for (int i = 0; i < chart.series().size(); i++) {
                Panel.Series series = chart.series().get(i);
                switch (chart.form()) {
                    case BAR -> bars(i, series);
                    case LINE -> line(i, series);
                    case SCATTER -> dots(i, series);
                }
            }
            if (chart.form() != Panel.Chart.Form.BAR) {
                namesAcross();
            }
            return new ChartDrawing(WIDTH, HEIGHT, lines, bars, paths, dots, words);
        }

        private void rules() {
            for (BigDecimal value : up.marks()) {
                int y = y(value);
                lines.add(new Rule(LEFT, y, WIDTH - RIGHT, y));
                words.add(new Word("scale", LEFT - 8, y + 4, "end", plain(value)));
            }
        }

        private void bars(int number, Panel.Series series) {
            int all = Math.max(
                    1,
                    chart.series().stream()
                            .mapToInt(it -> it.points().size())
                            .max()
                            .orElse(1));
            double slot = (double) (WIDTH - LEFT - RIGHT) / all;
            double wide = slot * 0.8 / chart.series().size();
            int zero = y(BigDecimal.ZERO);
            int each = (all + MOST_NAMES - 1) / MOST_NAMES;
            for (int i = 0; i < series.points().size(); i++) {
                Panel.Point point = series.points().get(i);
                int y = y(point.y());
                int x = (int) Math.round(LEFT + slot * i + slot * 0.1 + wide * number);
                bars.add(new Bar(
                        number % COLOURS,
                        x,
                        Math.min(y, zero),
                        Math.max(1, (int) Math.round(wide)),
                        Math.max(1, Math.abs(zero - y)),
                        title(series, point),
                        point.to()));
                if (number == 0 && i % each == 0) {
                    words.add(new Word(
                            "name",
                            (int) Math.round(LEFT + slot * (i + 0.5)),
                            HEIGHT - BOTTOM + 20 + (all > LONGEST_NAME ? i / each % 2 * 16 : 0),
                            "middle",
                            shortened(point.name())));
                }
            }
        }

        private void line(int number, Panel.Series series) {
            StringBuilder points = new StringBuilder();
            BigDecimal before = null;
            for (Panel.Point point : series.points()) {
                boolean isLeap = before != null && point.x().subtract(before).compareTo(BigDecimal.ONE) > 0;
                if (isLeap) {
                    paths.add(new Path(number % COLOURS, points.toString()));
                    points.setLength(0);
                }
                points.append(points.isEmpty() ? "" : " ")
                        .append(x(point.x()))
                        .append(',')
                        .append(y(point.y()));
                before = point.x();
            }
            paths.add(new Path(number % COLOURS, points.toString()));
            dots(number, series);
        }

        private void dots(int number, Panel.Series series) {
            for (Panel.Point point : series.points()) {
                dots.add(new Dot(number % COLOURS, x(point.x()), y(point.y()), title(series, point), point.to()));
            }
        }

        private void namesAcross() {
            if (chart.form() == Panel.Chart.Form.SCATTER) {
                for (BigDecimal value : across.marks()) {
                    words.add(new Word("name", x(value), HEIGHT - BOTTOM + 20, "middle", plain(value)));
                }
                return;
            }
            chart.series().stream()
                    .flatMap(it -> it.points().stream())
                    .map(it -> new Word("name", x(it.x()), HEIGHT - BOTTOM + 20, "middle", shortened(it.name())))
                    .distinct()
                    .forEach(words::add);
        }

        private int x(BigDecimal value) {
            return LEFT + across.share(value, WIDTH - LEFT - RIGHT);
        }

        private int y(BigDecimal value) {
            return HEIGHT - BOTTOM - up.share(value, HEIGHT - TOP - BOTTOM);
        }

        private static String title(Panel.Series series, Panel.Point point) {
            return (series.name().isEmpty() ? "" : series.name() + " ") + point.name() + " " + point.label();
        }

        private static String shortened(String name) {
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    /// From the least to the most, with a mark at each step.
    private record Range(BigDecimal least, BigDecimal most, BigDecimal step) {
        private static final List<BigDecimal> ROUND =
                List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), new BigDecimal(5), BigDecimal.TEN);

        /// As the values are.
        static Range of(List<BigDecimal> values) {
            BigDecimal least = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            BigDecimal most = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
            BigDecimal end = least.compareTo(most) == 0 ? least.add(BigDecimal.ONE) : most;
            return new Range(least, end, end.subtract(least));
        }

        /// Made wider, so that it begins and ends at a round figure and its marks are round: 1, 2, 2.5
        /// or 5 times a power of ten apart.
        static Range round(List<BigDecimal> values) {
            Range exact = of(values);
            BigDecimal wanted = exact.step().divide(BigDecimal.valueOf(RULES), MathContext.DECIMAL64);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
            BigDecimal step = ROUND.stream()
                    .map(power::multiply)
                    .filter(it -> it.compareTo(wanted) >= 0)
                    .findFirst()
                    .orElse(wanted);
            return new Range(
                    whole(exact.least(), step, RoundingMode.FLOOR),
                    whole(exact.most(), step, RoundingMode.CEILING),
                    step);
        }

        private static BigDecimal whole(BigDecimal value, BigDecimal step, RoundingMode mode) {
            return value.divide(step, 0, mode).multiply(step);
        }

        List<BigDecimal> marks() {
            List<BigDecimal> marks = new ArrayList<>();
            for (BigDecimal mark = least; mark.compareTo(most) <= 0; mark = mark.add(step)) {
                marks.add(mark);
            }
            return marks;
        }

        int share(BigDecimal value, int length) {
            return value.subtract(least)
                    .multiply(BigDecimal.valueOf(length))
                    .divide(most.subtract(least), MathContext.DECIMAL64)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
    }
}
