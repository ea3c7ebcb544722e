package gewu.importoffice;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads one slide: what stands in its shapes and tables, the title first. For one thread, once.
final class Slide {
    private static final Set<String> FURNITURE = Set.of("sldNum", "dt", "ftr", "hdr");

    private final Xml xml;
    private final List<Flow> titles = new ArrayList<>();
    private final List<Flow> others = new ArrayList<>();

    /// @param xml at the slide's outermost element
    Slide(Xml xml) {
        this.xml = xml;
    }

    void writeTo(Flow flow) throws IOException {
        shapes();
        for (Flow title : titles) {
            flow.append(title);
        }
        for (Flow other : others) {
            flow.append(other);
        }
    }

    private void shapes() throws IOException {
        int depth = xml.depth();
        boolean isChosen = false;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "sp" -> shape();
                case "graphicFrame" -> frame();
                case "cSld", "spTree", "grpSp" -> shapes();
                case "AlternateContent" -> shapes();
                case "Choice", "Fallback" -> {
                    // the same shapes for newer and older programs: only the first is read
                    if (!isChosen) {
                        isChosen = true;
                        shapes();
                    }
                }
                default -> {}
            }
        }
    }

    private void shape() throws IOException {
        int depth = xml.depth();
        String kind = "";
        Flow words = new Flow();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "nvSpPr" -> {
                    int inside = xml.depth();
                    while (xml.descendant(inside)) {
                        if (xml.name().equals("ph")) {
                            kind = xml.attribute("type");
                        }
                    }
                }
                case "txBody" -> paragraphs(words);
                default -> {}
            }
        }
        if (!FURNITURE.contains(kind)) {
            (kind.equals("title") || kind.equals("ctrTitle") ? titles : others).add(words);
        }
    }

    private void frame() throws IOException {
        int depth = xml.depth();
        while (xml.descendant(depth)) {
            if (xml.name().equals("tbl")) {
                Flow words = new Flow();
                table(words);
                others.add(words);
            }
        }
    }

    private void table(Flow words) throws IOException {
        int depth = xml.depth();
        Grid grid = new Grid(words);
        boolean hasHead = false;
        boolean isFirst = true;
        while (xml.child(depth)) {
            if (xml.name().equals("tblPr")) {
                hasHead = xml.attribute("firstRow").equals("1")
                        || xml.attribute("firstRow").equals("true");
            } else if (xml.name().equals("tr")) {
                grid.beginRow(0);
                while (xml.child(depth + 1)) {
                    if (xml.name().equals("tc")) {
                        cell(grid, words);
                    }
                }
                grid.endRow(isFirst && hasHead);
                isFirst = false;
            }
        }
        grid.finish();
    }

    private void cell(Grid grid, Flow words) throws IOException {
        int depth = xml.depth();
        if (isOn("hMerge") || isOn("vMerge")) {
            grid.skip(1);
            return;
        }
        // the cells that a merged one covers follow, each marked as such
        grid.beginCell(1, xml.number("gridSpan", 1), xml.number("rowSpan", 1));
        while (xml.child(depth)) {
            if (xml.name().equals("txBody")) {
                paragraphs(words);
            }
        }
        grid.endCell();
    }

    private boolean isOn(String attribute) {
        String value = xml.attribute(attribute);
        return value.equals("1") || value.equals("true");
    }

    private void paragraphs(Flow words) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("p")) {
                while (xml.child(depth + 1)) {
                    switch (xml.name()) {
                        case "r", "fld" -> run(words);
                        case "br" -> words.endLine();
                        default -> {}
                    }
                }
                words.endLine();
            }
        }
    }

    private void run(Flow words) throws IOException {
        int depth = xml.depth();
        StringBuilder its = new StringBuilder();
        while (xml.child(depth)) {
            if (xml.name().equals("t")) {
                xml.words(its);
            }
        }
        for (int i = 0; i < its.length(); i++) {
            if (its.charAt(i) == 0x0b) {
                words.endLine();
            } else {
                words.word(its.charAt(i));
            }
        }
    }
}
