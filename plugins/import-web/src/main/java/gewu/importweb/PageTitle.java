package gewu.importweb;

import gewu.api.report.CleanText;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The title of a page: the heading above its text if there is one, else what the page is called.
final class PageTitle {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 120;
    private static final int BEGINNING = 2_000;

    private final Document page;
    private final PageLines lines;

    PageTitle(Document page, PageLines lines) {
        this.page = page;
        this.lines = lines;
    }

    /// Takes the heading back in that was left out with what stands around the text.
    ///
    /// @return a title to set above the text, if the page has no such heading and the text does not repeat it
    String settle() {
        String called = called();
        String beginning = beginning();
        if (beginning.isEmpty() || (!called.isEmpty() && beginning.contains(plain(called)))) {
            return "";
        }
        List<PageLine> headings = headings();
        for (PageLine heading : headings) {
            if (isSame(plain(heading.text()), plain(called))) {
                heading.drop(beginning.contains(plain(heading.text())));
                return "";
            }
        }
        if (!called.isEmpty()) {
            return called;
        }
        if (!headings.isEmpty() && !beginning.contains(plain(headings.getLast().text()))) {
            headings.getLast().drop(false);
        }
        return "";
    }

    /// Headings that were left out above the first line that was not.
    private List<PageLine> headings() {
        return lines.all().stream()
                .takeWhile(PageLine::isDropped)
                .filter(it -> !it.isHidden() && it.chars() >= SHORTEST && it.chars() <= LONGEST && it.linked() == 0)
                .filter(it -> Furniture.isTitle(it.block)
                        || (it.block.parentElement() != null && Furniture.isTitle(it.block.parentElement())))
                .toList();
    }

    private static boolean isSame(String heading, String called) {
        return !called.isEmpty() && (heading.contains(called) || called.contains(heading));
    }

    private String beginning() {
        StringBuilder beginning = new StringBuilder();
        for (PageLine line : lines.all()) {
            if (beginning.length() > BEGINNING) {
                break;
            }
            if (!line.isDropped()) {
                beginning.append(plain(line.text()));
            }
        }
        return beginning.toString();
    }

    /// What the page says it is called, without the names of the site and its parts; empty if that is no title.
    private String called() {
        for (Element meta : page.select("meta[name]")) {
            if (meta.attr("name").equalsIgnoreCase("ArticleTitle")) {
                String said = meta.attr("content").strip();
                if (isTitle(said)) {
                    return said;
                }
            }
        }
        String longest = "";
        for (String part : page.title().split("[_|｜»›>]|\\s[-–—]+\\s|(?<![\\d０-９])-+(?![\\d０-９])|[—–]{2,}", -1)) {
            if (part.strip().length() > longest.length()) {
                longest = part.strip();
            }
        }
        return isTitle(longest) ? longest : "";
    }

    private static boolean isTitle(String said) {
        return said.length() >= SHORTEST
                && said.length() <= LONGEST
                && !said.matches(
                        "(?i)无标题.*|新建.*|untitled.*|document\\d*|.*(门户网站|政府网站|官方网站|官网|网站|人民政府网)|.*\\.(docx?|wps|html?)");
    }

    private static String plain(String words) {
        return CleanText.of(words).text().replaceAll("[\\s:：,，.。\"“”《》()（）-]", "");
    }
}
