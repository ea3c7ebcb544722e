package gewu.importweb;

import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import gewu.api.intake.flow.Unreadable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Writes the text of a page: a block or a line break ends a line, white space collapses, tables of data become rows
/// and cells. For one thread.
final class PageBody implements Walk {
    private static final Set<String> TYPED = Set.of("", "text", "number", "tel", "email", "url", "date");

    private final MainText text;
    private final Set<Node> leftOut;
    private final Flow flow;
    private final Map<Element, ItemLabel> lists = new HashMap<>();

    private @Nullable Element table;
    private @Nullable TableShape shape;
    private @Nullable Grid grid;
    private int column;
    private boolean isInCell;

    private String label = "";
    private boolean isFresh = true;
    private boolean hasGap;
    private boolean isGapOfCode;
    private boolean isGapWide;
    private char before;
    private int keptSpaces;

    PageBody(MainText text, Flow flow) {
        this.text = text;
        this.leftOut = text.leftOut();
        this.flow = flow;
    }

    @Override
    public boolean enters(Element element) throws Unreadable {
        if (leftOut.contains(element)
                || Looks.isSilent(element)
                || Looks.isBesideWordsText(element)
                || Looks.isBullet(element)) {
            return false;
        }
        switch (Looks.name(element)) {
            case "table" -> table(element);
            case "tr" -> {
                return row(element);
            }
            case "td", "th" -> {
                return cell(element);
            }
            case "br" -> endLine();
            case "input" -> typed(element);
            case "select" -> {
                chosen(element);
                return false;
            }
            case "textarea" -> {
                return isInCell;
            }
            case "ol" -> {
                endLine();
                lists.put(element, new ItemLabel(element));
            }
            case "li" -> {
                endLine();
                ItemLabel counter = lists.get(element.parentElement());
                label = counter == null ? "" : counter.next(element);
            }
            default -> {
                if (Looks.isBlock(element)) {
                    endLine();
                }
            }
        }
        if (Looks.keepsSpaces(element)) {
            keptSpaces++;
        }
        return true;
    }

    @Override
    public void leaves(Element element) {
        if (Looks.keepsSpaces(element)) {
            keptSpaces--;
        }
        Grid open = grid;
        if (open != null && element == table) {
            open.finish();
            grid = null;
            shape = null;
            table = null;
            startLine();
            return;
        }
        if (open != null && shape != null) {
            if (shape.hasCell(element)) {
                open.endCell();
                isInCell = false;
                startLine();
                return;
            }
            if (shape.hasRow(element)) {
                open.endRow(shape.isHead(element));
                return;
            }
        }
        if (Looks.isBlock(element)) {
            endLine();
            if (Looks.name(element).equals("li")) {
                label = "";
            }
        }
    }

    @Override
    public void words(TextNode node) throws Unreadable {
        if (leftOut.contains(node) || (grid != null && !isInCell)) {
            return;
        }
        write(node.getWholeText());
    }

    /// Writes words as a browser shows them.
    void write(String words) throws Unreadable {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= ' ' || c == '\u0085' || Character.isSpaceChar(c)) {
                blank(c);
            } else if (!isInvisible(c)) {
                if (isFresh && !label.isEmpty()) {
                    String its = ItemLabel.isWritten(words.substring(i, Math.min(words.length(), i + 12))) ? "" : label;
                    label = "";
                    flow.words(its);
                }
                visible(c);
            }
        }
    }

    /// Ends the line; between the cells of a table there is none.
    void endLine() {
        if (grid == null || isInCell) {
            flow.endLine();
            startLine();
        }
    }

    private void startLine() {
        isFresh = true;
        hasGap = false;
    }

    private void blank(char c) {
        if (c == '\n' && keptSpaces > 0) {
            endLine();
            return;
        }
        boolean isCode = c == '\n' || c == '\r' || c == ' ' || c == '\t';
        if (!hasGap) {
            hasGap = true;
            isGapOfCode = false;
            isGapWide = false;
        }
        isGapOfCode |= c == '\n' || c == '\r';
        isGapWide |= !isCode;
    }

    /// The end of a line of the page's code is no space between two Chinese characters; indentation is none at all.
    private void visible(char c) throws Unreadable {
        if (hasGap && !isFresh && !(isGapOfCode && !isGapWide && isChinese(before) && isChinese(c))) {
            flow.word(' ');
        }
        hasGap = false;
        isFresh = false;
        before = c;
        flow.word(c);
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c) || (c >= '\u3001' && c <= '\u303f') || (c >= '\uff01' && c <= '\uff1f');
    }

    private static boolean isInvisible(char c) {
        return c == '\u200b' || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
    }

    private void table(Element element) {
        endLine();
        Optional<TableShape> its = grid == null ? text.shape(element) : Optional.empty();
        if (its.isPresent()) {
            table = element;
            shape = its.get();
            grid = new Grid(flow);
        }
    }

    private boolean row(Element row) {
        Grid open = grid;
        TableShape its = shape;
        if (open == null || its == null || isInCell) {
            endLine();
            return true;
        }
        if (!its.hasRow(row)) {
            return false;
        }
        open.beginRow(0);
        column = 1;
        return true;
    }

    private boolean cell(Element cell) {
        Grid open = grid;
        TableShape its = shape;
        if (open == null || its == null || isInCell) {
            endLine();
            return true;
        }
        if (!its.hasCell(cell)) {
            return false;
        }
        TableShape.Place place = its.place(cell);
        if (place.column() > column) {
            open.skip(place.column() - column);
        }
        open.beginCell(place.columnSpan(), place.rowSpan());
        column = place.column() + place.columnSpan();
        isInCell = true;
        startLine();
        return true;
    }

    /// What somebody typed into a form whose labels stand in a table.
    private void typed(Element input) throws Unreadable {
        if (isInCell && TYPED.contains(input.attr("type").strip().toLowerCase(Locale.ROOT))) {
            write(input.attr("value"));
        }
    }

    private void chosen(Element select) throws Unreadable {
        if (!isInCell) {
            return;
        }
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        if (first != null) {
            write(first.text());
        }
    }
}
