package gewu.kernel.intake;

import gewu.api.report.CleanText;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands broken lines as the paragraphs they were.
///
/// Programs that print or scan a report break its lines at the right margin and at the end of each page, also
/// in the middle of a word. A line goes on in the next one unless it ends a sentence, is complete in itself
/// (a heading, a row, a date), or the next one opens something new (a numbering, a bullet). Where all lines
/// end at the same margin, the margin tells; elsewhere a paragraph is a line, and only page ends break it.
final class LineJoiner {
    /// A paragraph: its first line, and where its last one ends.
    ///
    /// @param lines how many lines were joined
    record Block(Line first, int end, int lines) {}

    /// A heading is hardly longer; what is longer and does not end was broken.
    private static final int LONGEST_HEADING = 40;

    private static final int LONGEST_TITLE = 34;

    /// Signs that headings and titles seldom hold.
    private static final Signs SIGNS = Signs.of("，。；！？,;!?%％.");
    private static final int SHORT = 20;

    private final String text;
    private final boolean isWhole;
    private final List<Line> lines;
    private final int margin;
    private final boolean indents;
    private @Nullable PairsSeen pairs;

    /// Rank of the numbering under which duties are listed; -1 elsewhere.
    private int dutyRank = -1;

    private int lastRank = Integer.MAX_VALUE;

    LineJoiner(SourceText source) {
        this.text = source.text();
        this.isWhole = source.lines() == SourceText.Lines.WHOLE;
        this.lines = withRows(Line.of(text), source.tables());
        this.margin = isWhole ? 0 : margin();
        this.indents = lines.stream().filter(Line::indented).limit(3).count() == 3;
    }

    /// What stands in a table is a row, whatever it looks like.
    private static List<Line> withRows(List<Line> lines, List<Table> tables) {
        if (tables.isEmpty()) {
            return lines;
        }
        List<Line> all = new ArrayList<>(lines.size());
        int table = 0;
        for (Line line : lines) {
            while (table < tables.size() && tables.get(table).end() <= line.start()) {
                table++;
            }
            boolean isRow = table < tables.size() && tables.get(table).start() <= line.start();
            all.add(isRow ? line.asRow() : line);
        }
        return all;
    }

    /// The paragraphs in reading order.
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Line first = lines.get(at);
            noteDuties(first);
            int joined = 1;
            boolean hasText = hasSigns(
                    first,
                    first.numbering() == null
                            ? first.words()
                            : first.numbering().end());
            int length = first.length();
            while (at + joined < lines.size()
                    && goesOn(lines.get(at + joined - 1), lines.get(at + joined), joined == 1, hasText, length)) {
                Line next = lines.get(at + joined);
                hasText |= hasSigns(next, next.start());
                length += next.length();
                joined++;
            }
            blocks.add(new Block(first, lines.get(at + joined - 1).end(), joined));
            at += joined;
        }
        return blocks;
    }

    /// Under `部门职能职责` and behind `主要职责：`, numbered lines are sentences, however short the stretch before a
    /// page's end.
    private void noteDuties(Line line) {
        if (line.numbering() != null) {
            lastRank = line.numbering().shape().rank();
            if (lastRank <= dutyRank) {
                dutyRank = -1;
            }
        }
        int from = Math.max(line.start(), line.end() - 14);
        if (line.length() <= LONGEST_HEADING || line.lastSign(text) == '：' || line.lastSign(text) == ':') {
            if (text.indexOf("职责", from, line.end()) >= 0 || text.indexOf("职能", from, line.end()) >= 0) {
                dutyRank = lastRank;
            }
        }
    }

    /// Whether `next` continues the paragraph whose last line is `line`.
    ///
    /// @param isFirst whether `line` is the only line so far
    /// @param hasText whether the paragraph holds commas or full stops, as headings and titles seldom do
    /// @param length  length of the paragraph so far
    private boolean goesOn(Line line, Line next, boolean isFirst, boolean hasText, int length) {
        if (isWhole || line.kind() != Line.Kind.TEXT || next.opensSomethingNew()) {
            return false;
        }
        if (next.opensInMidSentence(text)) {
            return true;
        }
        if (line.endsSentence(text)) {
            return margin > 0 && !next.gap() && !next.indented() && indents && line.width() >= margin - 1;
        }
        if (endsOpen(line)) {
            return true;
        }
        if (margin > 0 && reachesMargin(line, next)) {
            return true;
        }
        boolean isHeadingLike = isFirst && line.numbering() != null;
        return isHeadingLike ? isBrokenItem(line, next, hasText) : isBrokenText(line, next, hasText, length);
    }

    private boolean isBrokenItem(Line line, Line next, boolean hasText) {
        if (line.length() > LONGEST_HEADING || (dutyRank >= 0 && line.length() > 16)) {
            return true;
        }
        if (HeadingWords.endsAsTitle(
                CleanText.of(text, line.start(), line.end()).text())) {
            return false;
        }
        return hasText && (hasFullStop(line) || wordsMeet(line, next));
    }

    private boolean isBrokenText(Line line, Line next, boolean hasText, int length) {
        if (next.length() <= SHORT && !hasSigns(next, next.start())) {
            return wordsMeet(line, next);
        }
        if (length > LONGEST_TITLE || hasText) {
            return true;
        }
        char last = text.charAt(line.end() - 1);
        if (last >= '0' && last <= '9') {
            return true;
        }
        return wordsMeet(line, next) && length >= 6;
    }

    private boolean endsOpen(Line line) {
        return "，、,（(“《〈「『[【〔".indexOf(text.charAt(line.end() - 1)) >= 0;
    }

    private boolean hasSigns(Line line, int from) {
        for (int i = from; i < line.end(); i++) {
            if (SIGNS.has(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFullStop(Line line) {
        for (int i = line.words(); i < line.end(); i++) {
            if ("。；！？;!?".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether the last character of one line and the first of the next stand side by side elsewhere in the
    /// text.
    private boolean wordsMeet(Line line, Line next) {
        PairsSeen seen = pairs;
        if (seen == null) {
            seen = new PairsSeen(text);
            pairs = seen;
        }
        return seen.holds(text.charAt(line.end() - 1), text.charAt(next.start()));
    }

    /// Whether the first thing of `next` (a character, a number, a word) had no room any more at the end of
    /// `line`.
    private boolean reachesMargin(Line line, Line next) {
        int at = next.start();
        int width = 0;
        while (at < next.end() && at < next.start() + 16) {
            char c = text.charAt(at);
            boolean isLatin = c > ' ' && c < 0x2000;
            if (width > 0 && !isLatin && !Line.isSentenceEnd(c) && c != '，' && c != '、') {
                break;
            }
            width += c < 0x2000 ? 1 : 2;
            at++;
            if (!isLatin && width > 1 && at < next.end() && "，。；：、".indexOf(text.charAt(at)) < 0) {
                break;
            }
        }
        return line.width() + width > margin - 1;
    }

    /// The width at which the lines were broken; 0 for a text whose lines are paragraphs.
    private int margin() {
        int[] counts = new int[161];
        int wide = 0;
        int all = 0;
        for (Line line : lines) {
            if (line.kind() == Line.Kind.TEXT && line.width() >= 36) {
                all++;
                if (line.width() < counts.length) {
                    counts[line.width()]++;
                } else {
                    wide++;
                }
            }
        }
        if (all < 6 || wide * 20 > all) {
            return 0;
        }
        int above = wide;
        for (int width = counts.length - 1; width >= 36; width--) {
            above += counts[width];
            if (above * 20 > all) {
                int near = 0;
                for (int i = Math.max(36, width - 5); i <= Math.min(counts.length - 1, width + 3); i++) {
                    near += counts[i];
                }
                return near * 2 >= all ? width : 0;
            }
        }
        return 0;
    }
}
