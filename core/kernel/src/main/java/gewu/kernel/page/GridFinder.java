package gewu.kernel.page;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the tables that ruling lines show: lines that cross form a grid, and where a line is missing
/// inside it, cells are merged.
final class GridFinder {
    /// Lines this near (in points) are one; lines of double borders and joints that do not quite meet.
    private static final double NEAR = 3;

    /// A wall counts if this share of it is drawn.
    private static final double WALL = 0.6;

    /// A column or row is no thinner than this.
    private static final double THINNEST = 5;

    /// A line drawn beyond the outermost crossing line by this much opens a further column or row.
    private static final double OVERHANG = 12;

    private static final int MOST_RULES = 4_000;

    private final List<Bar> across = new ArrayList<>();
    private final List<Bar> down = new ArrayList<>();

    /// A straight line: at `at`, from `from` to `to`.
    private record Bar(double at, double from, double to) {
        boolean crosses(Bar other) {
            return at >= other.from - NEAR && at <= other.to + NEAR && other.at >= from - NEAR && other.at <= to + NEAR;
        }
    }

    private GridFinder(List<Rule> rules) {
        List<Bar> horizontal = new ArrayList<>();
        List<Bar> vertical = new ArrayList<>();
        for (Rule rule : rules.subList(0, Math.min(rules.size(), MOST_RULES))) {
            if (rule.isHorizontal()) {
                horizontal.add(new Bar(rule.y1(), rule.x1(), rule.x2()));
            } else {
                vertical.add(new Bar(rule.x1(), rule.y1(), rule.y2()));
            }
        }
        across.addAll(merged(horizontal));
        down.addAll(merged(vertical));
    }

    /// The tables of a page, and the glyphs that stand in none.
    record Found(List<SetTable> tables, List<Glyph> others) {}

    static Found find(List<Rule> rules, List<Glyph> glyphs) {
        List<SetTable> tables = new ArrayList<>();
        List<Glyph> others = new ArrayList<>(glyphs);
        for (Grid grid : new GridFinder(rules).grids()) {
            grid.fill(others).ifPresent(tables::add);
        }
        return new Found(tables, others);
    }

    /// Joins pieces of the same line.
    private static List<Bar> merged(List<Bar> bars) {
        bars.sort(Comparator.comparingDouble(Bar::at));
        List<Bar> merged = new ArrayList<>();
        int from = 0;
        while (from < bars.size()) {
            int to = from + 1;
            while (to < bars.size() && bars.get(to).at() - bars.get(from).at() <= NEAR) {
                to++;
            }
            List<Bar> same = new ArrayList<>(bars.subList(from, to));
            same.sort(Comparator.comparingDouble(Bar::from));
            Bar open = same.getFirst();
            for (Bar bar : same.subList(1, same.size())) {
                if (bar.from() <= open.to() + NEAR) {
                    open = new Bar(open.at(), open.from(), Math.max(open.to(), bar.to()));
                } else {
                    merged.add(open);
                    open = bar;
                }
            }
            merged.add(open);
            from = to;
        }
        return merged;
    }

    /// Lines that cross one another, directly or by way of others.
    private List<Grid> grids() {
        List<Grid> grids = new ArrayList<>();
        Set<Bar> left = new HashSet<>(down);
        Set<Bar> free = new HashSet<>(across);
        for (Bar first : across) {
            if (!free.remove(first)) {
                continue;
            }
            List<Bar> rows = new ArrayList<>(List.of(first));
            List<Bar> columns = new ArrayList<>();
            boolean grows = true;
            while (grows) {
                grows = take(left, columns, rows);
                grows |= take(free, rows, columns);
            }
            if (rows.size() >= 2 && !columns.isEmpty()) {
                grids.add(new Grid(rows, columns));
            }
        }
        return grids;
    }

    private static boolean take(Set<Bar> from, List<Bar> into, List<Bar> crossing) {
        List<Bar> taken = from.stream()
                .filter(bar -> crossing.stream().anyMatch(bar::crosses))
                .toList();
        taken.forEach(from::remove);
        into.addAll(taken);
        return !taken.isEmpty();
    }

    private static final class Grid {
        private final List<Bar> rows;
        private final List<Bar> columns;
        private final List<Double> xs;
        private final List<Double> ys;
        private final int[] region;

        Grid(List<Bar> rows, List<Bar> columns) {
            this.rows = rows;
            this.columns = columns;
            this.xs = places(columns, rows);
            this.ys = places(rows, columns);
            this.region = new int[Math.max(0, (xs.size() - 1) * (ys.size() - 1))];
        }

        /// Where lines stand, and the ends of those that cross them where they reach further out.
        private static List<Double> places(List<Bar> lines, List<Bar> crossing) {
            List<Double> all = new ArrayList<>(lines.stream().map(Bar::at).toList());
            double from = crossing.stream().mapToDouble(Bar::from).min().orElse(0);
            double to = crossing.stream().mapToDouble(Bar::to).max().orElse(0);
            double least = all.stream().mapToDouble(it -> it).min().orElse(from);
            double most = all.stream().mapToDouble(it -> it).max().orElse(to);
            if (from < least - OVERHANG) {
                all.add(from);
            }
            if (to > most + OVERHANG) {
                all.add(to);
            }
            all.sort(Comparator.naturalOrder());
            List<Double> apart = new ArrayList<>();
            for (double place : all) {
                if (apart.isEmpty() || place - apart.getLast() > THINNEST) {
                    apart.add(place);
                }
            }
            return apart;
        }

        int width() {
            return xs.size() - 1;
        }

        int height() {
            return ys.size() - 1;
        }

        /// The table with its words, taken from `glyphs`; empty if this is a mere frame.
        java.util.Optional<SetTable> fill(List<Glyph> glyphs) {
            if (width() < 1 || height() < 1 || width() * height() < 2) {
                return java.util.Optional.empty();
            }
            merge();
            List<List<Glyph>> inside = new ArrayList<>();
            for (int i = 0; i < region.length; i++) {
                inside.add(new ArrayList<>());
            }
            List<Glyph> others = new ArrayList<>();
            for (Glyph glyph : glyphs) {
                int column = between(xs, (glyph.box().left() + glyph.box().right()) / 2);
                int row = between(ys, glyph.box().middle());
                if (column < 0 || row < 0) {
                    others.add(glyph);
                } else {
                    inside.get(root(row * width() + column)).add(glyph);
                }
            }
            List<SetTable.SetCell> cells = cells(inside);
            if (cells.size() < 2
                    || cells.stream().filter(it -> !it.lines().isEmpty()).count() < 2) {
                return java.util.Optional.empty();
            }
            glyphs.clear();
            glyphs.addAll(others);
            return java.util.Optional.of(new SetTable(ys.getFirst(), ys.getLast(), xs, height(), true, cells));
        }

        private List<SetTable.SetCell> cells(List<List<Glyph>> inside) {
            List<SetTable.SetCell> cells = new ArrayList<>();
            for (int row = 0; row < height(); row++) {
                for (int column = 0; column < width(); column++) {
                    int place = row * width() + column;
                    if (root(place) == place) {
                        cells.add(new SetTable.SetCell(
                                row + 1,
                                column + 1,
                                span(place, true),
                                span(place, false),
                                LineMaker.lines(inside.get(place))));
                    }
                }
            }
            return cells;
        }

        /// Over how many rows or columns a region reaches.
        private int span(int place, boolean isDown) {
            int most = 0;
            for (int i = 0; i < region.length; i++) {
                if (root(i) == place) {
                    int away = isDown ? i / width() - place / width() : i % width() - place % width();
                    most = Math.max(most, away);
                }
            }
            return most + 1;
        }

        private void merge() {
            for (int i = 0; i < region.length; i++) {
                region[i] = i;
            }
            for (int row = 0; row < height(); row++) {
                for (int column = 0; column < width(); column++) {
                    int place = row * width() + column;
                    if (column + 1 < width() && !hasWall(columns, xs.get(column + 1), ys.get(row), ys.get(row + 1))) {
                        join(place, place + 1);
                    }
                    if (row + 1 < height() && !hasWall(rows, ys.get(row + 1), xs.get(column), xs.get(column + 1))) {
                        join(place, place + width());
                    }
                }
            }
        }

        private static boolean hasWall(List<Bar> lines, double at, double from, double to) {
            double covered = 0;
            for (Bar line : lines) {
                if (Math.abs(line.at() - at) <= THINNEST) {
                    covered += Math.max(0, Math.min(line.to(), to) - Math.max(line.from(), from));
                }
            }
            return covered >= WALL * (to - from);
        }

        private int root(int place) {
            int at = place;
            while (region[at] != at) {
                at = region[at];
            }
            return at;
        }

        /// The smaller place stays, so that the first cell of a region stands for it.
        private void join(int a, int b) {
            int one = root(a);
            int other = root(b);
            region[Math.max(one, other)] = Math.min(one, other);
        }

        private static int between(List<Double> places, double at) {
            for (int i = 0; i + 1 < places.size(); i++) {
                if (at >= places.get(i) && at < places.get(i + 1)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// The box of all lines; for messages in tests.
    static Box around(SetTable table) {
        return new Box(table.edges().getFirst(), table.top(), table.edges().getLast(), table.bottom());
    }
}
