package gewu.ledger.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// Makes several paragraphs of one in a letter, alike but for their words: a list that is filled into one place is
/// indented, numbered and broken into pages like any text of the office's own.
final class Parting {
    /// What a paragraph may have only once, or what goes on from one paragraph to another.
    private static final Set<String> WHOLE = Set.of("fldChar", "p", "sdt", "txbxContent");

    /// What names one paragraph of the whole file.
    private static final Set<String> NAMES = Set.of("paraId", "textId");

    private final List<Element> runs;
    private final List<String[]> lines;
    private final Element model;
    private int line;
    private int wanted;

    private Parting(Element model, List<Element> runs, List<String> words) {
        this.model = model;
        this.runs = runs;
        this.lines = words.stream().map(it -> it.split("\n", -1)).toList();
    }

    /// Whether the paragraph's words stand in plain runs of its own, so that it can be parted.
    static boolean isPossible(Element paragraph, List<Element> runs) {
        return runs.stream().allMatch(it -> paragraph.isSameNode(grandparent(it)))
                && WHOLE.stream()
                        .allMatch(it -> LetterTemplate.elements(paragraph, it).isEmpty());
    }

    /// @param runs  the elements of words
    /// @param words what will stand in each, lines parted by `\n`
    static void part(Element paragraph, List<Element> runs, List<String> words) {
        Parting parting = new Parting(paragraph, runs, words);
        int last = parting.lines.stream().mapToInt(it -> it.length - 1).sum();
        Node parent = paragraph.getParentNode();
        for (int i = 0; i <= last; i++) {
            parent.insertBefore(parting.copy(i, i == last), paragraph);
        }
        parent.removeChild(paragraph);
    }

    private Element copy(int wantedLine, boolean isLast) {
        line = 0;
        wanted = wantedLine;
        Element copy = (Element) model.cloneNode(false);
        if (wantedLine > 0) {
            forgetNames(copy);
        }
        for (Node child : children(model)) {
            if (LetterTemplate.is(child, "pPr")) {
                copy.appendChild(properties((Element) child.cloneNode(true), isLast));
            } else if (LetterTemplate.is(child, "r")) {
                run((Element) child, copy);
            } else if (line == wanted) {
                copy.appendChild(child.cloneNode(true));
            }
        }
        return copy;
    }

    /// A section ends with the last one only.
    private static Element properties(Element properties, boolean isLast) {
        if (!isLast) {
            LetterTemplate.elements(properties, "sectPr").forEach(properties::removeChild);
        }
        return properties;
    }

    private void run(Element from, Element into) {
        Element run = (Element) from.cloneNode(false);
        boolean hasMore = false;
        for (Node child : children(from)) {
            int place = placeOf(child);
            if (place >= 0) {
                String[] its = lines.get(place);
                if (wanted >= line && wanted < line + its.length) {
                    Element words = (Element) child.cloneNode(false);
                    words.setTextContent(its[wanted - line]);
                    words.setAttributeNS(javax.xml.XMLConstants.XML_NS_URI, "xml:space", "preserve");
                    run.appendChild(words);
                    hasMore = true;
                }
                line += its.length - 1;
            } else if (LetterTemplate.is(child, "rPr")) {
                run.appendChild(child.cloneNode(true));
            } else if (line == wanted) {
                run.appendChild(child.cloneNode(true));
                hasMore = true;
            }
        }
        if (hasMore) {
            into.appendChild(run);
        }
    }

    private int placeOf(Node child) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).isSameNode(child)) {
                return i;
            }
        }
        return -1;
    }

    private static void forgetNames(Element paragraph) {
        NamedNodeMap attributes = paragraph.getAttributes();
        List<Attr> names = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr it = (Attr) attributes.item(i);
            String name = it.getLocalName();
            if (name != null && NAMES.contains(name)) {
                names.add(it);
            }
        }
        names.forEach(paragraph::removeAttributeNode);
    }

    private static List<Node> children(Element of) {
        List<Node> children = new ArrayList<>();
        for (Node it = of.getFirstChild(); it != null; it = it.getNextSibling()) {
            children.add(it);
        }
        return children;
    }

    private static @Nullable Node grandparent(Element of) {
        Node parent = of.getParentNode();
        return parent == null ? null : parent.getParentNode();
    }
}
