package gewu.importweb;

import gewu.api.intake.flow.Unreadable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Goes through a page node by node, in the order people read it, without a stack: depth costs nothing.
interface Walk {
    /// Comes to an element.
    ///
    /// @return false to pass over it; then it is not left either
    boolean enters(Element element) throws Unreadable;

    /// Has seen all of an element.
    void leaves(Element element) throws Unreadable;

    void words(TextNode text) throws Unreadable;

    /// Goes from the beginning of `root` to its end.
    default void through(Element root) throws Unreadable {
        Node at = root;
        while (true) {
            Node next = begins(at);
            while (next == null) {
                if (at == root) {
                    return;
                }
                next = at.nextSibling();
                if (next == null) {
                    Element around = at.parentElement();
                    if (around == null) {
                        return;
                    }
                    leaves(around);
                    at = around;
                }
            }
            at = next;
        }
    }

    /// @return the first node inside, if it is to be looked at
    private @Nullable Node begins(Node node) throws Unreadable {
        if (node instanceof Element element) {
            if (!enters(element)) {
                return null;
            }
            Node first = element.firstChild();
            if (first == null) {
                leaves(element);
            }
            return first;
        }
        if (node instanceof TextNode text) {
            words(text);
        }
        return null;
    }
}
