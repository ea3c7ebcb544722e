package gewu.ledger.paper;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes a workbook sheet by sheet, row by row; rows leave memory as they are written. Words are never formulas,
/// whatever they begin with. For one thread.
public final class SheetWriter {
    /// What Excel takes in one cell.
    public static final int LONGEST = 32_767;

    /// The row in which the table begins, from 0: behind the title, the line beneath it and two storeys of heads.
    static final int FIRST = 4;

    /// With these a spreadsheet program would begin to calculate when somebody goes into the cell.
    private static final String FORMULA = "=+-@\t\r";

    // programs read _x0041_ as A
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}_");

    private static final int ROWS_A_FLUSH = 500;
    private static final int MORE_ROWS = 1_000;
    private static final int FASTEST = 1;

    /// In points; Excel takes no higher rows.
    private static final int HIGHEST = 409;

    /// In points, of the letters in rows and heads, and of one of their lines.
    private static final int LETTERS = 11;

    private static final int LINE = 16;
    private static final int ROOM = 6;

    /// In points, of the letters that column widths count.
    private static final int COUNTED = 10;

    private static final String BODY = "宋体";
    private static final String HEADS = "黑体";
    private static final String TITLE = "方正小标宋简体";

    private final Workbook book;
    private @Nullable Open open;

    /// @param out stays open
    public SheetWriter(OutputStream out) {
        this.book = new Workbook(new Unclosed(out), "Gewu", "1.0");
        book.setCompressionLevel(FASTEST);
        book.setGlobalDefaultFont(BODY, COUNTED);
    }

    /// Neighbours that hold the same kind of thing.
    private record Run(int from, int to, SheetLayout.Kind kind) {}

    /// The sheet that is being written.
    private static final class Open {
        private final SheetLayout layout;
        private final Worksheet sheet;
        private final List<Run> runs = new ArrayList<>();
        private final List<Integer> widths;
        private int next = FIRST;
        private int styled = FIRST;

        Open(SheetLayout layout, Worksheet sheet) {
            this.layout = layout;
            this.sheet = sheet;
            List<SheetLayout.Column> columns = layout.columns();
            int page = widthOf(layout.paper());
            int all = columns.stream().mapToInt(SheetLayout.Column::width).sum();
            this.widths = columns.stream()
                    .map(it -> all < page ? it.width() * page / all : it.width())
                    .toList();
            int from = 0;
            for (int i = 1; i <= columns.size(); i++) {
                if (i == columns.size()
                        || columns.get(i).kind() != columns.get(from).kind()) {
                    runs.add(new Run(from, i - 1, columns.get(from).kind()));
                    from = i;
                }
            }
        }

        /// Gives the rows since the last time their looks, all at once: a program's styles are costly to look up.
        void style() {
            if (next > styled) {
                runs.forEach(this::style);
                styled = next;
            }
        }

        private void style(Run run) {
            StyleSetter style =
                    sheet.range(styled, run.from(), next - 1, run.to()).style();
            style.fontName(BODY)
                    .fontSize(LETTERS)
                    .borderStyle(BorderStyle.THIN)
                    .verticalAlignment("center")
                    .wrapText(true);
            switch (run.kind()) {
                case WORDS -> style.horizontalAlignment("left");
                case TERM -> style.horizontalAlignment("center");
                case DATE -> style.format("yyyy-mm-dd").horizontalAlignment("center");
                case AMOUNT -> style.format("#,##0.00####").horizontalAlignment("right");
                case WHOLE -> style.format("0").horizontalAlignment("center");
                case PERCENT -> style.format("0%").horizontalAlignment("center");
            }
            style.set();
        }
    }

    /// How many letters fit between the margins of a page in their own size; a large one holds more than is readable.
    private static int widthOf(SheetLayout.Paper paper) {
        return switch (paper) {
            case A3_ACROSS -> 0;
            case A4_ACROSS -> 140;
            case A4_UPRIGHT -> 94;
        };
    }

    /// Begins a sheet; the one before is done.
    public void begin(SheetLayout layout) throws IOException {
        end();
        Open it = new Open(layout, book.newWorksheet(layout.name()));
        open = it;
        paper(it);
        heads(it);
    }

    /// Writes the next row of the sheet.
    ///
    /// @param values as many as there are columns, of the kinds of [SheetLayout.Kind]
    public void row(List<?> values) throws IOException {
        Open it = open;
        if (it == null) {
            throw new IllegalStateException("No sheet was begun.");
        }
        int row = it.next++;
        int lines = 1;
        for (int column = 0; column < values.size(); column++) {
            boolean isPercent = it.layout.columns().get(column).kind() == SheetLayout.Kind.PERCENT;
            Object value = values.get(column);
            put(it.sheet, row, column, isPercent && value instanceof Long whole ? BigDecimal.valueOf(whole, 2) : value);
            if (value instanceof String words) {
                lines = Math.max(lines, lines(words, it.widths.get(column)));
            }
        }
        it.sheet.rowHeight(row, Math.min(HIGHEST, lines * LINE + ROOM));
        if (it.next - it.styled == ROWS_A_FLUSH) {
            it.style();
            it.sheet.flush();
        }
    }

    /// Ends the workbook.
    public void finish() throws IOException {
        end();
        book.finish();
    }

    /// Words as a cell holds them: XML knows no control characters, and Excel no longer cells: what is longer ends with
    /// `…`.
    public static String allowed(String words) {
        StringBuilder kept = new StringBuilder(Math.min(words.length(), LONGEST));
        int end = words.length() > LONGEST ? LONGEST - 1 : words.length();
        for (int i = 0; i < end; i++) {
            char c = words.charAt(i);
            boolean isPair =
                    Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(words.charAt(i + 1));
            if (isPair) {
                kept.append(c).append(words.charAt(++i));
            } else if (!Character.isSurrogate(c) && c < '\ufffe' && (c >= ' ' || c == '\n' || c == '\t')) {
                kept.append(c);
            }
        }
        return (end < words.length() ? kept.append('…') : kept).toString();
    }

    /// How many lines words take in a column; office programs don't look themselves before somebody goes into the cell.
    private static int lines(String words, int width) {
        int room = Math.max(2, (width - 1) * COUNTED / LETTERS);
        int lines = 1;
        int taken = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int wide = c < '\u0300' ? 1 : 2;
            if (c == '\n' || taken + wide > room) {
                lines++;
                taken = c == '\n' ? 0 : wide;
            } else {
                taken += wide;
            }
        }
        return lines;
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Long number -> sheet.value(row, column, number);
            case BigDecimal number -> sheet.value(row, column, number);
            case LocalDate date -> sheet.value(row, column, date);
            default -> {
                String words = allowed(value.toString());
                if (!words.isEmpty()) {
                    sheet.inlineString(row, column, LIKE_ESCAPED.matcher(words).replaceAll("_x005F$0"));
                    if (FORMULA.indexOf(words.charAt(0)) >= 0) {
                        sheet.style(row, column).format("@").set();
                    }
                }
            }
        }
    }

    private static void paper(Open it) {
        Worksheet sheet = it.sheet;
        List<SheetLayout.Column> columns = it.layout.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, it.widths.get(column));
            if (columns.get(column).isHidden()) {
                sheet.hideColumn(column);
            }
        }
        boolean isLarge = it.layout.paper() == SheetLayout.Paper.A3_ACROSS;
        sheet.pageOrientation(it.layout.paper() == SheetLayout.Paper.A4_UPRIGHT ? "portrait" : "landscape");
        sheet.paperSize(isLarge ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.6f);
        sheet.repeatRows(FIRST - 2, FIRST - 1);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
        sheet.freezePane(it.layout.kept(), FIRST);
    }

    private static void heads(Open it) {
        Worksheet sheet = it.sheet;
        List<SheetLayout.Column> columns = it.layout.columns();
        int last = columns.size() - 1;
        while (last > 0 && columns.get(last).isHidden()) {
            last--;
        }
        boolean isLarge = it.layout.paper() == SheetLayout.Paper.A3_ACROSS;
        sheet.inlineString(0, 0, it.layout.title());
        sheet.range(0, 0, 0, last)
                .style()
                .fontName(TITLE)
                .fontSize(isLarge ? 32 : 20)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.range(0, 0, 0, last).merge();
        sheet.rowHeight(0, isLarge ? 54 : 36);
        sheet.inlineString(1, 0, it.layout.beneath());
        sheet.rowHeight(1, isLarge ? 24 : 18);
        sheet.range(1, 0, 1, last)
                .style()
                .fontName(BODY)
                .fontSize(isLarge ? 14 : LETTERS)
                .horizontalAlignment("left")
                .verticalAlignment("center")
                .set();
        sheet.range(1, 0, 1, last).merge();
        int storey = FIRST - 2;
        sheet.range(storey, 0, storey + 1, columns.size() - 1)
                .style()
                .fontName(HEADS)
                .fontSize(LETTERS)
                .fillColor("D9E2F3")
                .borderStyle(BorderStyle.THIN)
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        boolean hasStoreys = columns.stream().anyMatch(head -> !head.group().isEmpty());
        sheet.rowHeight(storey, LINE + ROOM);
        sheet.rowHeight(storey + 1, hasStoreys ? 3 * LINE + ROOM : LINE + ROOM);
        for (int column = 0; column < columns.size(); column++) {
            SheetLayout.Column its = columns.get(column);
            if (its.group().isEmpty()) {
                sheet.inlineString(storey, column, its.head());
                sheet.range(storey, column, storey + 1, column).merge();
                continue;
            }
            sheet.inlineString(storey + 1, column, its.head());
            boolean isFirst = column == 0 || !columns.get(column - 1).group().equals(its.group());
            if (isFirst) {
                int to = column;
                while (to + 1 < columns.size() && columns.get(to + 1).group().equals(its.group())) {
                    to++;
                }
                sheet.inlineString(storey, column, its.group());
                if (to > column) {
                    sheet.range(storey, column, storey, to).merge();
                }
            }
        }
    }

    /// What may be chosen, and what can be sifted, is known by the rows there are, and by those that somebody adds.
    private void end() throws IOException {
        Open it = open;
        open = null;
        if (it == null) {
            return;
        }
        it.style();
        List<SheetLayout.Column> columns = it.layout.columns();
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).choices().isEmpty()) {
                it.sheet
                        .range(FIRST, column, Math.min(it.next + MORE_ROWS, Worksheet.MAX_ROWS - 1), column)
                        .validateWithListByFormula(
                                "\"" + String.join(",", columns.get(column).choices()) + "\"")
                        .allowBlank(true)
                        .showErrorMessage(true)
                        .errorTitle(columns.get(column).head())
                        .error("请从下拉列表中选择");
            }
        }
        if (it.next > FIRST && it.layout.paper() != SheetLayout.Paper.A4_UPRIGHT) {
            it.sheet.setAutoFilter(FIRST - 1, 0, it.next - 1, columns.size() - 1);
        }
        it.sheet.finish();
    }

    /// Leaves the stream open that it writes to.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
