package gewu.importoffice;

import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The list styles of an OpenDocument file, and how far each list has counted. For one thread.
///
/// Source: OpenDocument 1.3, part 3, 16.30 to 16.32 and 19.500.
final class OdfLists {
    /// The outline of headings is a list style without a name.
    static final String OUTLINE = "";

    private static final int LEVELS = 10;

    private final Map<String, Level[]> styles = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    /// How one level writes its numbers.
    private record Level(String format, String prefix, String suffix, int start, int shown) {
        /// Bullets and levels nobody defines.
        static final Level BARE = new Level("none", "", "", 1, 1);
    }

    /// Takes a style from its element, just begun.
    void define(Xml xml) throws IOException {
        String name = xml.name().equals("outline-style") ? OUTLINE : xml.attribute("name");
        Level[] levels = new Level[LEVELS];
        int depth = xml.depth();
        while (xml.child(depth)) {
            int level = xml.number("level", 0) - 1;
            boolean counts =
                    xml.name().equals("list-level-style-number") || xml.name().equals("outline-level-style");
            if (level >= 0 && level < LEVELS && counts) {
                levels[level] = new Level(
                        numeral(xml.attribute("num-format")),
                        xml.attribute("num-prefix"),
                        xml.attribute("num-suffix"),
                        xml.number("start-value", 1),
                        Math.clamp(xml.number("display-levels", 1), 1, LEVELS));
            }
        }
        styles.put(name, levels);
    }

    /// A list begins that does not go on where one of its style ended.
    void restart(String style) {
        counts.remove(style);
    }

    /// Counts the next item and gives what people see before it.
    ///
    /// @param level from 1
    /// @param start what it says its number is, if it does
    String next(String style, int level, Optional<Integer> start) {
        int at = Math.clamp(level, 1, LEVELS) - 1;
        int[] reached = counts.computeIfAbsent(style, its -> new int[LEVELS]);
        Level its = level(style, at);
        reached[at] = start.orElse(reached[at] == 0 ? its.start() : reached[at] + 1);
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            reached[deeper] = 0;
        }
        if (its.format().equals("none")) {
            return "";
        }
        StringBuilder label = new StringBuilder(its.prefix());
        for (int shown = Math.max(0, at - its.shown() + 1); shown <= at; shown++) {
            String number = Numeral.of(level(style, shown).format(), Math.max(1, reached[shown]));
            if (!number.isEmpty()) {
                label.append(number).append(shown < at ? "." : "");
            }
        }
        return label.append(its.suffix()).toString();
    }

    private Level level(String style, int level) {
        Level[] levels = styles.get(style);
        Level its = levels == null ? null : levels[level];
        return its == null ? Level.BARE : its;
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
