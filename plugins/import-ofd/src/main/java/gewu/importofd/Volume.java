package gewu.importofd;

import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of the documents in a file: its pages, what they share, and its resources. For one thread.
final class Volume {
    private static final String ENTRY = "OFD.xml";

    /// Where the standard on encryption has files say what is locked and how.
    private static final String LOCKS = "Encryptions.xml";

    private static final int MOST_SHEETS = 100_000;
    private static final int MOST_KEPT_TEMPLATES = 8;

    private final Parts parts;
    private final List<String> folders;
    private final List<String> resourceParts = new ArrayList<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, List<Item>> readTemplates = new HashMap<>();
    private Area area = Area.A4;
    private @Nullable Resources resources;

    private Volume(Parts parts, String part) {
        this.parts = parts;
        this.folders = List.of(Parts.folder(part), "");
    }

    /// A page that others are laid upon.
    private record Template(String part, String order) {}

    /// All pages of the file, in the order of its documents.
    ///
    /// @throws Unreadable if there is none, or the file is encrypted
    static List<Sheet> sheets(Parts parts) throws IOException {
        if (parts.has(LOCKS)) {
            throw Parts.locked();
        }
        List<Sheet> sheets = new ArrayList<>();
        List<Unreadable> reasons = new ArrayList<>();
        for (String root : roots(parts)) {
            try {
                new Volume(parts, root).read(root, sheets);
            } catch (Unreadable reason) {
                reasons.add(reason);
                sheets.add(new Sheet.Lost(OfdImporter.told(reason)));
            }
        }
        if (!reasons.isEmpty() && reasons.size() == sheets.size()) {
            throw reasons.getFirst();
        }
        if (sheets.isEmpty()) {
            throw new Unreadable("It has no pages.", "Open it in the program that made it and save it as OFD again.");
        }
        return sheets;
    }

    /// The parts in which the documents stand, each in its current version.
    private static List<String> roots(Parts parts) throws IOException {
        List<String> roots = new ArrayList<>();
        try (Xml xml = parts.xml(ENTRY)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("DocBody")) {
                    String path = root(xml, parts);
                    if (!path.isBlank()) {
                        roots.add(parts.find(path, List.of("")));
                    }
                }
            }
        }
        return roots;
    }

    private static String root(Xml xml, Parts parts) throws IOException {
        StringBuilder root = new StringBuilder();
        String current = "";
        while (xml.child(2)) {
            switch (xml.name()) {
                case "DocRoot" -> xml.words(root);
                case "Versions" -> current = currentVersion(xml);
                default -> {}
            }
        }
        String version = parts.find(current, List.of(""));
        return current.isBlank() || !parts.has(version) ? root.toString() : rootOf(version, parts, root.toString());
    }

    private static String currentVersion(Xml xml) throws IOException {
        String current = "";
        while (xml.child(3)) {
            if (Values.isTrue(xml.attribute("Current"), false)) {
                current = xml.attribute("BaseLoc");
            }
        }
        return current;
    }

    private static String rootOf(String version, Parts parts, String otherwise) throws IOException {
        StringBuilder root = new StringBuilder();
        try (Xml xml = parts.xml(version)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("DocRoot")) {
                    xml.words(root);
                }
            }
        }
        String found = parts.find(root.toString(), List.of("", Parts.folder(version)));
        return root.toString().isBlank() || !parts.has(found) ? otherwise : found;
    }

    // ---- the document

    private void read(String part, List<Sheet> into) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (Xml xml = parts.xml(part)) {
            xml.root();
            while (xml.child(1)) {
                switch (xml.name()) {
                    case "CommonData" -> common(xml);
                    case "Pages" -> pages(xml, sheets);
                    default -> {}
                }
            }
        }
        into.addAll(sheets);
    }

    private void common(Xml xml) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "PageArea" -> area = area(xml, area);
                case "PublicRes", "DocumentRes" -> resourceParts.add(path(xml));
                case "TemplatePage" ->
                    templates.put(
                            xml.attribute("ID"),
                            new Template(parts.find(xml.attribute("BaseLoc"), folders), xml.attribute("ZOrder")));
                default -> {}
            }
        }
    }

    private void pages(Xml xml, List<Sheet> sheets) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("Page")) {
                sheets.add(new Sheet.Whole(this, parts.find(xml.attribute("BaseLoc"), folders)));
            }
            if (sheets.size() > MOST_SHEETS) {
                throw new Unreadable(
                        "It lists more than " + MOST_SHEETS + " pages.",
                        "Check where the file comes from; if it is genuine, split it and import its parts.");
            }
        }
    }

    private static Area area(Xml xml, Area otherwise) throws IOException {
        int depth = xml.depth();
        Area area = otherwise;
        while (xml.child(depth)) {
            if (xml.name().equals("PhysicalBox")) {
                StringBuilder box = new StringBuilder();
                xml.words(box);
                area = Area.of(box).orElse(area);
            }
        }
        return area;
    }

    private String path(Xml xml) throws IOException {
        StringBuilder path = new StringBuilder();
        xml.words(path);
        return parts.find(path.toString(), folders);
    }

    // ---- a page

    /// Reads a page with the templates it is laid upon.
    Leaf leaf(String part) throws IOException {
        Area paper = area;
        List<Item> behind = new ArrayList<>();
        List<Item> own = new ArrayList<>();
        List<Item> before = new ArrayList<>();
        List<String> ownParts = new ArrayList<>();
        try (Xml xml = parts.xml(part)) {
            xml.root();
            while (xml.child(1)) {
                switch (xml.name()) {
                    case "Area" -> paper = area(xml, paper);
                    case "PageRes" -> ownParts.add(ownResources(xml, part));
                    case "Template" -> {
                        String id = xml.attribute("TemplateID");
                        boolean isBefore = order(id, xml.attribute("ZOrder")).equals("Foreground");
                        (isBefore ? before : behind).addAll(template(id));
                    }
                    case "Content" -> own.addAll(ItemReader.read(xml));
                    default -> {}
                }
            }
        }
        behind.addAll(own);
        behind.addAll(before);
        Resources all = ownParts.isEmpty() ? resources() : resources().and(parts, ownParts, folders);
        return new Leaf(paper, behind, all);
    }

    private String ownResources(Xml xml, String part) throws IOException {
        StringBuilder path = new StringBuilder();
        xml.words(path);
        return parts.find(path.toString(), List.of(Parts.folder(part), folders.getFirst(), ""));
    }

    private String order(String id, String saidByPage) {
        Template template = templates.get(id);
        return saidByPage.isBlank() && template != null ? template.order() : saidByPage;
    }

    /// Nothing, if the document does not know the template: no reader can show more.
    private List<Item> template(String id) throws IOException {
        Template template = templates.get(id);
        if (template == null) {
            return List.of();
        }
        List<Item> read = readTemplates.get(id);
        if (read == null) {
            read = content(template.part());
            if (readTemplates.size() < MOST_KEPT_TEMPLATES) {
                readTemplates.put(id, read);
            }
        }
        return read;
    }

    private List<Item> content(String part) throws IOException {
        List<Item> items = new ArrayList<>();
        try (Xml xml = parts.xml(part)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("Content")) {
                    items.addAll(ItemReader.read(xml));
                }
            }
        }
        return items;
    }

    private Resources resources() throws IOException {
        Resources known = resources;
        if (known == null) {
            known = Resources.NONE.and(parts, resourceParts, folders);
            resources = known;
        }
        return known;
    }
}
