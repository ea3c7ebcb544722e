package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands in an OpenDocument text, a note or a text box, as people see it when all changes are accepted and
/// hidden words are not shown. For one thread, once.
final class OdtBody {
    private static final int MAX_SPACES = 1_000;

    private final OdfStyles styles;
    private final Flow flow;
    private final boolean hasPages;
    private final List<Flow> boxes = new ArrayList<>();
    private final List<Flow> notes = new ArrayList<>();
    private final List<Flow> endnotes = new ArrayList<>();
    private ListCounter counter = new ListCounter();
    private boolean isGone;
    private String list = "";
    private int level;
    private boolean countsItem;
    private Optional<Integer> itemStart = Optional.empty();
    private boolean afterSpace;
    private boolean hasOpenBreak = true;

    OdtBody(OdfStyles styles, Flow flow, boolean hasPages) {
        this.styles = styles;
        this.flow = flow;
        this.hasPages = hasPages;
    }

    /// Reads the paragraphs and tables in the element just begun.
    void read(Xml xml) throws IOException {
        blocks(xml);
        flow.endLine();
        append(notes);
        append(endnotes);
    }

    private void blocks(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            block(xml);
        }
    }

    private void block(Xml xml) throws IOException {
        switch (xml.name()) {
            case "p", "h" -> paragraph(xml);
            case "list" -> list(xml);
            case "table" -> table(xml);
            case "section" -> {
                boolean isHidden = xml.attribute("display").equals("none")
                        || xml.attribute("is-hidden").equals("true");
                if (!isHidden) {
                    blocks(xml);
                }
            }
            case "text",
                    "numbered-paragraph",
                    "index-body",
                    "alphabetical-index",
                    "illustration-index",
                    "table-index",
                    "object-index",
                    "user-index",
                    "bibliography",
                    "change-region-end" -> blocks(xml);
            case "frame", "g", "custom-shape", "text-box", "rect" -> box(xml);
            case "soft-page-break" -> breakPage();
            default -> {} // among them what was deleted, and tables of contents, which repeat the headings
        }
    }

    private void paragraph(Xml xml) throws IOException {
        String style = xml.attribute("style-name");
        if (styles.beginsPage("paragraph", style)) {
            breakPage();
        }
        boolean isHeading = xml.name().equals("h");
        int outline = xml.number("outline-level", 1);
        boolean isUnnumbered = xml.attribute("is-list-header").equals("true") || styles.isUnnumbered(style);
        int start = xml.attribute("restart-numbering").equals("true") ? xml.number("start-value", 1) : -1;
        int begun = flow.length();
        isGone = false;
        boolean isHidden = styles.hides("paragraph", style);
        afterSpace = true;
        if (countsItem) {
            countsItem = false;
            String its = list.isEmpty() ? styles.list(style) : list;
            label(styles.lists().next(counter, its, level, itemStart));
        } else if (isHeading && level == 0 && !isUnnumbered) {
            label(styles.lists().nextHeading(outline, start < 0 ? Optional.empty() : Optional.of(start)));
        }
        if (isHidden) {
            new OdtBody(styles, new Flow(), false).inlines(xml);
        } else {
            inlines(xml);
        }
        if (isGone && !flow.isInCell()) {
            flow.forget(begun);
            boxes.clear();
        }
        flow.endLine();
        append(boxes);
        if (!flow.isInCell()) {
            append(notes);
        }
        if (styles.endsPage("paragraph", style)) {
            breakPage();
        }
    }

    private void label(String its) throws Unreadable {
        write(its);
        afterSpace = true;
    }

    private void list(Xml xml) throws IOException {
        String outer = list;
        String named = xml.attribute("style-name");
        list = named.isEmpty() ? list : named;
        if (level == 0) {
            counter = styles.lists().begin(list, xml);
        }
        level++;
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("list-item") || xml.name().equals("list-header")) {
                countsItem = xml.name().equals("list-item");
                int start = xml.number("start-value", -1);
                itemStart = start < 0 ? Optional.empty() : Optional.of(start);
                blocks(xml);
            }
        }
        countsItem = false;
        level--;
        list = outer;
    }

    private void inlines(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.part(depth)) {
            if (xml.isAtWords()) {
                write(xml.words());
            } else {
                inline(xml);
            }
        }
    }

    private void inline(Xml xml) throws IOException {
        switch (xml.name()) {
            case "s" -> {
                flow.words(" ".repeat(Math.clamp(xml.number("c", 1), 1, MAX_SPACES)));
                afterSpace = false;
            }
            case "tab" -> {
                flow.words(" ");
                afterSpace = false;
            }
            case "line-break" -> {
                flow.endLine();
                afterSpace = true;
            }
            case "soft-page-break" -> breakPage();
            case "span" -> {
                if (!styles.hides("text", xml.attribute("style-name"))) {
                    inlines(xml);
                }
            }
            case "note" -> note(xml);
            case "frame", "g", "custom-shape", "text-box", "rect" -> box(xml);
            case "ruby" -> {
                int depth = xml.depth();
                while (xml.child(depth)) {
                    if (xml.name().equals("ruby-base")) {
                        inlines(xml);
                    }
                }
            }
            case "hidden-paragraph" -> isGone |= xml.attribute("is-hidden").equals("true");
            case "hidden-text" -> {
                if (!xml.attribute("is-hidden").equals("true")) {
                    inlines(xml);
                }
            }
            case "annotation",
                    "annotation-end",
                    "tracked-changes",
                    "note-citation",
                    "script",
                    "bookmark",
                    "event-listeners" -> {}
            default -> inlines(xml); // links, fields with what they show, marks around words
        }
    }

    private void note(Xml xml) throws IOException {
        boolean isEndnote = xml.attribute("note-class").equals("endnote");
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("note-body")) {
                Flow note = new Flow();
                new OdtBody(styles, note, false).read(xml);
                (isEndnote ? endnotes : notes).add(note);
            }
        }
    }

    /// A frame stands behind the paragraph to which it is anchored; of several forms of the same content only the first
    /// is read.
    private void box(Xml xml) throws IOException {
        Flow box = new Flow();
        OdtBody inside = new OdtBody(styles, box, false);
        if (xml.name().equals("frame")) {
            int depth = xml.depth();
            boolean isRead = false;
            while (xml.child(depth)) {
                if (!isRead && (xml.name().equals("text-box") || xml.name().equals("table"))) {
                    isRead = true;
                    inside.read(xml);
                }
            }
        } else {
            inside.read(xml);
        }
        boxes.add(box);
    }

    private void table(Xml xml) throws IOException {
        if (flow.isInCell()) {
            nested(xml);
            return;
        }
        flow.endLine();
        Grid grid = new Grid(flow);
        rows(xml, grid, false);
        grid.finish();
        append(notes);
        append(boxes);
    }

    private void rows(Xml xml, Grid grid, boolean isHead) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "table-row" -> {
                    if (!xml.attribute("visibility").equals("collapse")) {
                        grid.beginRow(0);
                        cells(xml, grid);
                        grid.endRow(isHead);
                    }
                }
                case "table-header-rows" -> rows(xml, grid, true);
                case "table-rows", "table-row-group" -> rows(xml, grid, isHead);
                case "soft-page-break" -> breakPage();
                default -> {}
            }
        }
    }

    private void cells(Xml xml, Grid grid) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            int repeated = Math.clamp(xml.number("number-columns-repeated", 1), 1, MAX_SPACES);
            if (xml.name().equals("covered-table-cell")) {
                grid.skip(repeated);
            } else if (xml.name().equals("table-cell")) {
                int across = xml.number("number-columns-spanned", 1);
                grid.beginCell(1, across, xml.number("number-rows-spanned", 1));
                blocks(xml);
                grid.endCell();
                for (int i = 1; i < repeated; i++) {
                    grid.beginCell(1);
                    grid.endCell();
                }
            }
        }
    }

    /// A table in a cell is part of its words.
    private void nested(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.descendant(depth)) {
            if (xml.name().equals("table-cell")) {
                blocks(xml);
                flow.endLine();
            }
        }
    }

    private void breakPage() {
        if (hasPages && !hasOpenBreak) {
            flow.endPage();
            hasOpenBreak = true;
        }
    }

    private void append(List<Flow> its) throws Unreadable {
        if (!its.isEmpty()) {
            flow.endLine();
            for (Flow one : its) {
                flow.append(one);
            }
            its.clear();
        }
    }

    /// Adds words; white space of the file is one space, and none at the beginning of a paragraph or behind another.
    private void write(String words) throws Unreadable {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!isSpace) {
                flow.word(c);
                hasOpenBreak = false;
            } else if (!afterSpace) {
                flow.word(' ');
            }
            afterSpace = isSpace;
        }
    }
}
