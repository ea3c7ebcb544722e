package gewu.importweb;

import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// All lines of a page, and which of them stand in which block. Nodes compare by identity. For one thread.
final class PageLines implements Walk {
    private static final Pattern FILE =
            Pattern.compile("\\.(docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|rtf|txt|csv|zip|rar|7z|ceb)([?#]|$)");

    private final List<PageLine> lines = new ArrayList<>();
    private final Map<Element, Range> ranges = new HashMap<>();
    private final List<Element> blocks = new ArrayList<>();
    private final List<Element> hidden = new ArrayList<>();
    private final List<Element> tables = new ArrayList<>();
    private boolean isOpen;
    private int links;
    private int hiddenAround;

    private PageLines() {}

    /// Lines from `from` to `to`, exclusive.
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);

        boolean covers(int first, int last) {
            return from <= first && last < to;
        }
    }

    static PageLines of(Element body) throws Unreadable {
        PageLines lines = new PageLines();
        lines.through(body);
        return lines;
    }

    List<PageLine> all() {
        return lines;
    }

    List<PageLine> in(Range range) {
        return lines.subList(range.from(), range.to());
    }

    List<PageLine> in(Element block) {
        return in(range(block));
    }

    /// The lines in a block.
    Range range(Element block) {
        return ranges.getOrDefault(block, Range.NONE);
    }

    /// All blocks that hold lines, outer ones first.
    List<Element> blocks() {
        return blocks;
    }

    /// The outermost elements that nobody sees.
    List<Element> hidden() {
        return hidden;
    }

    /// All tables, outer ones first.
    List<Element> tables() {
        return tables;
    }

    @Override
    public boolean enters(Element element) {
        if (Looks.isSilent(element) || Looks.isBesideWordsText(element)) {
            return false;
        }
        boolean isHidden = Looks.isHidden(element);
        if (isHidden || Looks.isBlock(element)) {
            isOpen = false;
            blocks.add(element);
            ranges.put(element, new Range(lines.size(), lines.size()));
        }
        if (isHidden && hiddenAround++ == 0) {
            hidden.add(element);
        }
        switch (Looks.name(element)) {
            case "br" -> isOpen = false;
            case "a" -> {
                if (isAway(element)) {
                    links++;
                }
            }
            case "table" -> tables.add(element);
            case "input", "select", "textarea" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    @Override
    public void leaves(Element element) {
        Range begun = ranges.get(element);
        if (begun != null) {
            isOpen = false;
            ranges.put(element, new Range(begun.from(), lines.size()));
            if (Looks.isHidden(element)) {
                hiddenAround--;
            }
        }
        if (Looks.name(element).equals("a") && isAway(element)) {
            links--;
            if (isOpen) {
                lines.getLast().addLink();
            }
        }
    }

    @Override
    public void words(TextNode text) {
        if (text.isBlank() && !isOpen) {
            return;
        }
        if (!isOpen) {
            isOpen = true;
            lines.add(new PageLine(blockAround(text)));
        }
        lines.getLast().add(text, links > 0);
    }

    private Element blockAround(TextNode text) {
        Element around = text.parentElement();
        while (around != null && !ranges.containsKey(around)) {
            around = around.parentElement();
        }
        return around == null ? blocks.getFirst() : around;
    }

    /// Whether a link leads to another page: not within this one, and not to a file to be fetched.
    private static boolean isAway(Element link) {
        String to = link.attr("href").strip().toLowerCase(Locale.ROOT);
        return !(to.isEmpty() || to.startsWith("#") || to.contains("#_") || to.startsWith("mailto:") || isFile(to));
    }

    private static boolean isFile(String address) {
        return FILE.matcher(address).find();
    }
}
