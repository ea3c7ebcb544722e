package gewu.importweb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// One line of a page, as the end of a block or a line break parts it from the next.
final class PageLine {
    private static final int LOOKED_AT = 600;
    private static final int SENTENCE = 40;
    private static final int LONG = 80;
    private static final int LONGEST_FOOT = 300;
    private static final Pattern FOOT = Pattern.compile(
            "版权所有|ICP备\\s*[案编序号:：]{0,4}\\s*\\d{4}|公网安备\\s*\\d{6}|网站标识码\\s*[:：]?\\s*\\w{6}|[Cc]opyright\\s*(©|\\([Cc]\\)|\\d{4}|[Bb]y)|©");

    final Element block;
    final List<TextNode> nodes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int chars;
    private int linked;
    private int links;
    private boolean dropped;
    private boolean hidden;
    private @Nullable Boolean foot;

    PageLine(Element block) {
        this.block = block;
    }

    /// Adds words.
    ///
    /// @param isLinked whether they lead to another page
    void add(TextNode node, boolean isLinked) {
        String words = node.getWholeText();
        nodes.add(node);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= ' ' || Character.isSpaceChar(c)) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ' && text.length() < LOOKED_AT) {
                    text.append(' ');
                }
                continue;
            }
            chars++;
            if (isLinked) {
                linked++;
            }
            if (text.length() < LOOKED_AT) {
                text.append(c);
            }
        }
    }

    void addLink() {
        links++;
    }

    /// Its words, spaces collapsed; only the beginning of a long line.
    String text() {
        return text.toString().strip();
    }

    /// How many characters it has, spaces left out.
    int chars() {
        return chars;
    }

    /// How many of its characters lead to other pages.
    int linked() {
        return linked;
    }

    int links() {
        return links;
    }

    /// Whether it is no part of the text.
    boolean isDropped() {
        return dropped || hidden;
    }

    boolean isHidden() {
        return hidden;
    }

    /// Nobody sees it, so that nothing brings it back.
    void hide() {
        hidden = true;
    }

    void drop(boolean drops) {
        dropped = drops;
    }

    /// Whether it is a line that stands at the foot of every page of a site.
    boolean isFoot() {
        Boolean known = foot;
        if (known == null) {
            known = chars <= LONGEST_FOOT && FOOT.matcher(text).find();
            foot = known;
        }
        return known;
    }

    /// Whether somebody wrote it as a text: a sentence, or long.
    boolean isProse() {
        int own = chars - linked;
        if (own < SENTENCE || linked > own || isFoot()) {
            return false;
        }
        return own >= LONG || text.indexOf("。") >= 0 || text.indexOf("；") >= 0 || text.indexOf("，") >= 0;
    }
}
