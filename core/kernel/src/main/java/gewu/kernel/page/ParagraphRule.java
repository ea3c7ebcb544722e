package gewu.kernel.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Says whether a line goes on in the next one, by where they stand: the margins, the indent, the gap between them, the
/// size, and the end of the sentence.
final class ParagraphRule {
    private static final Pattern NUMBERING = Pattern.compile(
            "[(（]?[一二三四五六七八九十百]{1,4}[)）、.．].*"
                    + "|[(（]\\d{1,3}[)）].*|\\d{1,3}[.．、)）](?!\\d).*|第[一二三四五六七八九十百]{1,4}[章节条部].*|[①-⑳].*|[-●•◆■□▪◦○➢★※◇▶·]\\s?.*");

    private final double left;
    private final double right;
    private final double pitch;
    private final double size;
    private final boolean indents;

    /// @param lines all lines of text, tables and page numbers left out
    /// @param width of the pages
    ParagraphRule(List<SetLine> lines, double width) {
        this.size = median(lines.stream().mapToDouble(SetLine::size).toArray(), 12);
        double body = size;
        List<SetLine> text = lines.stream()
                .filter(it -> it.text().length() >= 12 && Math.abs(it.size() - body) < 0.15 * body)
                .toList();
        this.left = percentile(text.stream().mapToDouble(SetLine::left).toArray(), 0.1, 0);
        double seen = percentile(text.stream().mapToDouble(SetLine::right).toArray(), 0.9, Double.MAX_VALUE);
        // Where only short lines stand, the margin is where the other side's is, or further in.
        this.right = Math.max(seen, width - 1.3 * left - 2 * size);
        this.pitch = pitch(lines, body);
        long indented = text.stream().filter(it -> isIndented(it)).count();
        this.indents = indented >= 3 && indented * 12 >= text.size();
    }

    private static double pitch(List<SetLine> lines, double body) {
        double[] steps = new double[Math.max(0, lines.size() - 1)];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            double step = lines.get(i).top() - lines.get(i - 1).top();
            if (step > 0.8 * body && step < 4 * body) {
                steps[count++] = step;
            }
        }
        return percentile(Arrays.copyOf(steps, count), 0.4, 1.8 * body);
    }

    private boolean isIndented(SetLine line) {
        double indent = (line.left() - leftOf(line)) / size;
        return indent > 1.2 && indent < 3.2;
    }

    /// Whether `next` goes on with the paragraph that ends in `line`.
    ///
    /// @param first      the paragraph's first line
    /// @param isSamePage whether both stand on one page; at the end of a column it goes on as over a page
    boolean goesOn(SetLine first, SetLine line, SetLine next, boolean isSamePage) {
        if (Math.abs(line.size() - next.size()) > 0.18 * Math.max(line.size(), next.size())) {
            return false;
        }
        boolean isSameColumn = isSamePage && Objects.equals(line.column(), next.column());
        if (isSamePage && !isSameColumn && (line.column() == null || next.column() == null)) {
            // What stands from side to side, above or below columns, is no part of them.
            return false;
        }
        if (isSameColumn && next.top() - line.top() > 1.55 * Math.max(pitch, line.bottom() - line.top())) {
            return false;
        }
        if (next.top() < line.bottom() && isSameColumn && next.left() > line.right()) {
            return false;
        }
        if (!reachesMargin(line, next)) {
            return false;
        }
        boolean isFirst = first == line;
        double margin = isFirst ? Math.max(leftOf(next), 0) : line.left() + shift(line, next);
        boolean isIndented = next.left() > margin + 1.1 * size;
        boolean isTitle = line.size() > 1.12 * size;
        boolean isCentred = isCentred(next) && (isTitle || isCentred(line));
        if (isIndented && !isCentred && !isHanging(first, line, next, isFirst)) {
            return false;
        }
        if (isNumbered(next.text()) && (indents ? isIndented : endsParagraph(line))) {
            return false;
        }
        return !endsParagraph(line) || indents || line.right() >= rightOf(line) - 0.6 * size;
    }

    private boolean isHanging(SetLine first, SetLine line, SetLine next, boolean isFirst) {
        return isFirst ? isAsFarIn(first, next) && next.left() > leftOf(next) + 3.5 * size : isAsFarIn(line, next);
    }

    private boolean isAsFarIn(SetLine line, SetLine next) {
        return Math.abs(next.left() - line.left() - shift(line, next)) < 0.5 * size;
    }

    /// How much further right the column of `next` begins.
    private double shift(SetLine line, SetLine next) {
        return leftOf(next) - leftOf(line);
    }

    private double leftOf(SetLine line) {
        Margins column = line.column();
        return column == null ? left : column.left();
    }

    private double rightOf(SetLine line) {
        Margins column = line.column();
        return column == null ? right : column.right();
    }

    /// Whether words begin with the number of a heading or of an item of a list.
    static boolean isNumbered(String words) {
        return NUMBERING.matcher(words).matches();
    }

    private boolean endsParagraph(SetLine line) {
        return Script.endsSentence(line.last()) || line.last() == ':' || line.last() == '：';
    }

    /// Whether the first word of `next` would not have fitted into `line`.
    private boolean reachesMargin(SetLine line, SetLine next) {
        double needed = 0;
        int at = 0;
        while (at < next.text().length() && at < 20) {
            char c = next.text().charAt(at);
            needed = next.rights()[at] - next.left();
            at++;
            boolean isWordGoingOn = at < next.text().length()
                    && (!Script.isWide(c)
                                    && !Script.isWide(next.text().charAt(at))
                                    && next.text().charAt(at) != ' '
                            || "，。；：、）》”！？％%".indexOf(next.text().charAt(at)) >= 0);
            if (!isWordGoingOn) {
                break;
            }
        }
        return line.right() + needed > rightOf(line) - 0.35 * size;
    }

    private boolean isCentred(SetLine line) {
        double before = line.left() - leftOf(line);
        double behind = rightOf(line) - line.right();
        return before > 1.5 * size && Math.abs(before - behind) < 1.5 * size;
    }

    private static double median(double[] values, double otherwise) {
        return percentile(values, 0.5, otherwise);
    }

    private static double percentile(double[] values, double share, double otherwise) {
        if (values.length == 0) {
            return otherwise;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
