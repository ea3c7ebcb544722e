package gewu.kernel.page;

import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes one text of the pages of a document: lines, paragraphs and tables in reading order, without what
/// belongs to the pages. Give it the pages in order, then [#finish]. For one thread.
///
/// Each paragraph is one line of the text, each row of a table too, its cells parted by tabs. A paragraph or table that
/// runs over the end of a page is one, and so is a paragraph that runs over the end of a column. Every visible
/// character stands where [PageLook#lines] says.
public final class PageComposer {
    private final List<SetPage> pages = new ArrayList<>();
    private int characters;

    /// Takes the next page.
    ///
    /// @param why       see [PageLook#why()]
    /// @param turned    see [PageLook#turned()]
    /// @param otherText see [PageLook#otherText()]
    public void add(LaidPage page, PageLook.Origin origin, String why, double turned, String otherText) {
        GridFinder.Found found = GridFinder.find(page.rules(), page.glyphs());
        List<Object> blocks = new ArrayList<>();
        ProseColumns.inReadingOrder(found.others(), found.tables(), page.height())
                .forEach(part -> blocks.addAll(fromTopToBottom(part)));
        page.glyphs().forEach(glyph -> characters += glyph.text().length());
        pages.add(new SetPage(page.number(), page.width(), page.height(), origin, why, turned, otherText, blocks));
    }

    private static List<Object> fromTopToBottom(ProseColumns.Part part) {
        List<Object> blocks = new ArrayList<>();
        List<SetLine> lines = new ArrayList<>();
        List<SetTable> tables = new ArrayList<>(part.tables());
        for (SetLine line : part.lines()) {
            while (!tables.isEmpty() && tables.getFirst().top() < line.top()) {
                blocks.addAll(ColumnFinder.tablesAmong(lines));
                lines.clear();
                blocks.add(tables.removeFirst());
            }
            lines.add(line);
        }
        blocks.addAll(ColumnFinder.tablesAmong(lines));
        blocks.addAll(tables);
        return blocks;
    }

    /// How many UTF-16 units there are so far, about.
    public int characters() {
        return characters;
    }

    /// The whole text.
    public Reading.Text finish() {
        RunningHeads.drop(pages);
        List<SetLine> body = new ArrayList<>();
        pages.forEach(page -> body.addAll(page.lines()));
        Writer writer = new Writer(new ParagraphRule(body, width()));
        for (int i = 0; i < pages.size(); i++) {
            writer.begin(pages.get(i));
            for (Object block : pages.get(i).blocks()) {
                switch (block) {
                    case SetLine line -> writer.line(line);
                    case SetTable table -> writer.table(table);
                    default -> throw new IllegalStateException("Neither line nor table: " + block);
                }
            }
        }
        return writer.end();
    }

    /// The width of most pages.
    private double width() {
        double[] widths = pages.stream().mapToDouble(SetPage::width).sorted().toArray();
        return widths.length == 0 ? 595 : widths[widths.length / 2];
    }

    /// Writes the text as it goes from page to page.
    private static final class Writer {
        private final ParagraphRule rule;
        private final StringBuilder text = new StringBuilder();
        private final List<Page> pages = new ArrayList<>();
        private final List<PageLook> looks = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private final Doubts doubts = new Doubts();
        private List<PlacedLine> placed = new ArrayList<>();
        private @Nullable SetPage page;
        private int pageStart;
        private @Nullable SetLine first;
        private @Nullable SetLine last;
        private @Nullable SetTable lastTable;
        private boolean isSamePage;

        Writer(ParagraphRule rule) {
            this.rule = rule;
        }

        void begin(SetPage next) {
            endPage();
            page = next;
            isSamePage = false;
        }

        private void endPage() {
            SetPage ended = page;
            if (ended != null) {
                pages.add(new Page(ended.number(), pageStart, text.length()));
                looks.add(ended.look(placed));
                placed = new ArrayList<>();
                pageStart = text.length();
            }
        }

        void line(SetLine line) {
            SetLine before = last;
            SetLine begun = first;
            if (before != null && begun != null && rule.goesOn(begun, before, line, isSamePage)) {
                reopen();
                String between = Script.between(before.text(), line.first());
                if (endsInHyphenation(before, line)) {
                    text.setLength(text.length() - 1);
                    // The hyphen keeps no place: it is not in the text.
                    shortenLast();
                }
                text.append(between);
            } else {
                first = line;
            }
            place(line);
            text.append('\n');
            last = line;
            lastTable = null;
            isSamePage = true;
        }

        /// Takes back the end of the paragraph, also when it was the last thing on the page before.
        private void reopen() {
            text.setLength(text.length() - 1);
            if (!isSamePage) {
                endPagesHere();
            }
        }

        /// The pages before end where the text ends now; some of them may be blank.
        private void endPagesHere() {
            for (int i = pages.size() - 1; i >= 0 && pages.get(i).end() > text.length(); i--) {
                Page ended = pages.get(i);
                pages.set(i, new Page(ended.number(), Math.min(ended.start(), text.length()), text.length()));
            }
            pageStart = text.length();
        }

        /// A word of Latin letters that is broken at a hyphen.
        private static boolean endsInHyphenation(SetLine before, SetLine line) {
            String words = before.text();
            return words.length() > 2
                    && before.last() == '-'
                    && Character.isLowerCase(words.charAt(words.length() - 2))
                    && Character.isLowerCase(line.first());
        }

        private void shortenLast() {
            List<PlacedLine> lines =
                    isSamePage ? placed : new ArrayList<>(looks.getLast().lines());
            PlacedLine old = lines.removeLast();
            int length = old.end() - old.start() - 1;
            float[] lefts = new float[length];
            float[] rights = new float[length];
            for (int i = 0; i < length; i++) {
                lefts[i] = (float) old.left(old.start() + i);
                rights[i] = (float) old.right(old.start() + i);
            }
            lines.add(new PlacedLine(old.start(), old.top(), old.bottom(), lefts, rights));
            if (!isSamePage) {
                PageLook look = looks.removeLast();
                looks.add(new PageLook(
                        look.number(),
                        look.width(),
                        look.height(),
                        look.origin(),
                        look.why(),
                        look.turned(),
                        lines,
                        look.dropped(),
                        look.otherText()));
                endPagesHere();
            }
        }

        private void place(SetLine line) {
            placed.add(new PlacedLine(text.length(), line.top(), line.bottom(), line.lefts(), line.rights()));
            doubts.note(line, text.length());
            text.append(line.text());
        }

        void table(SetTable table) {
            first = null;
            last = null;
            SetTable before = lastTable;
            boolean goesOn = before != null && !isSamePage && TableRows.goOn(before, table);
            SetTable rest = table;
            if (goesOn && before != null && page != null) {
                int heads = TableRows.repeatedHeads(before, table);
                rest = TableRows.without(table, heads);
                page.noteDropped(TableRows.linesOf(table, heads));
            }
            int rowsBefore = goesOn ? tables.getLast().rows() : 0;
            int start = goesOn ? tables.getLast().start() : text.length();
            List<Table.Cell> cells = new ArrayList<>(goesOn ? tables.getLast().cells() : List.of());
            int heads = goesOn ? 0 : TableRows.heads(rest);
            boolean namesRows = TableRows.firstColumnNamesRows(rest, heads);
            for (int row = 1; row <= rest.rows(); row++) {
                row(rest, row, rowsBefore, row <= heads, namesRows, cells);
            }
            int number = goesOn ? tables.removeLast().number() : tables.size() + 1;
            int columns = Math.max(rest.columns(), 1);
            tables.add(new Table(
                    number, start, Math.max(start, text.length() - 1), rowsBefore + rest.rows(), columns, cells));
            lastTable = table;
            isSamePage = true;
        }

        private void row(
                SetTable table, int row, int rowsBefore, boolean isHead, boolean namesRows, List<Table.Cell> cells) {
            int before = text.length();
            boolean isFirst = true;
            for (SetTable.SetCell cell : table.cells()) {
                if (cell.row() != row) {
                    continue;
                }
                if (!isFirst) {
                    text.append('\t');
                }
                isFirst = false;
                int start = text.length();
                SetLine above = null;
                for (SetLine line : cell.lines()) {
                    if (above != null) {
                        text.append(Script.between(above.text(), line.first()));
                    }
                    place(line);
                    above = line;
                }
                boolean head = isHead || (namesRows && cell.column() == 1);
                cells.add(new Table.Cell(
                        rowsBefore + row,
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        head,
                        start,
                        text.length()));
            }
            if (text.length() > before || !isFirst) {
                text.append('\n');
            }
        }

        Reading.Text end() {
            endPage();
            SourceText source = new SourceText(text.toString(), pages, SourceText.Lines.WHOLE, tables, doubts.list());
            return new Reading.Text(source, looks, "");
        }
    }
}
