package gewu.importoffice;

import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an OpenDocument file says about the looks of its paragraphs, words, sections, columns, rows and sheets, as far
/// as
/// it changes what is read. For one thread.
final class OdfStyles {
    private static final Style PLAIN = new Style("", "", false, false, false);

    private final Map<String, Style> styles = new HashMap<>();
    private final OdfLists lists = new OdfLists();

    /// @param list a list style, or nothing
    private record Style(String parent, String list, boolean hides, boolean pageBefore, boolean pageAfter) {}

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
        String list = xml.attribute("list-style-name");
        boolean hides = false;
        boolean pageBefore = !xml.attribute("master-page-name").isEmpty();
        boolean pageAfter = false;
        int depth = xml.depth();
        while (xml.child(depth)) {
            pageBefore |= xml.attribute("break-before").equals("page");
            pageAfter |= xml.attribute("break-after").equals("page");
            boolean isInvisible = xml.attribute("display").equals("none")
                    || xml.attribute("display").equals("false");
            hides |= isInvisible && !xml.name().equals("paragraph-properties");
        }
        styles.put(name, new Style(above, list, hides, pageBefore, pageAfter));
    }

    OdfLists lists() {
        return lists;
    }

    boolean hides(String family, String name) {
        return of(family, name).hides();
    }

    boolean beginsPage(String family, String name) {
        return of(family, name).pageBefore();
    }

    boolean endsPage(String family, String name) {
        return of(family, name).pageAfter();
    }

    /// The list style of a paragraph style or of one it inherits from; empty if it has none.
    String list(String paragraph) {
        Style its = of("paragraph", paragraph);
        for (int i = 0; i < 20 && its.list().isEmpty() && !its.parent().isEmpty(); i++) {
            its = styles.getOrDefault(its.parent(), PLAIN);
        }
        return its.list();
    }

    private Style of(String family, String name) {
        return styles.getOrDefault(key(family, name), PLAIN);
    }

    private static String key(String family, String name) {
        return family + "/" + name;
    }
}
