package gewu.importweb;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/// A page with those it shows in frames, on its way to a text. For one thread.
final class WebPage {
    private static final int SHORT = 300;
    private static final Pattern SELF_CLOSED =
            Pattern.compile("<(script|style|title|iframe|textarea|div|span|p|a|td|th|li|b|i|font)(\\s[^<>]*)?/>");
    private static final Pattern ERROR = Pattern.compile(
            "(?i)\\b(40[0134]|50[0234])\\b.{0,12}(not found|error|错误|forbidden|bad gateway|unavailable|页|找不到)|not found|bad gateway|"
                    + "(页面?|网页|文件|信息|内容|资源)\\S{0,6}(不存在|未找到|找不到|已删除|已被删除|丢失|走丢)|(找不到|无法(访问|显示|打开))\\S{0,8}(网页|页面|资源|文件)|"
                    + "访问(过于频繁|被拒绝|受限|被拦截)|(开启|启用|打开).{0,4}JavaScript|滑动.{0,6}验证|安全验证|系统(错误|维护|繁忙)|会话(超时|过期)|登录(超时|已失效)");

    private final PageDecoder decoder;
    private final List<SavedPage> pages;
    private final List<SavedPage> shown = new ArrayList<>();

    /// @param pages the one that shows the others first; at least one
    WebPage(PageDecoder decoder, List<SavedPage> pages) {
        this.decoder = decoder;
        this.pages = List.copyOf(pages);
    }

    /// What becomes of the words around the main text.
    enum Around {
        SKIP,
        KEEP;

        static Around of(SourceFile file) {
            return file.option("around").filter("keep"::equals).isPresent() ? KEEP : SKIP;
        }
    }

    Reading read(Around around) throws Unreadable {
        Document page = parsed(pages.getFirst());
        showFrames(page);
        return read(page, around);
    }

    private static Reading read(Document page, Around around) throws Unreadable {
        page.select("table > tfoot").forEach(WebPage::moveToEnd);
        page.select("table > caption").forEach(WebPage::moveAbove);
        PageLines lines = PageLines.of(page);
        MainText text = new MainText(page, lines, around == Around.KEEP);
        Flow flow = new Flow();
        PageBody body = new PageBody(text, flow);
        body.through(page);
        if (!flow.hasWords()) {
            return noWords(page);
        }
        Reading.Text reading = flow.reading();
        if (around == Around.SKIP
                && !text.hasSubstance()
                && reading.source().text().length() < SHORT) {
            String beginning = page.title() + " " + reading.source().text();
            if (ERROR.matcher(beginning).find() || page.title().strip().matches("40[0134]|50[0234]")) {
                return new Reading.Refused(
                        "The page only says that something went wrong: “" + shortened(page, reading) + "”.",
                        "Open the address of the report again in a browser, save the page when the report is seen, then import that copy.");
            }
            if (page.selectFirst("input[type=password]") != null) {
                return new Reading.Refused(
                        "The page asks for a name and a password and holds no report.",
                        "Log in with a browser, save the page when the report is seen, then import that copy.");
            }
            if (isRedirect(page)) {
                return redirected();
            }
        }
        if (text.title().isEmpty()) {
            return reading;
        }
        Flow titled = new Flow();
        titled.words(text.title());
        titled.endLine();
        titled.append(flow);
        return titled.reading();
    }

    private Document parsed(SavedPage page) throws Unreadable {
        shown.add(page);
        String code = decoder.decode(page.bytes(), page.charset());
        if (code.startsWith("<?xml")) {
            code = SELF_CLOSED.matcher(code).replaceAll("<$1$2></$1>");
        }
        return Parser.htmlParser().parseInput(code, "");
    }

    /// Puts pages of the same file in the places where frames show them. A page of nothing but frames shows all: the
    /// sheets of a workbook but the first are only shown by its script.
    private void showFrames(Document page) throws Unreadable {
        boolean isFrameset = page.selectFirst("frameset") != null;
        for (int i = 0; i < shown.size() && i < pages.size(); i++) {
            List<Element> frames = page.select("frame[src],iframe[src]");
            boolean isChanged = false;
            for (Element frame : frames) {
                isChanged |= show(frame);
            }
            if (!isChanged) {
                break;
            }
        }
        if (isFrameset) {
            Element last = page.body();
            for (SavedPage other : pages) {
                if (!shown.contains(other) && !other.isTabStrip()) {
                    last.appendElement("div").appendChildren(contentOf(other));
                }
            }
        }
    }

    private boolean show(Element frame) throws Unreadable {
        String source = frame.attr("src").strip();
        for (SavedPage other : pages) {
            if (!shown.contains(other) && !other.isTabStrip() && other.isShownBy(source)) {
                Element place = new Element("div");
                place.appendChildren(contentOf(other));
                frame.replaceWith(place);
                return true;
            }
        }
        return false;
    }

    private List<Node> contentOf(SavedPage other) throws Unreadable {
        return new ArrayList<>(parsed(other).body().childNodes());
    }

    /// Where browsers show it, wherever it stands.
    private static void moveToEnd(Element foot) {
        Element table = foot.parent();
        if (table != null) {
            table.appendChild(foot);
        }
    }

    /// A caption is a line above its table.
    private static void moveAbove(Element caption) {
        Element table = caption.parent();
        if (table != null) {
            Element line = new Element("p");
            line.appendChildren(new ArrayList<>(caption.childNodes()));
            table.before(line);
        }
    }

    private static Reading noWords(Document page) {
        if (isRedirect(page)) {
            return redirected();
        }
        if (page.selectFirst("frame,iframe") != null) {
            return new Reading.Refused(
                    "The page holds no words: it only shows other pages in frames.",
                    "Open it in a browser, open the frame with the report on its own, save that page, then import it.");
        }
        if (page.selectFirst("script[src],script:not(:empty)") != null) {
            return new Reading.Refused(
                    "The page holds no words: its script would have loaded them.",
                    "Open it in a browser and save it as a single file (MHTML) or print it into a PDF, then import that.");
        }
        return page.selectFirst("img") != null
                ? new Reading.Refused(
                        "The page holds pictures but no words.",
                        "Import the pictures themselves, or print the page into a PDF and import that.")
                : new Reading.Refused(
                        "The page holds no words.", "Check that the right page was saved, then import it again.");
    }

    private static Reading redirected() {
        return new Reading.Refused(
                "The page holds no report: it only leads on to another page.",
                "Open it in a browser, save the page it leads to, then import that.");
    }

    private static boolean isRedirect(Document page) {
        for (Element meta : page.select("meta[http-equiv]")) {
            if (meta.attr("http-equiv").equalsIgnoreCase("refresh")
                    && meta.attr("content").matches("(?is)\\s*\\d+\\s*[;,]\\s*url.*")) {
                return true;
            }
        }
        return page.select("script").stream()
                .anyMatch(it -> it.data().matches("(?s).{0,300}location(\\.href)?\\s*(=|\\.replace\\().{0,300}"));
    }

    private static String shortened(Document page, Reading.Text reading) {
        String said = page.title().isBlank() ? reading.source().text() : page.title();
        String line = said.strip().lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
