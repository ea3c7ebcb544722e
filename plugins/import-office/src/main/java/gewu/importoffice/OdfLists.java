package gewu.importoffice;

import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The list styles of an OpenDocument file, and how far each list has counted. For one thread.
///
/// Source: OpenDocument 1.3, part 3, 16.30 to 16.32 and 19.500.
final class OdfLists {
    /// The outline of headings is a list style without a name.
    private static final String OUTLINE = "";

    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])%");

    private final Map<String, List<ListLevel>> styles = new HashMap<>();
    private final Map<String, ListCounter> lastOfStyle = new HashMap<>();
    private final Map<String, ListCounter> byId = new HashMap<>();
    private final ListCounter headings = new ListCounter();
    private int starts;

    /// Takes a style from its element, just begun.
    void define(Xml xml) throws IOException {
        String name = xml.name().equals("outline-style") ? OUTLINE : xml.attribute("name");
        List<ListLevel> levels = new ArrayList<>(Collections.nCopies(LEVELS, ListLevel.PLAIN));
        int depth = xml.depth();
        while (xml.child(depth)) {
            int level = xml.number("level", 0);
            boolean counts =
                    xml.name().equals("list-level-style-number") || xml.name().equals("outline-level-style");
            if (level >= 1 && level <= LEVELS && counts) {
                levels.set(level - 1, level(xml, level));
            }
        }
        styles.put(name, levels);
    }

    private static ListLevel level(Xml xml, int level) throws IOException {
        int start = xml.number("start-value", 1);
        String format = numeral(xml.attribute("num-format"));
        String pattern = PLACE.matcher(xml.attribute("num-list-format")).replaceAll("%$1");
        if (pattern.isEmpty() && !format.equals("none")) {
            int shown = Math.clamp(xml.number("display-levels", 1), 1, level);
            pattern = xml.attribute("num-prefix")
                    + IntStream.rangeClosed(level - shown + 1, level)
                            .mapToObj(it -> "%" + it)
                            .collect(Collectors.joining("."))
                    + xml.attribute("num-suffix");
        }
        String follower = "tab";
        int depth = xml.depth();
        while (xml.descendant(depth)) {
            if (xml.hasAttribute("label-followed-by")) {
                follower = xml.attribute("label-followed-by");
            }
        }
        return new ListLevel(start, format, pattern, follower, -1, false);
    }

    /// The counter of a list that begins: one that went before, if the list goes on from there.
    ///
    /// @param xml at the list
    ListCounter begin(String style, Xml xml) {
        ListCounter named = byId.get(xml.attribute("continue-list"));
        ListCounter before = xml.attribute("continue-numbering").equals("true") ? lastOfStyle.get(style) : null;
        ListCounter its = named != null ? named : before != null ? before : new ListCounter();
        lastOfStyle.put(style, its);
        if (!xml.attribute("id").isEmpty()) {
            byId.put(xml.attribute("id"), its);
        }
        return its;
    }

    /// Counts the next heading and gives what people see before it.
    ///
    /// @param level from 1
    /// @param start what it says its number is, if it does
    String nextHeading(int level, Optional<Integer> start) {
        return next(headings, OUTLINE, level, start);
    }

    /// Counts the next item of a list and gives what people see before it.
    ///
    /// @param level from 1
    /// @param start what it says its number is, if it does
    String next(ListCounter list, String style, int level, Optional<Integer> start) {
        List<ListLevel> levels = styles.get(style);
        if (levels == null) {
            return "";
        }
        Map<Integer, Integer> said = start.isPresent() ? Map.of(level - 1, start.get()) : Map.of();
        starts++;
        return list.next("", "start " + starts, said, levels, level - 1);
    }

    /// Word's name for the way of writing numbers whose first example the file gives.
    private static String numeral(String example) {
        if (example.isEmpty()) {
            return "none";
        }
        return switch (example.charAt(0)) {
            case 'a' -> "lowerLetter";
            case 'A' -> "upperLetter";
            case 'i' -> "lowerRoman";
            case 'I' -> "upperRoman";
            case '一' -> "chineseCountingThousand";
            case '壹' -> "chineseLegalSimplified";
            case '甲' -> "ideographTraditional";
            case '子' -> "ideographZodiac";
            case '①' -> "decimalEnclosedCircle";
            case '１' -> "decimalFullWidth";
            default -> "decimal";
        };
    }
}
