package gewu.importpdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// Puts the tree of pages in order: whatever the file says of their number, each page is found, once, and at once.
///
/// A tree that is a loop, counts wrongly, lacks pages or has thousands side by side is replaced by a flat one. For one
/// document.
final class PageTree {
    /// Stands for a page that the file names but doesn't hold.
    static final COSName LOST = COSName.getPDFName("GewuLost");

    /// The house takes far fewer; a file of a few bytes a page must not fill the memory.
    private static final int MOST_PAGES = 100_000;

    /// Finding a page takes as long as there are pages beside it.
    private static final int MOST_KIDS = 256;

    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private final List<Leaf> leaves = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int lost;
    private boolean isSound = true;

    private PageTree() {}

    /// Mends the tree below `catalog`, and counts its pages.
    static int mend(COSDictionary catalog) {
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        if (root == null) {
            return 0;
        }
        PageTree tree = new PageTree();
        tree.walk(root);
        tree.forgetLostPagesBeyond(root.getInt(COSName.COUNT, 0));
        if (!tree.isSound) {
            catalog.setItem(COSName.PAGES, tree.rebuilt());
        }
        return tree.leaves.size();
    }

    private void walk(COSDictionary root) {
        Deque<Branch> path = new ArrayDeque<>();
        if (root.containsKey(COSName.KIDS)) {
            path.push(branch(root, null));
        } else {
            isSound = false;
            leaf(root, null);
        }
        while (!path.isEmpty() && leaves.size() < MOST_PAGES) {
            Branch branch = path.peek();
            if (branch.next == branch.kids.size()) {
                isSound &= branch.node.getInt(COSName.COUNT, -1) == leaves.size() - branch.leavesBefore;
                path.pop();
            } else if (!(branch.kids.getObject(branch.next++) instanceof COSDictionary kid)) {
                lose();
            } else if (!kid.containsKey(COSName.KIDS)) {
                leaf(kid, branch);
            } else if (seen.add(kid)) {
                path.push(branch(kid, branch));
            } else {
                isSound = false;
            }
        }
    }

    private Branch branch(COSDictionary node, @Nullable Branch above) {
        seen.add(node);
        COSArray kids = node.getCOSArray(COSName.KIDS);
        isSound &= kids != null
                && kids.size() <= MOST_KIDS
                && COSName.PAGES.equals(node.getCOSName(COSName.TYPE))
                && (above == null || node.getCOSDictionary(COSName.PARENT) == above.node);
        return new Branch(node, kids == null ? new COSArray() : kids, leaves.size(), above);
    }

    private void leaf(COSDictionary page, @Nullable Branch under) {
        COSName type = page.getCOSName(COSName.TYPE);
        isSound &= COSName.PAGE.equals(type)
                && under != null
                && page.getCOSDictionary(COSName.PARENT) == under.node
                && seen.add(page);
        if (type == null || COSName.PAGE.equals(type) || page.containsKey(COSName.CONTENTS)) {
            leaves.add(new Leaf(page, under));
        }
    }

    private void lose() {
        isSound = false;
        lost++;
        COSDictionary page = new COSDictionary();
        page.setBoolean(LOST, true);
        leaves.add(new Leaf(page, null));
    }

    /// A page that was deleted leaves a hole too, but then it is not counted.
    private void forgetLostPagesBeyond(int claimed) {
        if (lost > 0 && leaves.size() - lost >= claimed) {
            leaves.removeIf(leaf -> leaf.page().containsKey(LOST));
        }
    }

    private COSDictionary rebuilt() {
        COSDictionary root = node(leaves.size());
        COSArray groups = new COSArray();
        for (int from = 0; from < leaves.size(); from += MOST_KIDS) {
            List<Leaf> some = leaves.subList(from, Math.min(leaves.size(), from + MOST_KIDS));
            COSDictionary group = node(some.size());
            group.setItem(COSName.PARENT, root);
            COSArray kids = new COSArray();
            for (Leaf leaf : some) {
                leaf.inherit();
                leaf.page().setItem(COSName.TYPE, COSName.PAGE);
                leaf.page().setItem(COSName.PARENT, group);
                kids.add(leaf.page());
            }
            group.setItem(COSName.KIDS, kids);
            groups.add(group);
        }
        root.setItem(COSName.KIDS, groups);
        return root;
    }

    private static COSDictionary node(int count) {
        COSDictionary node = new COSDictionary();
        node.setItem(COSName.TYPE, COSName.PAGES);
        node.setInt(COSName.COUNT, count);
        return node;
    }

    /// A page, and the node it hangs on.
    private record Leaf(COSDictionary page, @Nullable Branch under) {
        /// Takes over what the page has from the nodes above it.
        void inherit() {
            for (COSName key : INHERITED) {
                for (Branch above = under; above != null && !page.containsKey(key); above = above.above) {
                    COSBase value = above.node.getItem(key);
                    if (value != null) {
                        page.setItem(key, value);
                    }
                }
            }
        }
    }

    /// A node on the way down.
    private static final class Branch {
        private final COSDictionary node;
        private final COSArray kids;
        private final int leavesBefore;
        private final @Nullable Branch above;
        private int next;

        Branch(COSDictionary node, COSArray kids, int leavesBefore, @Nullable Branch above) {
            this.node = node;
            this.kids = kids;
            this.leavesBefore = leavesBefore;
            this.above = above;
        }
    }
}
