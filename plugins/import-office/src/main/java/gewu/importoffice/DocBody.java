package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.SEPX;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.SectionProperties;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/// Reads what stands in an old Word document, as people see it when all changes are accepted and hidden words are not
/// shown. For one thread, once.
final class DocBody {
    /// Edges of cells that lie closer than this, in twentieths of a point, are the same.
    private static final int SAME_EDGE = 40;

    private static final int DEEPEST_TABLE = 20;

    private final HWPFDocument document;
    private final Flow flow;
    private final FieldCodes fields;
    private final DocLists lists;
    private final Map<Integer, Boolean> sectionEnds = new HashMap<>();
    private final List<Flow> notes = new ArrayList<>();
    private final List<Flow> endnotes = new ArrayList<>();
    private final boolean contentsAreLeftOut;
    private final boolean isMain;
    private String label = "";

    DocBody(HWPFDocument document, Flow flow, boolean contentsAreLeftOut) {
        this(document, flow, contentsAreLeftOut, true, new DocLists(document));
    }

    private DocBody(HWPFDocument document, Flow flow, boolean contentsAreLeftOut, boolean isMain, DocLists lists) {
        this.document = document;
        this.flow = flow;
        this.fields = new FieldCodes(contentsAreLeftOut);
        this.lists = lists;
        this.contentsAreLeftOut = contentsAreLeftOut;
        this.isMain = isMain;
    }

    /// Reads the whole document.
    ///
    /// @return false if a table of contents never ends, so that it can't be left out
    boolean read() throws Unreadable {
        List<SEPX> sections = document.getSectionTable().getSections();
        for (int i = 0; i + 1 < sections.size(); i++) {
            byte kind = sections.get(i + 1).getSectionProperties().getBkc();
            boolean isPage = kind != SectionProperties.BKC_NO_BREAK && kind != SectionProperties.BKC_NEW_COLUMN;
            sectionEnds.put(sections.get(i).getEnd(), isPage);
        }
        blocks(document.getRange(), 0);
        flow.endLine();
        boolean isWhole = !fields.isOpen();
        append(notes);
        append(endnotes);
        Range boxes = document.getMainTextboxRange();
        if (boxes != null && boxes.getEndOffset() > boxes.getStartOffset()) {
            flow.append(apart(boxes));
        }
        return isWhole;
    }

    private Flow apart(Range range) throws Unreadable {
        Flow apart = new Flow();
        new DocBody(document, apart, contentsAreLeftOut, false, lists).blocks(range, 0);
        apart.endLine();
        return apart;
    }

    private void blocks(Range range, int tableLevel) throws Unreadable {
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > tableLevel && tableLevel < DEEPEST_TABLE) {
                Table table = range.getTable(paragraph);
                if (flow.isInCell() || !fields.areHeard()) {
                    nested(table);
                } else {
                    table(table);
                }
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                paragraph(paragraph);
            }
        }
    }

    private void paragraph(Paragraph paragraph) throws Unreadable {
        if (paragraph.pageBreakBefore() && isMain && flow.length() > 0) {
            flow.endPage();
        }
        label = fields.areHeard() ? lists.label(paragraph) : "";
        boolean isJoined = false;
        int count = paragraph.numCharacterRuns();
        for (int i = 0; i < count; i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            boolean isGone = run.isMarkedDeleted() || run.isVanished();
            String text = run.text();
            if (run.isSymbol() && !isGone) {
                symbol(run);
            } else {
                run(text, run.getStartOffset(), isGone);
            }
            isJoined = isGone && text.endsWith("\r");
        }
        fields.endParagraph();
        if (isJoined) {
            return;
        }
        if (!label.isEmpty()) {
            write("");
        }
        flow.endLine();
        if (!flow.isInCell()) {
            append(notes);
        }
    }

    private void symbol(CharacterRun run) throws Unreadable {
        String font = run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName();
        write(WordSymbols.of(font, Integer.toHexString(run.getSymbolCharacter())));
    }

    private void run(String text, int offset, boolean isGone) throws Unreadable {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                String words = text.substring(at, end);
                fields.code(words);
                if (!isGone && fields.areHeard()) {
                    write(words);
                }
                at = end;
                continue;
            }
            sign(text.charAt(at), offset + at, isGone);
            at++;
        }
    }

    private static boolean isWord(char c) {
        return c >= ' ' && (c < '\ue000' || c > '\uf8ff');
    }

    private void sign(char c, int offset, boolean isGone) throws Unreadable {
        switch (c) {
            case 0x13 -> fields.begin();
            case 0x14 -> fields.separate();
            case 0x15 -> fields.end();
            case 0x0c -> feed(offset + 1, isGone);
            default -> {
                if (!isGone && fields.areHeard()) {
                    character(c, offset);
                }
            }
        }
    }

    /// A form feed ends a page, or a section, which may begin in the middle of a page.
    private void feed(int end, boolean isGone) {
        Boolean section = sectionEnds.get(end);
        if (!isMain || isGone) {
            return;
        }
        if (section != null) {
            flow.endLine();
        }
        if (section == null || section) {
            flow.endPage();
        }
    }

    private void character(char c, int offset) throws Unreadable {
        switch (c) {
            case 0x0b, 0x0e -> {
                write("");
                flow.endLine();
            }
            case '\t' -> write(" ");
            case 0x1e -> write("-");
            case 0x02 -> note(offset);
            default -> {} // places of pictures and marks of comments
        }
    }

    private void write(String words) throws Unreadable {
        if (!label.isEmpty()) {
            String its = label;
            label = "";
            flow.words(its);
        }
        flow.words(words);
    }

    private void note(int offset) throws Unreadable {
        if (!isMain) {
            return;
        }
        note(offset, document.getFootnotes(), document.getFootnoteRange(), notes);
        note(offset, document.getEndnotes(), document.getEndnoteRange(), endnotes);
    }

    private void note(int offset, Notes all, Range range, List<Flow> into) throws Unreadable {
        int which = all.getNoteIndexByAnchorPosition(offset);
        if (which >= 0) {
            int start = range.getStartOffset() + all.getNoteTextStartOffset(which);
            int end = range.getStartOffset() + all.getNoteTextEndOffset(which);
            into.add(apart(new Range(start, end, document)));
        }
    }

    private void append(List<Flow> its) throws Unreadable {
        if (!its.isEmpty()) {
            flow.endLine();
            for (Flow note : its) {
                flow.append(note);
            }
            its.clear();
        }
    }

    /// A table inside a cell is part of the cell's text.
    private void nested(Table table) throws Unreadable {
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                blocks(row.getCell(j), table.getTableLevel());
                flow.endLine();
            }
        }
    }

    private void table(Table table) throws Unreadable {
        flow.endLine();
        List<Integer> edges = edges(table);
        Grid grid = new Grid(flow);
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            if (row.numCells() == 0) {
                continue;
            }
            grid.beginRow(place(edges, row.getCell(0).getLeftEdge()));
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                int left = place(edges, cell.getLeftEdge());
                int span = Math.max(1, place(edges, cell.getLeftEdge() + cell.getWidth()) - left);
                if (cell.isMerged() && !cell.isFirstMerged() && j > 0) {
                    grid.goOnFromLeft(span);
                } else if (!(cell.isVerticallyMerged()
                        && !cell.isFirstVerticallyMerged()
                        && grid.goOnFromAbove(span))) {
                    grid.beginCell(span);
                    blocks(cell, table.getTableLevel());
                    grid.endCell();
                }
            }
            grid.endRow(row.isTableHeader());
        }
        grid.finish();
        append(notes);
    }

    private static List<Integer> edges(Table table) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                all.add(row.getCell(j).getLeftEdge());
                all.add(row.getCell(j).getLeftEdge() + row.getCell(j).getWidth());
            }
        }
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() > SAME_EDGE) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /// Which of the sorted edges this is.
    private static int place(List<Integer> edges, int edge) {
        int place = 0;
        while (place + 1 < edges.size() && edges.get(place + 1) <= edge) {
            place++;
        }
        return place;
    }
}
