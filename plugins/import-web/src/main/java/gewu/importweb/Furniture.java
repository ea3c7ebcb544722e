package gewu.importweb;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What stands around the text on the pages of a site, by the names its builders give and the words that recur.
final class Furniture {
    /// Where content systems put the text of an article, and nothing else.
    private static final Set<String> ARTICLE =
            words("trseditor trsueditor trseditorview ucapcontent zoom zoomcon vnewscontent wparticlecontent "
                    + "articlecontent articlecon artcon articlebody articletext articledetail newscontent newscon "
                    + "newstext pagescontent jfontcontent detailcontent contentdetail infocontent xxgkcontent wzcon "
                    + "wznr bookcon easysitenewscontent ewbarticleinfo postcontent entrycontent richtext conttext "
                    + "contxt texteditor ueditor");

    /// Where they put it too, and sometimes more.
    private static final Set<String> MAYBE_ARTICLE =
            words("article content contents contentbox con maincontent main maintext text detail details nr "
                    + "neirong view info wz zw zhengwen articlebox pagecontent");

    private static final Set<String> AROUND =
            words("nav navbar navigation menu menus submenu topmenu mainmenu breadcrumb breadcrumbs crumb crumbs "
                    + "bread curpos currentposition weizhi dqwz nowplace footer foot copyright share sharebox "
                    + "bdsharebuttonbox bdshare bshare jiathis fontsize zihao toolbar pager pagination sidebar leftnav "
                    + "qrcode ewm erweima searchbox searchbar loginbox topbar friendlink friendlinks yqlj gotop "
                    + "backtop wza barrierfree printbox closewin");

    /// Names that a report's own parts may have: only what mostly leads elsewhere is left out.
    private static final Set<String> MAYBE_AROUND =
            words("position location header head top bottom side aside left right tool tools search login logo "
                    + "banner links link related relate xgxx xgwz xgyd recommend tuijian hot comment comments channel "
                    + "column page print close");

    private static final Set<String> BESIDE =
            words("sidebar aside side related relate xgxx xgwz xgyd recommend tuijian hot");

    private static final Set<String> ROLES = Set.of("navigation", "contentinfo", "search", "menu", "menubar");
    private static final Set<String> TITLE_TAGS = Set.of("h1", "h2", "h3", "ucaptitle");
    private static final Set<String> TITLES =
            words("title tit bt biaoti ucaptitle articletitle arttitle newstitle contitle contenttitle infotitle "
                    + "xltitle detailtitle showtitle maintitle wztitle zwtitle");

    private static final Pattern PLACE =
            Pattern.compile("^(您|你)?(现在|当前|目前)?(的|所在)*(位置|栏目)(是|为)?\\s*[:：].*|^(网站)?首页\\s*[>»›/＞→\\\\].*");
    private static final Pattern FONT = Pattern.compile(
            ".{0,80}(字体|字号|字体大小|文字大小)\\s*[:：]?\\s*[\\[【（(]?\\s*(特大|超大|大|小|默认).{0,60}|^[\\[【（(\\s]*大[\\]】）)\\s]*[\\[【（(\\s|/]*中[\\]】）)\\s]*[\\[【（(\\s|/]*小[\\]】）)\\s]*.{0,20}");
    private static final Pattern TOOLS = Pattern.compile(
            "(?:打印(?:本页|此页|文章|正文)?|关闭(?:窗口|本页|此页|页面)?|返回(?:顶部|列表|首页|上页|上一页)?|收藏(?:本页)?|分享到?|微信|微博|新浪微博|QQ空间|下载|放大|缩小|默认|复制链接|网页纠错|我要纠错|纠错|字号|字体|大|中|小|我要)++");
    private static final Pattern ARROW = Pattern.compile("[>»›＞→]");
    private static final Pattern SIGNS = Pattern.compile("[\\s\\[\\]【】（）()|:：+\\-/·]+");
    private static final Pattern TOOL = Pattern.compile("打印|关闭|收藏|分享|返回|微信|微博|纠错|复制链接");
    private static final Pattern SHARE = Pattern.compile("^(分享(到|至|：|:)|扫一扫|扫描二维码|扫码|(用|使用|打开)?手?机?微信.{0,6}扫).{0,50}");
    private static final Pattern COUNT =
            Pattern.compile("^[\\[【（(]?(浏览|阅读|访问|点击)(次数|量|数)?\\s*[:：]\\s*\\d*\\s*次?[\\]】）)]?");
    private static final Pattern NEIGHBOUR = Pattern.compile("^(上|下)一(篇|条)\\s*[:：]?.{0,80}");
    private static final Pattern FOOT_LIKE = Pattern.compile(
            "^[|\\s]*(主办|承办|协办|运维|维护|管理|技术支持|建设|联系我们|联系电话|联系方式|联系地址|地址|邮编|邮政编码|电话|传真|邮箱|电子邮箱|[Ee]-?mail|网站地图|站点地图|建议使用|最佳|关于我们|关于本站|隐私|法律声明|使用帮助|免责声明|网站声明|访问量|您是第|政府网站找错|网站支持).{0,160}");

    private Furniture() {}

    /// Whether a block holds the text of an article, by its name.
    static boolean isArticle(Element element) {
        String name = Looks.name(element);
        return name.equals("ucapcontent")
                || name.equals("trs_editor")
                || element.attr("itemprop").equalsIgnoreCase("articleBody")
                || hasName(element, it -> ARTICLE.contains(it) || it.startsWith("vsbcontent"));
    }

    static boolean isMaybeArticle(Element element) {
        String name = Looks.name(element);
        return name.equals("article")
                || name.equals("main")
                || element.attr("role").equalsIgnoreCase("main")
                || hasName(element, MAYBE_ARTICLE::contains);
    }

    /// Whether a block leads about the site or stands at its foot, by its name.
    static boolean isAround(Element element) {
        String name = Looks.name(element);
        return name.equals("nav")
                || name.equals("search")
                || (name.equals("footer") && element.closest("article,main") == null)
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || hasName(element, AROUND::contains)
                || hasWord(element, AROUND::contains);
    }

    static boolean isMaybeAround(Element element) {
        String name = Looks.name(element);
        return name.equals("header") || name.equals("aside") || hasName(element, MAYBE_AROUND::contains);
    }

    /// Whether a block tells of other articles.
    static boolean isBeside(Element element) {
        return Looks.name(element).equals("aside") || hasName(element, BESIDE::contains);
    }

    static boolean isTitle(Element element) {
        return TITLE_TAGS.contains(Looks.name(element)) || hasName(element, TITLES::contains);
    }

    /// Whether a line serves the use of the page: where it stands in the site, the size of its letters, printing.
    static boolean serves(PageLine line) {
        if (line.chars() > 150) {
            return false;
        }
        String text = line.text();
        if (PLACE.matcher(text).matches()) {
            return line.linked() > 0 || ARROW.matcher(text).find();
        }
        if (NEIGHBOUR.matcher(text).matches()) {
            return line.linked() > 0 || text.contains("没有了") || text.endsWith("无");
        }
        String bare = SIGNS.matcher(text).replaceAll("");
        return FONT.matcher(text).matches()
                || SHARE.matcher(text).matches()
                || COUNT.matcher(text).matches()
                || (TOOL.matcher(bare).find() && TOOLS.matcher(bare).matches());
    }

    /// Whether a line beside the foot of a site belongs to it.
    static boolean isFootLike(PageLine line) {
        return line.isFoot() || FOOT_LIKE.matcher(line.text()).matches() || line.linked() * 10 >= line.chars() * 7;
    }

    private static boolean hasName(Element element, Predicate<String> isOne) {
        if (isNameless(element)) {
            return false;
        }
        return isOne.test(plain(element.id())) || element.classNames().stream().anyMatch(it -> isOne.test(plain(it)));
    }

    /// Like `g-footer` and `footer_box`.
    private static boolean hasWord(Element element, Predicate<String> isOne) {
        if (isNameless(element)) {
            return false;
        }
        String names = element.id() + " " + element.className();
        for (String word : names.toLowerCase(Locale.ROOT).split("[\\s_-]+")) {
            if (isOne.test(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameless(Element element) {
        return element.attributesSize() == 0 || !(element.hasAttr("class") || element.hasAttr("id"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static Set<String> words(String parted) {
        return Set.of(parted.split(" "));
    }
}
