package gewu.importoffice;

import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lists of a Word document: which label stands before each item. For one thread; items come in the order of the
/// text.
final class WordLists {
    private static final int LEVELS = 9;

    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, String> patternOfStyle = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final ListCounter counter = new ListCounter();

    /// What instances of a list share.
    ///
    /// @param link  the list style whose pattern counts instead; empty for none
    /// @param style by paragraph style, the level that is its own
    private record Pattern(List<ListLevel> levels, String link, Map<String, Integer> levelOfStyle) {}

    private record Instance(String pattern, Map<Integer, Integer> starts, Map<Integer, ListLevel> levels) {}

    static WordLists none() {
        return new WordLists();
    }

    static WordLists of(Xml xml) throws IOException {
        WordLists lists = new WordLists();
        xml.root();
        while (xml.child(1)) {
            switch (xml.name()) {
                case "abstractNum" -> lists.readPattern(xml);
                case "num" -> lists.readInstance(xml);
                default -> {}
            }
        }
        return lists;
    }

    /// The label of the next item, with the space that parts it from the words; empty if it has none.
    ///
    /// @param list  as the paragraph or its style names it
    /// @param level if the paragraph or its style names it
    /// @param style of the paragraph
    String label(String list, Optional<Integer> level, String style) {
        Instance instance = instances.get(list);
        if (instance == null) {
            return "";
        }
        String name = patternOf(instance.pattern());
        Pattern pattern = patterns.get(name);
        if (pattern == null) {
            return "";
        }
        List<ListLevel> levels = pattern.levels();
        if (!instance.levels().isEmpty()) {
            levels = new ArrayList<>(levels);
            for (Map.Entry<Integer, ListLevel> own : instance.levels().entrySet()) {
                if (own.getKey() >= 0 && own.getKey() < levels.size()) {
                    levels.set(own.getKey(), own.getValue());
                }
            }
        }
        int at = level.orElseGet(() -> pattern.levelOfStyle().getOrDefault(style, 0));
        return counter.next(name, list, instance.starts(), levels, at);
    }

    private String patternOf(String name) {
        Pattern pattern = patterns.get(name);
        if (pattern == null || pattern.link().isEmpty()) {
            return name;
        }
        return patternOfStyle.getOrDefault(pattern.link(), name);
    }

    private void readPattern(Xml xml) throws IOException {
        int depth = xml.depth();
        String id = xml.attribute("abstractNumId");
        List<ListLevel> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            levels.add(ListLevel.PLAIN);
        }
        Map<String, Integer> levelOfStyle = new HashMap<>();
        String link = "";
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "lvl" -> {
                    int at = xml.number("ilvl", -1);
                    ListLevel level = level(xml, at, levelOfStyle);
                    if (at >= 0 && at < LEVELS) {
                        levels.set(at, level);
                    }
                }
                case "styleLink" -> patternOfStyle.put(xml.attribute("val"), id);
                case "numStyleLink" -> link = xml.attribute("val");
                default -> {}
            }
        }
        patterns.put(id, new Pattern(List.copyOf(levels), link, levelOfStyle));
    }

    private void readInstance(Xml xml) throws IOException {
        int depth = xml.depth();
        String id = xml.attribute("numId");
        String pattern = "";
        Map<Integer, Integer> starts = new HashMap<>();
        Map<Integer, ListLevel> levels = new HashMap<>();
        while (xml.child(depth)) {
            if (xml.name().equals("abstractNumId")) {
                pattern = xml.attribute("val");
            } else if (xml.name().equals("lvlOverride")) {
                int at = xml.number("ilvl", -1);
                while (xml.child(depth + 1)) {
                    if (xml.name().equals("startOverride")) {
                        starts.put(at, xml.number("val", 1));
                    } else if (xml.name().equals("lvl")) {
                        levels.put(at, level(xml, at, new HashMap<>()));
                    }
                }
            }
        }
        instances.put(id, new Instance(pattern, starts, levels));
    }

    private static ListLevel level(Xml xml, int at, Map<String, Integer> levelOfStyle) throws IOException {
        int depth = xml.depth();
        int start = 0;
        String format = "decimal";
        String pattern = "";
        String follower = "tab";
        int restart = -1;
        boolean isLegal = false;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "start" -> start = xml.number("val", 0);
                case "numFmt" -> format = xml.attribute("val");
                case "AlternateContent" -> format = alternative(xml, format);
                case "lvlText" -> pattern = xml.attribute("val");
                case "suff" -> follower = xml.attribute("val");
                case "lvlRestart" -> restart = xml.number("val", -1);
                case "isLgl" -> isLegal = xml.isOn();
                case "pStyle" -> levelOfStyle.put(xml.attribute("val"), at);
                default -> {}
            }
        }
        return new ListLevel(start, format, pattern, follower, restart, isLegal);
    }

    /// A format that older programs do not know: the fallback is the nearest that they do.
    private static String alternative(Xml xml, String otherwise) throws IOException {
        int depth = xml.depth();
        String format = otherwise;
        while (xml.descendant(depth)) {
            if (xml.name().equals("numFmt")) {
                String value = xml.attribute("val");
                boolean isPadded =
                        value.equals("custom") && xml.attribute("format").startsWith("01");
                format = isPadded ? "decimalZero" : value.equals("custom") ? format : value;
                if (isPadded) {
                    return format;
                }
            }
        }
        return format;
    }
}
