package gewu.api.intake.flow;

import gewu.api.intake.Reading;
import gewu.api.report.Page;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.List;

/// The text of a flowing file as it grows: paragraphs, tables, and where pages end. For one thread.
///
/// A line is a paragraph or a row of a table. Blank paragraphs leave no line. Inside a cell, the end of a line becomes
/// a space, or nothing between two Chinese characters.
public final class Flow {
    private static final int MAX_LENGTH = 30_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> breaks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int lineStart;
    private int cells;
    private int cellStart;
    private boolean joins;
    private boolean hasWords;

    /// Adds words to the line; tabs and ends of lines in them are spaces.
    public void words(CharSequence words) throws Unreadable {
        for (int i = 0; i < words.length(); i++) {
            word(words.charAt(i));
        }
    }

    /// Adds one character to the line.
    public void word(char c) throws Unreadable {
        if (c < ' ') {
            c = ' ';
        }
        if (cells > 0 && (joins || text.length() == cellStart)) {
            if (isBlank(c)) {
                return;
            }
            if (joins && text.length() > cellStart) {
                char before = text.charAt(text.length() - 1);
                if (!isBlank(before) && !(isChinese(before) && isChinese(c))) {
                    text.append(' ');
                }
            }
            joins = false;
        }
        text.append(c);
        hasWords |= !isBlank(c);
        if (text.length() > MAX_LENGTH) {
            throw new Unreadable(
                    "The text is longer than " + MAX_LENGTH + " characters.", "Split the file and import its parts.");
        }
    }

    /// Ends the line.
    public void endLine() {
        if (cells > 0) {
            joins = true;
            return;
        }
        if (isBlank(lineStart)) {
            text.setLength(lineStart);
        } else {
            text.append('\n');
        }
        lineStart = text.length();
    }

    /// Opens a cell, in which lines are joined; a cell inside a cell is part of its text.
    ///
    /// @return where the cell's words begin
    public int beginCell() {
        if (cells++ == 0) {
            cellStart = text.length();
        }
        joins = text.length() > cellStart;
        return text.length();
    }

    /// Closes the cell.
    ///
    /// @return where its words end
    public int endCell() {
        if (--cells > 0) {
            joins = true;
            return text.length();
        }
        joins = false;
        while (text.length() > cellStart && isBlank(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        return text.length();
    }

    public boolean isInCell() {
        return cells > 0;
    }

    /// Parts two cells of a row.
    public void nextCell() {
        text.append('\t');
    }

    /// Ends a row of a table, also an empty one.
    public void endRow() {
        text.append('\n');
        lineStart = text.length();
    }

    /// Keeps a table; its cells' words are in the text already.
    public void table(int start, int end, int rows, int columns, List<Table.Cell> its) {
        tables.add(new Table(tables.size() + 1, start, end, rows, columns, its));
    }

    /// Takes back what was written from `start` on.
    public void forget(int start) {
        text.setLength(start);
        lineStart = start;
        breaks.replaceAll(it -> Math.min(it, start));
    }

    /// Ends the page here.
    ///
    /// @return which break this is, to take it back
    public int endPage() {
        breaks.add(text.length());
        return breaks.size() - 1;
    }

    /// Takes back a page break that turned out to be none. No other has been taken back after it.
    public void removeBreak(int which) {
        breaks.remove(which);
    }

    public int length() {
        return text.length();
    }

    /// Whether a stretch of the text holds a letter or a Chinese character.
    public boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public boolean hasWords() {
        return hasWords;
    }

    /// Adds what another flow gathered, at the beginning of a line or inside a cell.
    public void append(Flow other) throws Unreadable {
        if (cells > 0) {
            endLine();
            for (int i = 0; i < other.text.length(); i++) {
                char c = other.text.charAt(i);
                if (c == '\n' || c == '\t') {
                    joins = true;
                } else {
                    word(c);
                }
            }
            endLine();
            return;
        }
        int shift = text.length();
        text.append(other.text);
        hasWords |= other.hasWords;
        lineStart = text.length();
        for (Table table : other.tables) {
            table(
                    table.start() + shift,
                    table.end() + shift,
                    table.rows(),
                    table.columns(),
                    table.cells().stream().map(it -> shifted(it, shift)).toList());
        }
    }

    /// Says what people should know beside the text; behind what was said before. The same sentence counts once.
    public void remark(String sentences) {
        if (!sentences.isEmpty() && !remarks.contains(sentences)) {
            remarks.add(sentences);
        }
    }

    /// The finished text.
    public Reading.Text reading() {
        if (text.length() > lineStart) {
            endLine();
        }
        String whole = text.toString();
        List<Page> pages = new ArrayList<>();
        int from = 0;
        for (int at : breaks) {
            int end = Math.max(from, Math.min(at, whole.length()));
            if (end > 0 && end < whole.length() && whole.charAt(end) == '\n' && whole.charAt(end - 1) != '\n') {
                end++;
            }
            pages.add(new Page(pages.size() + 1, from, end));
            from = end;
        }
        if (from < whole.length() || pages.isEmpty()) {
            pages.add(new Page(pages.size() + 1, from, whole.length()));
        }
        return new Reading.Text(
                new SourceText(whole, pages, SourceText.Lines.WHOLE, tables, List.of()),
                List.of(),
                String.join(" ", remarks));
    }

    private static Table.Cell shifted(Table.Cell cell, int by) {
        return new Table.Cell(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.head(),
                cell.start() + by,
                cell.end() + by);
    }

    private boolean isBlank(int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || Character.isSpaceChar(c);
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c)
                || (c >= '\u3001' && c <= '\u303f')
                || (c >= '\uff01' && c <= '\uff0f')
                || (c >= '\uff1a' && c <= '\uff1f')
                || (c >= '\u2018' && c <= '\u201d');
    }
}
