package gewu.importoffice;

import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the styles of a Word document say about words and paragraphs, as far as reading needs it.
final class WordStyles {
    private static final int DEEPEST = 30;

    private final Map<String, Style> styles = new HashMap<>();
    private String ofParagraphs = "";

    /// @param hidden null where the style it is based on decides, and so on
    private record Style(
            String base,
            @Nullable Boolean hidden,
            @Nullable Boolean breaksPage,
            @Nullable String list,
            @Nullable Integer level) {}

    static WordStyles none() {
        return new WordStyles();
    }

    static WordStyles of(Xml xml) throws IOException {
        WordStyles styles = new WordStyles();
        xml.root();
        while (xml.child(1)) {
            if (xml.name().equals("style")) {
                styles.read(xml);
            }
        }
        return styles;
    }

    /// The style of paragraphs that name none.
    String ofParagraphs() {
        return ofParagraphs;
    }

    boolean isHidden(String style) {
        for (Style at : chain(style)) {
            if (at.hidden() != null) {
                return at.hidden();
            }
        }
        return false;
    }

    boolean breaksPage(String style) {
        for (Style at : chain(style)) {
            if (at.breaksPage() != null) {
                return at.breaksPage();
            }
        }
        return false;
    }

    /// The list whose item a paragraph of this style is.
    Optional<String> list(String style) {
        for (Style at : chain(style)) {
            if (at.list() != null) {
                return Optional.of(at.list());
            }
        }
        return Optional.empty();
    }

    /// The level in the list, from 0, if the style says so.
    Optional<Integer> level(String style) {
        for (Style at : chain(style)) {
            if (at.level() != null) {
                return Optional.of(at.level());
            }
        }
        return Optional.empty();
    }

    private void read(Xml xml) throws IOException {
        int depth = xml.depth();
        String id = xml.attribute("styleId");
        if (xml.attribute("type").equals("paragraph")
                && (xml.attribute("default").equals("1")
                        || xml.attribute("default").equals("true"))) {
            ofParagraphs = id;
        }
        String base = "";
        Boolean hidden = null;
        Boolean breaksPage = null;
        String list = null;
        Integer level = null;
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "basedOn" -> base = xml.attribute("val");
                case "rPr" -> {
                    while (xml.child(depth + 1)) {
                        if (xml.name().equals("vanish")) {
                            hidden = xml.isOn();
                        }
                    }
                }
                case "pPr" -> {
                    while (xml.child(depth + 1)) {
                        if (xml.name().equals("pageBreakBefore")) {
                            breaksPage = xml.isOn();
                        } else if (xml.name().equals("numPr")) {
                            while (xml.child(depth + 2)) {
                                if (xml.name().equals("numId")) {
                                    list = xml.attribute("val");
                                } else if (xml.name().equals("ilvl")) {
                                    level = xml.number("val", 0);
                                }
                            }
                        }
                    }
                }
                default -> {}
            }
        }
        styles.put(id, new Style(base, hidden, breaksPage, list, level));
    }

    private Iterable<Style> chain(String style) {
        Map<String, Style> chain = new java.util.LinkedHashMap<>();
        Style at = styles.get(style);
        String id = style;
        while (at != null && chain.size() < DEEPEST && chain.putIfAbsent(id, at) == null) {
            id = at.base();
            at = styles.get(id);
        }
        return chain.values();
    }
}
