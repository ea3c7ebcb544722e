package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what stands in a Word document, a note or a text box, as people see it when all changes are accepted and
/// hidden words are not shown. For one thread, once.
final class WordBody {
    private final Surroundings around;
    private final Flow flow;
    private final boolean hasPages;
    private final Manners plain;
    private final FieldCodes fields;
    private final List<Flow> boxes = new ArrayList<>();
    private final List<Flow> notes = new ArrayList<>();
    private final List<Flow> endnotes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable Item item;
    private int muted;
    private boolean hasOpenBreak;
    private int sectionBreak = -1;
    private boolean isSectionBreakSure;
    private boolean goesOn;

    /// What a body shares with the others of its document.
    ///
    /// @param tocIsLeftOut whether the end of a table of contents can be trusted
    record Surroundings(
            WordStyles styles,
            WordLists lists,
            Map<String, Flow> footnotes,
            Map<String, Flow> endnotes,
            boolean tocIsLeftOut) {}

    /// A paragraph's place in a list, counted only when it turns out to be seen.
    private record Item(String list, Optional<Integer> level, String style) {}

    /// What a paragraph says about itself before its words.
    private record Manners(Optional<Item> item, boolean breaksPage, boolean markIsGone, Optional<String> section) {}

    WordBody(Surroundings around, Flow flow, boolean hasPages) {
        this.around = around;
        this.flow = flow;
        this.hasPages = hasPages;
        this.fields = new FieldCodes(around.tocIsLeftOut());
        this.plain = mannersOf(
                around.styles().ofParagraphs(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /// Reads the paragraphs and tables in the element just begun.
    void read(Xml xml) throws IOException {
        blocks(xml);
        flow.endLine();
        appendNotes(notes);
        appendNotes(endnotes);
    }

    /// Whether a field never ended, so that words after it may have been left out.
    boolean hasOpenField() {
        return fields.isOpen();
    }

    private void blocks(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            block(xml);
        }
    }

    private void block(Xml xml) throws IOException {
        switch (xml.name()) {
            case "p" -> paragraph(xml);
            case "tbl" -> table(xml);
            case "sdt" -> control(xml, this::blocks);
            case "AlternateContent" -> choice(xml, this::blocks);
            case "customXml", "smartTag", "ins", "moveTo", "txbxContent" -> blocks(xml);
            case "sectPr" -> section(sectionKind(xml));
            case "oMathPara", "oMath" -> {
                inlines(xml);
                flow.endLine();
            }
            case "altChunk", "subDoc" ->
                throw new Unreadable(
                        "A part of the document is a file of another kind that Word unfolds only when it opens it.",
                        "Open it in Word, save it again as .docx, then import that copy.");
            default -> {}
        }
    }

    private interface Reader {
        void read(Xml xml) throws IOException;
    }

    /// A content control; a table of contents in one repeats the headings and is left out.
    private void control(Xml xml, Reader reader) throws IOException {
        int depth = xml.depth();
        boolean isContents = false;
        while (xml.child(depth)) {
            if (xml.name().equals("sdtPr")) {
                int inside = xml.depth();
                while (xml.descendant(inside)) {
                    isContents |= xml.name().equals("docPartGallery")
                            && xml.attribute("val").equals("Table of Contents");
                }
            } else if (xml.name().equals("sdtContent")) {
                muted += isContents ? 1 : 0;
                reader.read(xml);
                muted -= isContents ? 1 : 0;
            }
        }
    }

    /// The same content for newer and older programs: only the first is read.
    private static void choice(Xml xml, Reader reader) throws IOException {
        int depth = xml.depth();
        boolean isRead = false;
        while (xml.child(depth)) {
            if (!isRead) {
                isRead = true;
                reader.read(xml);
            }
        }
    }

    private void paragraph(Xml xml) throws IOException {
        int depth = xml.depth();
        Manners manners = plain;
        boolean hasBegun = false;
        while (xml.child(depth)) {
            if (xml.name().equals("pPr")) {
                manners = manners(xml);
            } else {
                if (!hasBegun) {
                    hasBegun = true;
                    begin(manners);
                }
                inline(xml);
            }
        }
        if (!hasBegun) {
            begin(manners);
        }
        end(manners);
    }

    private void begin(Manners manners) {
        if (manners.breaksPage() && flow.length() > 0 && !hasOpenBreak) {
            breakPage();
        }
        item = goesOn ? null : manners.item().orElse(null);
    }

    private void end(Manners manners) throws IOException {
        fields.endParagraph();
        goesOn = manners.markIsGone();
        if (!goesOn) {
            write("");
            flow.endLine();
        }
        item = null;
        for (Flow box : boxes) {
            flow.endLine();
            flow.append(box);
        }
        boxes.clear();
        if (!flow.isInCell() && !goesOn) {
            appendNotes(notes);
        }
        if (manners.section().isPresent()) {
            section(manners.section().get());
            sectionBreak = hasPages ? flow.endPage() : -1;
            isSectionBreakSure = false;
            hasOpenBreak = true;
        }
    }

    private void appendNotes(List<Flow> its) throws Unreadable {
        if (!its.isEmpty()) {
            flow.endLine();
            for (Flow note : its) {
                flow.append(note);
            }
            its.clear();
        }
    }

    private Manners manners(Xml xml) throws IOException {
        int depth = xml.depth();
        String style = around.styles().ofParagraphs();
        Optional<String> list = Optional.empty();
        Optional<Integer> level = Optional.empty();
        Optional<Boolean> breaksPage = Optional.empty();
        Optional<String> section = Optional.empty();
        boolean markIsGone = false;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "pStyle" -> style = xml.attribute("val");
                case "pageBreakBefore" -> breaksPage = Optional.of(xml.isOn());
                case "sectPr" -> section = Optional.of(sectionKind(xml));
                case "numPr" -> {
                    while (xml.child(depth + 1)) {
                        if (xml.name().equals("numId")) {
                            list = Optional.of(xml.attribute("val"));
                        } else if (xml.name().equals("ilvl")) {
                            level = Optional.of(xml.number("val", 0));
                        }
                    }
                }
                case "rPr" -> {
                    while (xml.child(depth + 1)) {
                        markIsGone |= switch (xml.name()) {
                            case "del", "moveFrom" -> true;
                            case "vanish", "specVanish" -> xml.isOn();
                            default -> false;
                        };
                    }
                }
                default -> {}
            }
        }
        return mannersOf(style, list, level, breaksPage, markIsGone, section);
    }

    private Manners mannersOf(
            String style,
            Optional<String> list,
            Optional<Integer> level,
            Optional<Boolean> breaksPage,
            boolean markIsGone,
            Optional<String> section) {
        Optional<String> its = list.isPresent() ? list : around.styles().list(style);
        Optional<Integer> at =
                level.isPresent() || list.isPresent() ? level : around.styles().level(style);
        return new Manners(
                its.filter(it -> !it.equals("0")).map(it -> new Item(it, at, style)),
                breaksPage.orElse(around.styles().breaksPage(style)),
                markIsGone,
                section);
    }

    private static String sectionKind(Xml xml) throws IOException {
        int depth = xml.depth();
        String kind = "nextPage";
        while (xml.child(depth)) {
            if (xml.name().equals("type")) {
                kind = xml.attribute("val");
            }
        }
        return kind;
    }

    /// The end of a section says how the section itself began: whether on a new page.
    private void section(String kind) {
        boolean wasNoPage = kind.equals("continuous") || kind.equals("nextColumn");
        if (sectionBreak >= 0 && wasNoPage && !isSectionBreakSure) {
            flow.removeBreak(sectionBreak);
        }
        sectionBreak = -1;
    }

    private void inlines(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            inline(xml);
        }
    }

    private void inline(Xml xml) throws IOException {
        switch (xml.name()) {
            case "r" -> run(xml);
            case "t" -> {
                words.setLength(0);
                xml.words(words);
                write(words);
            }
            case "tab", "ptab" -> write(" ");
            case "noBreakHyphen" -> write("-");
            case "sym" -> write(WordSymbols.of(xml.attribute("font"), xml.attribute("char")));
            case "br" -> lineBreak(xml.attribute("type"));
            case "cr" -> lineBreak("");
            case "lastRenderedPageBreak" -> renderedBreak();
            case "fldChar" -> field(xml.attribute("fldCharType"));
            case "instrText" -> {
                words.setLength(0);
                xml.words(words);
                fields.code(words);
            }
            case "fldSimple" -> {
                if (!fields.isContents(xml.attribute("instr"))) {
                    inlines(xml);
                }
            }
            case "footnoteReference" -> note(around.footnotes().get(xml.attribute("id")), notes);
            case "endnoteReference" -> note(around.endnotes().get(xml.attribute("id")), endnotes);
            case "drawing", "pict", "object" -> drawing(xml);
            case "sdt" -> control(xml, this::inlines);
            case "AlternateContent" -> choice(xml, this::inlines);
            case "d" -> brackets(xml);
            case "den" -> {
                write("/");
                inlines(xml);
            }
            case "hyperlink",
                    "smartTag",
                    "customXml",
                    "ins",
                    "moveTo",
                    "bdo",
                    "dir",
                    "ruby",
                    "rubyBase",
                    "oMathPara",
                    "oMath",
                    "f",
                    "num",
                    "e",
                    "sSub",
                    "sSup",
                    "sSubSup",
                    "sPre",
                    "sub",
                    "sup",
                    "rad",
                    "deg",
                    "nary",
                    "func",
                    "fName",
                    "lim",
                    "limLow",
                    "limUpp",
                    "m",
                    "mr",
                    "acc",
                    "bar",
                    "box",
                    "borderBox",
                    "eqArr",
                    "groupChr",
                    "phant" -> inlines(xml);
            default -> {}
        }
    }

    private void run(Xml xml) throws IOException {
        int depth = xml.depth();
        boolean isHidden = false;
        while (xml.child(depth)) {
            if (xml.name().equals("rPr")) {
                if (!isHidden && isHidden(xml)) {
                    isHidden = true;
                }
            } else if (!isHidden) {
                inline(xml);
            } else if (xml.name().equals("fldChar") || xml.name().equals("instrText")) {
                inline(xml);
            }
        }
    }

    private boolean isHidden(Xml xml) throws IOException {
        int depth = xml.depth();
        Optional<Boolean> own = Optional.empty();
        boolean byStyle = false;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "vanish" -> own = Optional.of(xml.isOn());
                case "rStyle" -> byStyle = around.styles().isHidden(xml.attribute("val"));
                default -> {}
            }
        }
        return own.orElse(byStyle);
    }

    /// The brackets of a formula, which are attributes in the file.
    private void brackets(Xml xml) throws IOException {
        int depth = xml.depth();
        String left = "(";
        String right = ")";
        boolean hasBegun = false;
        while (xml.child(depth)) {
            if (xml.name().equals("dPr")) {
                while (xml.child(depth + 1)) {
                    switch (xml.name()) {
                        case "begChr" -> left = xml.attribute("val");
                        case "endChr" -> right = xml.attribute("val");
                        default -> {}
                    }
                }
            } else {
                if (!hasBegun) {
                    hasBegun = true;
                    write(left);
                }
                inline(xml);
            }
        }
        write(hasBegun ? right : "");
    }

    /// Only text boxes in a drawing hold words of the document.
    private void drawing(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.descendant(depth)) {
            switch (xml.name()) {
                case "txbxContent" -> {
                    Flow box = new Flow();
                    new WordBody(around, box, false).read(xml);
                    if (isHeard()) {
                        boxes.add(box);
                    }
                }
                case "Fallback" -> {
                    int inside = xml.depth();
                    while (xml.child(inside)) {
                        // passed over: the choice before said it all
                    }
                }
                default -> {}
            }
        }
    }

    private void note(@Nullable Flow note, List<Flow> into) {
        if (note != null && isHeard()) {
            into.add(note);
        }
    }

    private void field(String step) {
        switch (step) {
            case "begin" -> fields.begin();
            case "separate" -> fields.separate();
            case "end" -> fields.end();
            default -> {}
        }
    }

    private boolean isHeard() {
        return muted == 0 && fields.areHeard();
    }

    private void write(CharSequence its) throws Unreadable {
        if (!isHeard()) {
            return;
        }
        Item open = item;
        if (open != null) {
            item = null;
            flow.words(around.lists().label(open.list(), open.level(), open.style()));
        }
        flow.words(its);
        if (!its.toString().isBlank()) {
            hasOpenBreak = false;
        }
    }

    private void lineBreak(String type) throws Unreadable {
        switch (type) {
            case "page" -> {
                write("");
                breakPage();
            }
            default -> {
                if (isHeard()) {
                    write("");
                    flow.endLine();
                }
            }
        }
    }

    private void breakPage() {
        if (hasPages) {
            flow.endPage();
            hasOpenBreak = true;
        }
    }

    /// Where a program last began a page: it notes so also behind a break that is spelled out.
    private void renderedBreak() {
        if (!hasPages) {
            return;
        }
        if (hasOpenBreak) {
            hasOpenBreak = false;
            isSectionBreakSure = true;
        } else {
            flow.endPage();
        }
    }

    private void table(Xml xml) throws IOException {
        if (flow.isInCell() || !isHeard()) {
            nested(xml);
            return;
        }
        flow.endLine();
        goesOn = false;
        Grid grid = new Grid(flow);
        rows(xml, grid);
        grid.finish();
        appendNotes(notes);
    }

    /// A table inside a cell is part of the cell's text.
    private void nested(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "tr", "sdt", "sdtContent", "customXml", "ins", "moveTo" -> nested(xml);
                case "tc" -> {
                    blocks(xml);
                    flow.endLine();
                }
                default -> {}
            }
        }
    }

    private void rows(Xml xml, Grid grid) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "tr" -> row(xml, grid);
                case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> rows(xml, grid);
                default -> {}
            }
        }
    }

    private void row(Xml xml, Grid grid) throws IOException {
        int depth = xml.depth();
        boolean isHead = false;
        boolean isGone = false;
        boolean hasBegun = false;
        int skipped = 0;
        while (xml.child(depth)) {
            if (xml.name().equals("trPr")) {
                while (xml.child(depth + 1)) {
                    switch (xml.name()) {
                        case "tblHeader" -> isHead = xml.isOn();
                        case "hidden" -> isGone |= xml.isOn();
                        case "del", "moveFrom" -> isGone = true;
                        case "gridBefore" -> skipped = xml.number("val", 0);
                        default -> {}
                    }
                }
            } else if (!isGone) {
                if (!hasBegun) {
                    hasBegun = true;
                    grid.beginRow(skipped);
                }
                inRow(xml, grid);
            }
        }
        if (hasBegun) {
            grid.endRow(isHead);
        }
    }

    private void inRow(Xml xml, Grid grid) throws IOException {
        switch (xml.name()) {
            case "tc" -> cell(xml, grid);
            case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> {
                int depth = xml.depth();
                while (xml.child(depth)) {
                    inRow(xml, grid);
                }
            }
            default -> {}
        }
    }

    private void cell(Xml xml, Grid grid) throws IOException {
        int depth = xml.depth();
        int span = 1;
        boolean isOpen = false;
        while (xml.child(depth)) {
            if (!xml.name().equals("tcPr")) {
                if (!isOpen) {
                    isOpen = true;
                    grid.beginCell(span);
                }
                block(xml);
                continue;
            }
            boolean fromAbove = false;
            boolean fromLeft = false;
            while (xml.child(depth + 1)) {
                switch (xml.name()) {
                    case "gridSpan" -> span = xml.number("val", 1);
                    case "vMerge" -> fromAbove = !xml.attribute("val").equals("restart");
                    case "hMerge" -> fromLeft = !xml.attribute("val").equals("restart");
                    default -> {}
                }
            }
            if (fromLeft) {
                grid.goOnFromLeft(span);
                return;
            }
            if (fromAbove && grid.goOnFromAbove(span)) {
                return;
            }
        }
        if (!isOpen) {
            grid.beginCell(span);
        }
        goesOn = false;
        grid.endCell();
    }
}
