package gewu.importoffice;

import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What an OpenDocument file says about the looks of its paragraphs, words, sections, columns, rows and
/// sheets, as far as it changes what is read. For one thread.
final class OdfStyles {
    private static final int DEEPEST = 30;

    private final Map<String, Style> styles = new HashMap<>();
    private final OdfLists lists = new OdfLists();

    /// What a style does not say, the one it inherits from does.
    ///
    /// @param list       a list style, or nothing for paragraphs without a number
    /// @param beginsPage whether it asks for a page of another kind, which none inherits
    private record Style(
            String parent,
            Optional<String> list,
            Optional<Boolean> hides,
            Optional<Boolean> pageBefore,
            Optional<Boolean> pageAfter,
            boolean beginsPage) {}

    /// Opens a file, unless it is locked.
    static Parts open(SourceFile file) throws IOException {
        Parts parts = Parts.of(file);
        try {
            refuseLocked(parts);
            return parts;
        } catch (IOException reason) {
            parts.close();
            throw reason;
        }
    }

    private static void refuseLocked(Parts parts) throws IOException {
        Optional<Xml> manifest = parts.xml("META-INF/manifest.xml");
        if (manifest.isPresent()) {
            try (Xml xml = manifest.get()) {
                while (xml.descendant(0)) {
                    if (xml.name().equals("encryption-data")) {
                        throw new Unreadable(
                                "The file is protected by a password.",
                                "Save a copy without the password, then import that copy.");
                    }
                }
            }
        }
    }

    /// Takes the styles that `styles.xml` gives the whole document.
    void readCommon(Parts parts) throws IOException {
        Optional<Xml> part = parts.xml("styles.xml");
        if (part.isPresent()) {
            try (Xml xml = part.get()) {
                xml.root();
                while (xml.child(1)) {
                    if (xml.name().equals("styles") || xml.name().equals("automatic-styles")) {
                        define(xml);
                    }
                }
            }
        }
    }

    /// Takes all styles in the element just begun.
    void define(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "style" -> style(xml);
                case "list-style", "outline-style" -> lists.define(xml);
                default -> {}
            }
        }
    }

    private void style(Xml xml) throws IOException {
        String name = key(xml.attribute("family"), xml.attribute("name"));
        String parent = xml.attribute("parent-style-name");
        String above = parent.isEmpty() ? "" : key(xml.attribute("family"), parent);
        Optional<String> list =
                xml.hasAttribute("list-style-name") ? Optional.of(xml.attribute("list-style-name")) : Optional.empty();
        boolean beginsPage = !xml.attribute("master-page-name").isEmpty();
        Optional<Boolean> hides = Optional.empty();
        Optional<Boolean> pageBefore = Optional.empty();
        Optional<Boolean> pageAfter = Optional.empty();
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.hasAttribute("break-before")) {
                pageBefore = Optional.of(xml.attribute("break-before").equals("page"));
            }
            if (xml.hasAttribute("break-after")) {
                pageAfter = Optional.of(xml.attribute("break-after").equals("page"));
            }
            if (xml.hasAttribute("display") && !xml.name().equals("paragraph-properties")) {
                String display = xml.attribute("display");
                hides = Optional.of(display.equals("none") || display.equals("false"));
            }
        }
        styles.put(name, new Style(above, list, hides, pageBefore, pageAfter, beginsPage));
    }

    OdfLists lists() {
        return lists;
    }

    boolean hides(String family, String name) {
        return said(family, name, Style::hides).orElse(false);
    }

    boolean beginsPage(String family, String name) {
        Style its = styles.get(key(family, name));
        return (its != null && its.beginsPage())
                || said(family, name, Style::pageBefore).orElse(false);
    }

    boolean endsPage(String family, String name) {
        return said(family, name, Style::pageAfter).orElse(false);
    }

    /// The list style of a paragraph style or of one it inherits from; empty if it has none.
    String list(String paragraph) {
        return said("paragraph", paragraph, Style::list).orElse("");
    }

    /// Whether paragraphs of this style have no number although others of their kind do.
    boolean isUnnumbered(String paragraph) {
        return said("paragraph", paragraph, Style::list).filter(String::isEmpty).isPresent();
    }

    private <T> Optional<T> said(String family, String name, Function<Style, Optional<T>> what) {
        Style its = styles.get(key(family, name));
        for (int i = 0; i < DEEPEST && its != null; i++) {
            Optional<T> said = what.apply(its);
            if (said.isPresent()) {
                return said;
            }
            its = styles.get(its.parent());
        }
        return Optional.empty();
    }

    private static String key(String family, String name) {
        return family + "/" + name;
    }
}
