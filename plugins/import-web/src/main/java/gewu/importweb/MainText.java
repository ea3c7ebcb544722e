package gewu.importweb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Decides which words of a page are its text.
///
/// Lines with substance, that is prose and tables of data, are never left out, unless the page itself hides them or
/// they tell of other articles beside one that is marked as such. What has no substance is left out only if it stands
/// outside the article, or its name or its words say that it serves the site.
final class MainText {
    private static final Pattern ATTACHMENT =
            Pattern.compile("^附件[\\d一二三四五六七八九十]{0,2}\\s*[:：.、]|\\.(docx?|xlsx?|pptx?|wps|et|pdf|ofd|rtf|zip|rar)\\b");
    private static final int LONGEST_FOOT = 600;

    private final PageLines lines;
    private final Set<Node> leftOut = new HashSet<>();
    private final Set<PageLine> inTables = new HashSet<>();
    private final Set<PageLine> substance = new HashSet<>();
    private final Map<PageLine, Integer> numbers = new HashMap<>();
    private final Tables tables;
    private final String title;

    /// @param keepsAll whether to leave out only what nobody sees
    MainText(Document page, PageLines lines, boolean keepsAll) {
        this.lines = lines;
        boolean isOfficeFile = isOfficeFile(page);
        leaveOutHidden();
        this.tables = Tables.of(lines, leftOut, isOfficeFile);
        if (keepsAll || isOfficeFile) {
            this.title = "";
        } else {
            weigh();
            Optional<Element> article = article();
            article.ifPresent(this::leaveOutAllBut);
            leaveOutFurniture(article.isEmpty());
            if (lines.all().stream().allMatch(PageLine::isDropped)) {
                lines.all().forEach(it -> it.drop(false)); // better whole than nothing
            }
            this.title = new PageTitle(page, lines).settle();
        }
        for (PageLine line : lines.all()) {
            if (line.isDropped()) {
                leftOut.addAll(line.nodes);
            }
        }
    }

    /// What is no text: elements with all they hold, and single words.
    Set<Node> leftOut() {
        return leftOut;
    }

    /// The shape of a table of data of which something is text.
    Optional<TableShape> shape(Element table) {
        return lines.in(table).stream().allMatch(PageLine::isDropped) ? Optional.empty() : tables.shape(table);
    }

    /// The title to set above the text; empty if the text has it.
    String title() {
        return title;
    }

    /// How many lines say something that a report may say.
    boolean hasSubstance() {
        return lines.all().stream().anyMatch(it -> !it.isDropped() && (it.isProse() || substance.contains(it)));
    }

    private static boolean isOfficeFile(Document page) {
        for (Element meta : page.select("meta[name]")) {
            String name = meta.attr("name");
            if ((name.equalsIgnoreCase("Generator") || name.equalsIgnoreCase("ProgId"))
                    && meta.attr("content")
                            .matches("(?i).*(Word|Excel|PowerPoint|WPS|LibreOffice|OpenOffice|Aspose).*")) {
                return true;
            }
        }
        return false;
    }

    /// What hides most of the page's prose is the page: a script would show it.
    private void leaveOutHidden() {
        Map<Element, Integer> weights = new HashMap<>();
        int all = prose(lines.all());
        for (Element hidden : lines.hidden()) {
            weights.put(hidden, prose(lines.in(hidden)));
        }
        int visible =
                all - weights.values().stream().mapToInt(Integer::intValue).sum();
        for (Element hidden : lines.hidden()) {
            if (weights.getOrDefault(hidden, 0) <= visible) {
                leftOut.add(hidden);
                lines.in(hidden).forEach(PageLine::hide);
            }
        }
    }

    private static int prose(List<PageLine> lines) {
        return lines.stream()
                .filter(PageLine::isProse)
                .mapToInt(PageLine::chars)
                .sum();
    }

    private void weigh() {
        for (Element table : lines.tables()) {
            if (tables.shape(table).isPresent()) {
                List<PageLine> its = lines.in(table);
                if (tables.isSubstantial(table)) {
                    substance.addAll(its);
                    inTables.addAll(its);
                }
            }
        }
        int number = 0;
        for (PageLine line : lines.all()) {
            numbers.put(line, number++);
            if (line.isProse()) {
                substance.add(line);
            }
            if (line.isDropped()) {
                substance.remove(line);
            }
        }
    }

    /// The block that is named as an article and holds all that has substance.
    private Optional<Element> article() {
        List<Element> beside = lines.blocks().stream()
                .filter(it -> Furniture.isBeside(it) && tellsOfOthers(it))
                .toList();
        Set<PageLine> others = new HashSet<>();
        beside.forEach(it -> others.addAll(lines.in(it)));
        List<Integer> where = new ArrayList<>();
        for (PageLine line : lines.all()) {
            if (substance.contains(line) && !others.contains(line)) {
                where.add(numbers.getOrDefault(line, 0));
            }
        }
        if (where.isEmpty()) {
            return Optional.empty();
        }
        int first = where.getFirst();
        int last = where.getLast();
        Optional<Element> maybe = Optional.empty();
        for (Element block : lines.blocks()) {
            if (lines.range(block).covers(first, last)) {
                if (Furniture.isArticle(block)) {
                    return Optional.of(block);
                }
                if (Furniture.isMaybeArticle(block) && !Looks.name(block).equals("body")) {
                    maybe = Optional.of(block);
                }
            }
        }
        return maybe;
    }

    /// Whether each of its texts comes with a link to more.
    private boolean tellsOfOthers(Element block) {
        List<PageLine> its = lines.in(block);
        long texts = its.stream().filter(substance::contains).count();
        return its.stream().mapToInt(PageLine::links).sum() >= Math.max(1, texts)
                && its.stream().noneMatch(inTables::contains);
    }

    /// Names of attachments stay: they are what else the report consists of.
    private void leaveOutAllBut(Element article) {
        PageLines.Range range = lines.range(article);
        List<PageLine> all = lines.all();
        for (int i = 0; i < all.size(); i++) {
            boolean isInside = i >= range.from() && i < range.to();
            if (!isInside && !isAttachment(all.get(i))) {
                all.get(i).drop(true);
            }
        }
    }

    private static boolean isAttachment(PageLine line) {
        return line.chars() <= LONGEST_FOOT && ATTACHMENT.matcher(line.text()).find();
    }

    private void leaveOutFurniture(boolean isWholePage) {
        for (Element block : lines.blocks()) {
            if (holdsSubstance(block)
                    || Looks.name(block).equals("html")
                    || Looks.name(block).equals("body")) {
                continue;
            }
            if (Furniture.isAround(block)
                    || (Furniture.isMaybeAround(block) && mostlyLinks(block, 1, 5))
                    || (isWholePage && (mostlyLinks(block, 3, 7) || mostlyLinks(block, 2, 10)))) {
                drop(lines.in(block));
            }
        }
        for (PageLine line : lines.all()) {
            if (!inTables.contains(line) && Furniture.serves(line)) {
                line.drop(true);
            }
        }
        leaveOutFoot();
    }

    private boolean holdsSubstance(Element block) {
        return lines.in(block).stream().anyMatch(substance::contains);
    }

    private void drop(List<PageLine> its) {
        its.forEach(it -> it.drop(true));
    }

    /// Whether so many tenths of its words lead elsewhere, by so many links.
    private boolean mostlyLinks(Element block, int fewest, int tenths) {
        int chars = 0;
        int linked = 0;
        int links = 0;
        for (PageLine line : lines.in(block)) {
            if (isAttachment(line)) {
                return false;
            }
            chars += line.chars();
            linked += line.linked();
            links += line.links();
        }
        return links >= fewest && linked * 10L >= (long) chars * tenths;
    }

    /// The foot of the site: lines that say so, and what stands beside them in the same block and belongs there.
    private void leaveOutFoot() {
        List<PageLine> all = lines.all();
        int last = -1;
        int first = all.size();
        for (int i = 0; i < all.size(); i++) {
            if (substance.contains(all.get(i))) {
                first = Math.min(first, i);
                last = i;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            PageLine line = all.get(i);
            if (line.isFoot() && (i > last || i < first)) {
                line.drop(true);
                Element around = line.block;
                while (around != null && isFoot(around)) {
                    drop(lines.in(around));
                    around = around.parentElement();
                }
            }
        }
    }

    private boolean isFoot(Element block) {
        List<PageLine> its = lines.in(block);
        return its.size() <= LONGEST_FOOT
                && its.stream().mapToInt(PageLine::chars).sum() <= LONGEST_FOOT
                && its.stream().noneMatch(substance::contains)
                && its.stream().allMatch(it -> it.isDropped() || Furniture.isFootLike(it));
    }
}
