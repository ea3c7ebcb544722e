package gewu.kernel.page;

import gewu.api.intake.LaidPage.Glyph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a page in reading order where prose is set in columns side by side: the left column is read to its end before
/// the right one begins. What reaches over the columns (a title, a figure's caption, a table) parts the page into bands
/// and keeps its place between them.
///
/// It is strict: both sides of the white between the columns must be prose, many lines that fill their column and run
/// on. Tables without lines, labels with their values, contents and signatures are no columns; they stay as they are.
final class ProseColumns {
    /// The white between two columns is this wide (in sizes) at least.
    private static final double GUTTER = 1.2;

    /// A gutter is looked for with a corridor a little narrower, so that no step goes past it.
    private static final double CORRIDOR = 1.0;

    /// So many places of a gutter are tried at most.
    private static final int MOST_STEPS = 400;

    /// A page of more lines than this is no prose that anybody could read.
    private static final int MOST_STRIPS = 1_000;

    /// Words this far apart (in sizes) are looked at one by one, for there may be a gutter between them.
    private static final double GAP = 0.8;

    /// A column has this many lines at least.
    private static final int LEAST_LINES = 5;

    /// More columns than this are a table.
    private static final int MOST_COLUMNS = 4;

    /// White from side to side that is higher than this (in sizes) parts two bands: a picture stands there.
    private static final double PICTURE = 4.5;

    /// White that exceeds the usual white between lines by this (in sizes) sets something apart.
    private static final double APART = 0.8;

    /// What is set apart beside, above or below columns has this many lines at most.
    private static final int MOST_APART = 4;

    /// At the top and bottom of a page, this share of its height may hold running heads.
    private static final double MARGIN = 0.13;

    /// The words of a running head leave this share of the width free.
    private static final double SHORT = 0.5;

    /// Where the page has columns already, a further band of them may be this short.
    private static final int LEAST_LINES_MORE = 2;

    private static final String HANGING = "，。、；：！？）》」』”’";

    private final double height;
    private List<Margins> known = List.of();

    private ProseColumns(double height) {
        this.height = height;
    }

    /// What is read together: a column, or what stands from side to side of the page; tables from top to bottom.
    record Part(List<SetLine> lines, List<SetTable> tables) {}

    /// The whole page, part after part; one part where it has no columns.
    ///
    /// @param glyphs those that stand in no table
    /// @param tables of the page, those that ruling lines show
    /// @param height of the page
    static List<Part> inReadingOrder(List<Glyph> glyphs, List<SetTable> tables, double height) {
        List<SetTable> sorted = new ArrayList<>(tables);
        sorted.sort(Comparator.comparingDouble(SetTable::top));
        List<Part> parts = new ArrayList<>();
        new ProseColumns(height).read(glyphs, sorted, parts);
        return parts;
    }

    private void read(List<Glyph> glyphs, List<SetTable> tables, List<Part> parts) {
        List<SetLine> lines = LineMaker.lines(glyphs);
        Optional<Band> band = new Stretch(lines, tables, glyphs).longestBand();
        if (band.isEmpty()) {
            parts.add(new Part(lines, tables));
            return;
        }
        Band found = band.get();
        known = known.isEmpty() ? found.margins() : known;
        read(found.glyphsAbove(glyphs), found.tablesAbove(), parts);
        parts.addAll(found.columns());
        read(found.glyphsBelow(glyphs), found.tablesBelow(), parts);
    }

    /// Columns side by side.
    ///
    /// @param top    what stands higher is above them
    /// @param bottom what stands lower is below them
    /// @param strips how many there are in it
    /// @param margins of each column
    private record Band(
            double top,
            double bottom,
            int strips,
            List<Part> columns,
            List<Margins> margins,
            List<SetTable> tablesAbove,
            List<SetTable> tablesBelow) {
        List<Glyph> glyphsAbove(List<Glyph> glyphs) {
            return glyphs.stream().filter(it -> it.box().middle() < top).toList();
        }

        List<Glyph> glyphsBelow(List<Glyph> glyphs) {
            return glyphs.stream().filter(it -> it.box().middle() >= bottom).toList();
        }
    }

    /// From where to where something reaches across the page.
    private record Span(double left, double right) {}

    private static final Span EVERYWHERE = new Span(-Double.MAX_VALUE, Double.MAX_VALUE);

    /// What stands at one height of the page: a line with its pieces, or a table.
    ///
    /// @param line  none if it is a table
    /// @param table none if it is a line
    private record Strip(
            double top,
            double bottom,
            List<Span> spans,
            @Nullable SetLine line,
            @Nullable SetTable table) {
        static Strip of(SetLine line) {
            List<Span> spans = new ArrayList<>();
            double from = line.left();
            double reach = line.left();
            for (int i = 0; i < line.text().length(); i++) {
                if (line.text().charAt(i) == ' ') {
                    continue;
                }
                if (line.lefts()[i] - reach > GAP * line.size()) {
                    spans.add(new Span(from, reach));
                    from = line.lefts()[i];
                }
                reach = Math.max(reach, inkEnd(line, i));
            }
            spans.add(new Span(from, reach));
            return new Strip(line.top(), line.bottom(), spans, line, null);
        }

        /// A mark at the end of a line may hang over the margin, but half of its box is white.
        private static double inkEnd(SetLine line, int at) {
            boolean isMark = HANGING.indexOf(line.text().charAt(at)) >= 0;
            return isMark ? (line.lefts()[at] + line.rights()[at]) / 2 : line.rights()[at];
        }

        static Strip of(SetTable table) {
            Span span = new Span(table.edges().getFirst(), table.edges().getLast());
            return new Strip(table.top(), table.bottom(), List.of(span), null, table);
        }

        double middle() {
            return (top + bottom) / 2;
        }

        boolean covers(double from, double to) {
            return spans.stream().anyMatch(it -> it.left() < to && it.right() > from);
        }

        boolean isLeftOf(double x) {
            return spans.getFirst().left() < x;
        }

        boolean isRightOf(double x) {
            return spans.getLast().right() > x;
        }

        boolean isOnOneSideOf(double x) {
            return !isLeftOf(x) || !isRightOf(x);
        }
    }

    /// A piece of the page from side to side, in which bands are looked for.
    private final class Stretch {
        private final List<Strip> strips = new ArrayList<>();
        private final List<Glyph> glyphs;
        private final double size;
        private final double left;
        private final double right;

        Stretch(List<SetLine> lines, List<SetTable> tables, List<Glyph> glyphs) {
            this.glyphs = glyphs;
            this.size = medianSize(lines);
            lines.forEach(it -> strips.add(Strip.of(it)));
            tables.forEach(it -> strips.add(Strip.of(it)));
            strips.sort(Comparator.comparingDouble(Strip::middle));
            this.left = strips.stream()
                    .mapToDouble(it -> it.spans().getFirst().left())
                    .min()
                    .orElse(0);
            this.right = strips.stream()
                    .mapToDouble(it -> it.spans().getLast().right())
                    .max()
                    .orElse(0);
        }

        /// The band of most lines, wherever its gutter is.
        Optional<Band> longestBand() {
            Set<List<Integer>> seen = new HashSet<>();
            Optional<Band> longest = Optional.empty();
            double room = ColumnOfProse.NARROWEST * size;
            double step = Math.max(size / 5, (right - left) / MOST_STEPS);
            for (double x = left + room; x < right - room && strips.size() <= MOST_STRIPS; x += step) {
                for (Run run : runsBeside(x)) {
                    if (!seen.add(List.of(run.from(), run.to()))) {
                        continue;
                    }
                    Optional<Band> band = band(run);
                    if (band.isPresent() && longest.stream().noneMatch(it -> it.strips() >= run.length())) {
                        longest = band;
                    }
                }
            }
            return longest;
        }

        /// Where strips leave a corridor free about `x`, with enough lines on both sides of it.
        private List<Run> runsBeside(double x) {
            List<Run> runs = new ArrayList<>();
            double half = CORRIDOR * size / 2;
            int from = 0;
            double reach = 0;
            for (int at = 0; at <= strips.size(); at++) {
                boolean isOpen = at < strips.size() && !strips.get(at).covers(x - half, x + half);
                boolean isBelowPicture = at > from && isOpen && strips.get(at).top() - reach > PICTURE * size;
                if (!isOpen || isBelowPicture) {
                    boolean isFollowed =
                            !isOpen && at < strips.size() && strips.get(at).top() - reach < PICTURE * size;
                    trimmed(new Run(from, at), x, isFollowed).ifPresent(runs::add);
                    from = isOpen ? at : at + 1;
                    reach = 0;
                }
                if (isOpen) {
                    reach = Math.max(reach, strips.get(at).bottom());
                }
            }
            return runs;
        }

        /// Leaves out what stands beside the gutter, but above or below the columns: running heads, a short title, the
        /// heading of what follows.
        ///
        /// @param isFollowed whether something from side to side follows closely
        private Optional<Run> trimmed(Run run, double x, boolean isFollowed) {
            if (!hasEnough(run, x)) {
                return Optional.empty();
            }
            double apart = usualWhite(run) + APART * size;
            int from = run.from();
            for (int at = from; at < run.to() - 1 && at < run.from() + MOST_APART; at++) {
                Strip strip = strips.get(at);
                boolean isHead = strip.bottom() < height * MARGIN && isShort(strip);
                if (!strip.isOnOneSideOf(x) && !isHead) {
                    break;
                }
                boolean isTitle = strip.isOnOneSideOf(x) && isLarge(strip);
                if (isTitle || whiteBelow(at) > apart || isHead && isPageNumber(strip)) {
                    from = at + 1;
                }
            }
            int to = run.to();
            for (int at = to - 1; at > from && at >= run.to() - MOST_APART; at--) {
                Strip strip = strips.get(at);
                boolean isFoot = strip.top() > height * (1 - MARGIN) && isShort(strip);
                if (!isFoot && !(isFollowed && strip.isOnOneSideOf(x))) {
                    break;
                }
                if (whiteBelow(at - 1) > apart || isFoot && isPageNumber(strip)) {
                    to = at;
                }
            }
            if (isFollowed && to == run.to() && to - from > 1 && isHeadingBelow(to - 1, x)) {
                to--;
            }
            Run rest = new Run(from, to);
            return hasEnough(rest, x) ? Optional.of(rest) : Optional.empty();
        }

        private boolean hasEnough(Run run, double x) {
            return run.length() >= leastLines()
                    && of(run).filter(it -> it.line() != null && it.isLeftOf(x)).count() >= leastLines()
                    && of(run).filter(it -> it.line() != null && it.isRightOf(x))
                                    .count()
                            >= leastLines();
        }

        /// A line below columns that end at one height, alone on the left: the heading of what follows, unless the left
        /// column is a line longer.
        private boolean isHeadingBelow(int at, double x) {
            SetLine line = strips.get(at).line();
            boolean isAlone = line != null
                    && !strips.get(at).isRightOf(x)
                    && !strips.get(at - 1).isOnOneSideOf(x);
            return isAlone
                    && line != null
                    && (isLarge(strips.get(at)) || line.bold() || ParagraphRule.isNumbered(line.text()))
                    && !Script.endsSentence(line.last());
        }

        /// Whether the words leave most of the width free, as running heads do.
        private boolean isShort(Strip strip) {
            double words = strip.spans().stream()
                    .mapToDouble(it -> it.right() - it.left())
                    .sum();
            return words < SHORT * (right - left);
        }

        private static boolean isPageNumber(Strip strip) {
            SetLine line = strip.line();
            return line != null && RunningHeads.isPageNumber(line.text());
        }

        private boolean isLarge(Strip strip) {
            SetLine line = strip.line();
            return line != null && line.size() > 1.12 * size;
        }

        private Stream<Strip> of(Run run) {
            return strips.subList(run.from(), run.to()).stream();
        }

        /// The white between most lines.
        private double usualWhite(Run run) {
            double[] whites = new double[run.length() - 1];
            for (int i = 0; i < whites.length; i++) {
                whites[i] = whiteBelow(run.from() + i);
            }
            Arrays.sort(whites);
            return whites[whites.length / 2];
        }

        private double whiteBelow(int at) {
            return Math.max(0, strips.get(at + 1).top() - strips.get(at).bottom());
        }

        /// The columns of a run, if each of them is prose.
        private Optional<Band> band(Run run) {
            List<Span> places = places(run);
            if (places.size() < 2 || places.size() > MOST_COLUMNS) {
                return Optional.empty();
            }
            double top = cut(run.from());
            double bottom = cut(run.to());
            List<Glyph> inside = glyphs.stream()
                    .filter(it -> it.box().middle() >= top && it.box().middle() < bottom)
                    .filter(it -> !it.text().isBlank())
                    .toList();
            List<ColumnOfProse> columns = new ArrayList<>();
            List<Part> parts = new ArrayList<>();
            int placed = 0;
            for (Span place : places) {
                List<Glyph> its = inside.stream()
                        .filter(it -> stands(it.box().left(), it.box().right(), place))
                        .toList();
                placed += its.size();
                Optional<ColumnOfProse> column = column(LineMaker.lines(its), columns.size(), places.size());
                if (column.isEmpty()) {
                    return Optional.empty();
                }
                columns.add(column.get());
                parts.add(new Part(column.get().lines(), tablesIn(run.from(), run.to(), place)));
            }
            List<Margins> margins = columns.stream().map(ColumnOfProse::margins).toList();
            boolean isWhole = placed == inside.size();
            return !isWhole || ColumnOfProse.areRows(columns)
                    ? Optional.empty()
                    : Optional.of(new Band(
                            top,
                            bottom,
                            run.length(),
                            parts,
                            margins,
                            tablesIn(0, run.from(), EVERYWHERE),
                            tablesIn(run.to(), strips.size(), EVERYWHERE)));
        }

        /// A column of prose by itself, or a few more lines of one that the page has elsewhere.
        private Optional<ColumnOfProse> column(List<SetLine> lines, int number, int columns) {
            if (lines.size() >= LEAST_LINES) {
                ColumnOfProse column = new ColumnOfProse(lines, Margins.of(lines));
                if (column.isProse()) {
                    return Optional.of(column);
                }
            }
            if (known.size() == columns && lines.size() >= LEAST_LINES_MORE) {
                ColumnOfProse column = new ColumnOfProse(lines, known.get(number));
                if (column.goesOnWithProse()) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }

        private int leastLines() {
            return known.isEmpty() ? LEAST_LINES : LEAST_LINES_MORE;
        }

        private List<SetTable> tablesIn(int from, int to, Span place) {
            return strips.subList(from, to).stream()
                    .flatMap(it -> Stream.ofNullable(it.table()))
                    .filter(it -> stands(it.edges().getFirst(), it.edges().getLast(), place))
                    .toList();
        }

        private boolean stands(double left, double right, Span place) {
            double middle = (left + right) / 2;
            double hangs = GUTTER * size / 2;
            return middle > place.left() - hangs && middle < place.right() + hangs;
        }

        /// From where to where each column reaches: what is left and right of the white that runs through the strips.
        private List<Span> places(Run run) {
            List<Span> spans =
                    new ArrayList<>(of(run).flatMap(it -> it.spans().stream()).toList());
            spans.sort(Comparator.comparingDouble(Span::left));
            List<Span> places = new ArrayList<>();
            for (Span span : spans) {
                if (places.isEmpty() || span.left() - places.getLast().right() >= GUTTER * size) {
                    places.add(span);
                } else {
                    Span open = places.removeLast();
                    places.add(new Span(open.left(), Math.max(open.right(), span.right())));
                }
            }
            return places;
        }

        /// The height between the line above the strip at `at` and the first line from there on.
        private double cut(int at) {
            double above = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < at; i++) {
                above = strips.get(i).line() == null ? above : strips.get(i).middle();
            }
            for (int i = at; i < strips.size(); i++) {
                if (strips.get(i).line() != null) {
                    return (above + strips.get(i).middle()) / 2;
                }
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double medianSize(List<SetLine> lines) {
        double[] sizes = lines.stream().mapToDouble(SetLine::size).sorted().toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
    }

    /// Strips one below the other.
    private record Run(int from, int to) {
        int length() {
            return to - from;
        }
    }
}
