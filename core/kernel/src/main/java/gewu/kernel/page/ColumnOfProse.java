package gewu.kernel.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Lines that may be a column of prose: says whether they are, or rather cells, labels or contents.
final class ColumnOfProse {
    /// No prose is set in columns narrower than this (in sizes).
    static final double NARROWEST = 8;

    /// Lines of prose fill the column, but for the ends of paragraphs; this share of them at least.
    private static final double FULL = 0.5;

    /// Where lines are so short that they could be cells, more of them must be full.
    private static final double FULL_IF_SHORT = 0.6;

    private static final int SHORT = 16;

    /// This share of full lines is followed by one that begins at the margin.
    private static final double RUN_ON = 0.3;

    /// Sentences have marks: this share of lines at least has one.
    private static final double MARKED = 0.35;

    /// More figures than this make a column of amounts.
    private static final double MOST_DIGITS = 0.3;

    /// Words this far apart (in sizes) in one line are not prose.
    private static final double HOLE = 1.5;

    /// A line stands apart from the one above if it is further from it than this many usual steps.
    private static final double STEP = 1.35;

    private static final Pattern MARK = Pattern.compile("[，。；：、！？,;]|[.!?](?!\\d)");
    private static final Pattern LEADER = Pattern.compile("[.·…⋯．_—-]\\s?[.·…⋯．_—-]\\s?[.·…⋯．_—-]");

    private final List<SetLine> lines;
    private final Margins margins;
    private final double size;
    private final double step;

    /// @param lines   from top to bottom, at least one
    /// @param margins of the column
    ColumnOfProse(List<SetLine> lines, Margins margins) {
        this.margins = margins;
        this.lines = lines.stream().map(it -> it.within(margins)).toList();
        this.size = middle(lines.stream().mapToDouble(SetLine::size).toArray());
        double[] steps = new double[lines.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = lines.get(i + 1).top() - lines.get(i).top();
        }
        this.step = steps.length == 0 ? size : middle(steps);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /// The lines; each knows the margins of this column.
    List<SetLine> lines() {
        return lines;
    }

    Margins margins() {
        return margins;
    }

    /// Whether a few more lines keep the margins of a column that was prose elsewhere on the page.
    boolean goesOnWithProse() {
        boolean isInside =
                lines.stream().allMatch(it -> it.left() > margins.left() - size && it.right() < margins.right() + size);
        long full = lines.stream().filter(this::isFull).count();
        return isInside && full >= FULL * lines.size();
    }

    boolean isProse() {
        if (margins.width() < NARROWEST * size) {
            return false;
        }
        int full = 0;
        int marked = 0;
        int runsOn = 0;
        int characters = 0;
        int digits = 0;
        for (int i = 0; i < lines.size(); i++) {
            SetLine line = lines.get(i);
            boolean isFull = isFull(line);
            full += isFull ? 1 : 0;
            marked += MARK.matcher(line.text()).find() ? 1 : 0;
            runsOn += isFull && i + 1 < lines.size() && goesOnAt(i + 1) ? 1 : 0;
            characters += line.text().length();
            digits += (int)
                    line.text().chars().filter(it -> Script.isDigit((char) it)).count();
        }
        int count = lines.size();
        boolean isShort = characters <= SHORT * count;
        return full >= (isShort ? FULL_IF_SHORT : FULL) * count
                && marked >= MARKED * count
                && runsOn >= Math.max(2, RUN_ON * count)
                && digits <= MOST_DIGITS * characters;
    }

    /// Whether the line fills the column from its margin, or an indent, to the other.
    private boolean isFull(SetLine line) {
        double ragged = Math.max(2 * size, 0.12 * margins.width());
        return line.right() >= margins.right() - ragged
                && line.left() <= margins.left() + 2.6 * size
                && line.parts(HOLE).size() == 1
                && !LEADER.matcher(line.text()).find();
    }

    private boolean goesOnAt(int at) {
        return !isApart(at) && lines.get(at).left() <= margins.left() + 1.2 * size;
    }

    private boolean isApart(int at) {
        return lines.get(at).top() - lines.get(at - 1).top() > STEP * step;
    }

    /// Whether the columns are those of a table with long cells: what begins in one begins beside something that begins
    /// in the others.
    static boolean areRows(List<ColumnOfProse> columns) {
        ColumnOfProse least = columns.getFirst();
        for (ColumnOfProse column : columns) {
            least = column.beginnings().size() < least.beginnings().size() ? column : least;
        }
        int together = 0;
        int apart = 0;
        List<Integer> beginnings = least.beginnings();
        for (int at : beginnings) {
            boolean isTogether = true;
            boolean isApart = false;
            for (ColumnOfProse column : columns) {
                int beside = column.beginningBeside(least.lines.get(at));
                isTogether &= beside >= 0;
                isApart |= beside >= 0 && column.isApart(beside);
            }
            together += isTogether ? 1 : 0;
            apart += isTogether && isApart ? 1 : 0;
        }
        return beginnings.size() >= 2 && together >= 0.75 * beginnings.size() && (beginnings.size() >= 4 || apart > 0);
    }

    /// Which lines begin a paragraph, the first line left out.
    private List<Integer> beginnings() {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!isFull(lines.get(i - 1)) || !goesOnAt(i)) {
                found.add(i);
            }
        }
        return found;
    }

    /// The line that begins a paragraph at the height of `other`; -1 if there is none.
    private int beginningBeside(SetLine other) {
        for (int at : beginnings()) {
            if (Math.abs(lines.get(at).box().middle() - other.box().middle()) < 0.4 * size) {
                return at;
            }
        }
        return -1;
    }
}
