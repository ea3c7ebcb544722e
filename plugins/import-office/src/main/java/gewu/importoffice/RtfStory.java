package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.List;

/// Words that run on by themselves: the body of a document, a note or a text box. For one thread.
final class RtfStory {
    private final Flow flow = new Flow();
    private final boolean hasPages;
    private final List<Flow> boxes = new ArrayList<>();
    private final List<Flow> notes = new ArrayList<>();
    private final List<Flow> endnotes = new ArrayList<>();
    private RtfTable table = new RtfTable();
    private String label = "";
    private char high;
    private boolean hasBegun;
    private boolean hasOpenBreak;
    private int sectionBreak = -1;

    RtfStory(boolean hasPages) {
        this.hasPages = hasPages;
    }

    /// The table that is open, or would open here.
    RtfTable table() {
        return table;
    }

    /// Keeps the label of the next item until its words come.
    void label(String its) {
        label = hasBegun ? "" : its;
    }

    /// The end of a paragraph is not seen: the next one goes on in its line.
    void hiddenEnd() {
        label = "";
    }

    /// A note begins behind its mark and the space after it.
    void words(String its, RtfGroup group) throws Unreadable {
        String words = hasPages || hasBegun ? its : its.stripLeading();
        if (words.isEmpty()) {
            return;
        }
        begin(group);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isHighSurrogate(c)) {
                unpaired(group);
                high = c;
            } else if (!Character.isLowSurrogate(c)) {
                unpaired(group);
                word(c, group);
            } else if (high != 0) {
                word(high, group);
                word(c, group);
                high = 0;
            } else {
                word('\ufffd', group);
            }
        }
        if (!words.isBlank()) {
            hasOpenBreak = false;
            sectionBreak = -1;
        }
    }

    /// Ends a line inside a paragraph.
    void lineBreak(RtfGroup group) throws Unreadable {
        begin(group);
        unpaired(group);
        endLine(group);
    }

    void endParagraph(RtfGroup group) throws Unreadable {
        lineBreak(group);
        hasBegun = false;
        if (!isInTable(group)) {
            appendAll(boxes);
            appendAll(notes);
        }
    }

    void endCell(RtfGroup group) throws Unreadable {
        writeLabel(group);
        unpaired(group);
        cellBoxes();
        table.endCell();
        hasBegun = false;
    }

    void endRow() {
        table.endRow();
    }

    void endPage(RtfGroup group) {
        if (hasPages && !isInTable(group)) {
            flow.endPage();
            hasOpenBreak = true;
        }
    }

    /// Ends a section; the next one says how it begins.
    void endSection(RtfGroup group) throws Unreadable {
        endParagraph(group);
        endTable();
        sectionBreak = hasPages ? flow.endPage() : -1;
        hasOpenBreak = true;
    }

    /// The section begins where the one before ended.
    void sectionGoesOn() {
        if (sectionBreak >= 0) {
            flow.removeBreak(sectionBreak);
            sectionBreak = -1;
            hasOpenBreak = false;
        }
    }

    void box(Flow its) {
        boxes.add(its);
    }

    void note(Flow its, boolean isEndnote) {
        (isEndnote ? endnotes : notes).add(its);
    }

    Flow finish() throws Unreadable {
        unpaired(new RtfGroup());
        flow.endLine();
        endTable();
        appendAll(boxes);
        appendAll(notes);
        appendAll(endnotes);
        return flow;
    }

    private boolean isInTable(RtfGroup group) {
        return group.isInTable || table.isRowOpen();
    }

    private void begin(RtfGroup group) throws Unreadable {
        if (!isInTable(group)) {
            endTable();
            if (!hasBegun && group.breaksPage && hasPages && flow.length() > 0 && !hasOpenBreak) {
                flow.endPage();
            }
        }
        hasBegun = true;
        writeLabel(group);
    }

    private void writeLabel(RtfGroup group) throws Unreadable {
        String its = label;
        label = "";
        for (int i = 0; i < its.length(); i++) {
            word(its.charAt(i), group);
        }
    }

    private void word(char c, RtfGroup group) throws Unreadable {
        if (isInTable(group)) {
            table.word(c < ' ' ? ' ' : c);
        } else {
            flow.word(c);
        }
    }

    /// Half a character is none.
    private void unpaired(RtfGroup group) throws Unreadable {
        if (high != 0) {
            high = 0;
            word('\ufffd', group);
        }
    }

    private void endLine(RtfGroup group) {
        if (isInTable(group)) {
            table.endLine();
        } else {
            flow.endLine();
        }
    }

    private void endTable() throws Unreadable {
        if (!table.isEmpty()) {
            table.writeTo(flow);
            table = new RtfTable();
            appendAll(notes);
        }
    }

    private void cellBoxes() {
        for (Flow box : boxes) {
            if (box.reading() instanceof Reading.Text text) {
                table.endLine();
                text.source().text().chars().forEach(c -> table.word(c == '\t' ? '\n' : (char) c));
            }
        }
        boxes.clear();
    }

    private void appendAll(List<Flow> its) throws Unreadable {
        if (its.isEmpty()) {
            return;
        }
        flow.endLine();
        for (Flow one : its) {
            flow.append(one);
        }
        its.clear();
    }
}
