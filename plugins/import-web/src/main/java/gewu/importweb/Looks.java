package gewu.importweb;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What an element is to people who look at the page in a browser, as far as the element itself tells.
final class Looks {
    private static final Set<String> BLOCKS =
            words("html body div p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd table caption thead tbody tfoot tr "
                    + "td th section article header footer nav main aside form fieldset legend address blockquote pre "
                    + "xmp listing plaintext center figure figcaption details summary hgroup hr frameset frame iframe "
                    + "ucapcontent ucaptitle trs_editor search option");

    /// What is never words of the page.
    private static final Set<String> SILENT =
            words("head script style noscript noframes noembed template object embed applet audio video canvas svg "
                    + "map button datalist rt rp xml del annotation annotation-xml");

    private static final Pattern WORDS_OWN = Pattern.compile("(?i)MsoTo[ac]\\d|MsoTocHeading|MsoCommentReference");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Looks() {}

    static boolean isSilent(Element element) {
        return SILENT.contains(name(element));
    }

    /// Whether a line ends before it and after it.
    static boolean isBlock(Element element) {
        String name = name(element);
        if (BLOCKS.contains(name)) {
            return true;
        }
        return hasStyle(element, "display:block") || hasStyle(element, "display:table");
    }

    /// Whether nobody sees it, or it is only for readers of the file's history: comments and the running heads that
    /// Word keeps beside the text.
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || hasStyle(element, "display:none")
                || hasStyle(element, "visibility:hidden")
                || hasStyle(element, "mso-hide:all");
    }

    /// Whether Word keeps it beside the text: comments, running heads, the table of contents.
    static boolean isBesideWordsText(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return hasStyle(element, "mso-element:comment")
                || hasStyle(element, "mso-element:header")
                || hasStyle(element, "mso-element:footer")
                || hasStyle(element, "mso-special-character:comment")
                || WORDS_OWN.matcher(element.className()).matches();
    }

    /// Whether it is the sign of a bulleted list, drawn with a font of signs.
    static boolean isBullet(Element element) {
        if (!hasStyle(element, "mso-list:ignore")) {
            return false;
        }
        String words = element.text().replace('\u00a0', ' ').strip();
        return words.matches("[·•●○■□◆◇▪▫➢Øüvlnuqo§-]");
    }

    static boolean keepsSpaces(Element element) {
        return switch (name(element)) {
            case "pre", "xmp", "listing", "plaintext" -> true;
            default -> hasStyle(element, "white-space:pre");
        };
    }

    /// Whether its style holds this declaration, or one that begins so; in lower case, without spaces.
    static boolean hasStyle(Element element, String declaration) {
        String style = element.attributesSize() == 0 ? "" : element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String plain = SPACE.matcher(style).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.startsWith(declaration) || plain.contains(";" + declaration);
    }

    static String name(Element element) {
        return element.normalName();
    }

    private static Set<String> words(String parted) {
        return Set.of(parted.split(" "));
    }
}
