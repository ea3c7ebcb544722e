package gewu.importweb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Which tables of a page hold data; the others only lay the page out.
final class Tables {
    /// A cell that holds most of a table's words, and so many, is a page rather than a value.
    private static final int PAGE_LIKE = 300;

    private static final int FEW_CELLS = 9;
    private static final Set<String> PAGE_FACTS = Set.of("索引号", "索引号：", "信息索引号", "发文机关", "发布机构", "主题分类");

    private final Map<Element, TableShape> data = new HashMap<>();
    private final PageLines lines;
    private final boolean isOfficeFile;

    private Tables(PageLines lines, boolean isOfficeFile) {
        this.lines = lines;
        this.isOfficeFile = isOfficeFile;
    }

    /// @param leftOut      what does not count
    /// @param isOfficeFile whether an office program wrote the page: it never lays out by tables
    static Tables of(PageLines lines, Set<Node> leftOut, boolean isOfficeFile) {
        Tables tables = new Tables(lines, isOfficeFile);
        tables.judge(leftOut);
        return tables;
    }

    /// The shape of a table, if it holds data.
    Optional<TableShape> shape(Element table) {
        return Optional.ofNullable(data.get(table));
    }

    /// Whether a table holds figures or remarks of the report, not facts about the page or a few labels.
    boolean isSubstantial(Element table) {
        TableShape shape = data.get(table);
        if (shape == null || shape.rows() < 3 || shape.columns() < 2) {
            return false;
        }
        List<PageLine> its = lines.in(table);
        int chars = its.stream().mapToInt(PageLine::chars).sum();
        int linked = its.stream().mapToInt(PageLine::linked).sum();
        return linked * 3 < chars
                && its.stream()
                        .limit(4)
                        .noneMatch(it -> PAGE_FACTS.contains(it.text().replace(" ", "")));
    }

    /// Inner tables come first: a table around tables of data lays them out.
    private void judge(Set<Node> leftOut) {
        Set<Element> around = new HashSet<>();
        Map<Element, TableShape> found = new HashMap<>();
        for (Element table : lines.tables().reversed()) {
            TableShape shape = TableShape.of(table, leftOut);
            if (!isLayout(table, shape, around)) {
                found.put(table, shape);
                if (shape.rows() > 1) {
                    markAround(table, around);
                }
            }
        }
        Set<Element> inside = new HashSet<>();
        for (Element table : lines.tables()) {
            TableShape shape = found.get(table);
            Element outer = table.parent() == null ? null : table.parent().closest("table");
            boolean isInside = outer != null && (found.containsKey(outer) || inside.contains(outer));
            if (isInside) {
                inside.add(table);
            } else if (shape != null) {
                data.put(table, shape);
            }
        }
    }

    private static void markAround(Element table, Set<Element> around) {
        Element outer = table.parent();
        while (outer != null && around.add(outer)) {
            outer = outer.parent();
        }
    }

    private boolean isLayout(Element table, TableShape shape, Set<Element> aroundData) {
        if (shape.isOversized() || shape.columns() < 2 || table.attr("role").matches("presentation|none")) {
            return true;
        }
        List<PageLine> its = lines.in(table);
        int chars = its.stream().mapToInt(PageLine::chars).sum();
        if (chars == 0) {
            return true;
        }
        int largest = largestCell(shape);
        if (aroundData.contains(table)) {
            return !(isBordered(table) && largest * 2 < chars);
        }
        if (isOfficeFile || saysItIsData(table)) {
            return false;
        }
        if (isBordered(table)) {
            return largest >= PAGE_LIKE && largest * 20L >= chars * 19L;
        }
        int linked = its.stream().mapToInt(PageLine::linked).sum();
        boolean isPage = largest >= PAGE_LIKE
                && (largest * 20L >= chars * 17L
                        || (largest * 10L >= chars * 6L && shape.cells().size() <= FEW_CELLS));
        return shape.rows() < 2 || linked * 10L >= chars * 7L || isPage;
    }

    private int largestCell(TableShape shape) {
        int largest = 0;
        for (Element cell : shape.cells()) {
            int chars = lines.in(cell).stream().mapToInt(PageLine::chars).sum();
            largest = Math.max(largest, chars);
        }
        return largest;
    }

    private static boolean saysItIsData(Element table) {
        for (Element part : table.children()) {
            String name = Looks.name(part);
            if (name.equals("thead") || name.equals("caption")) {
                return true;
            }
            for (Element row : name.equals("tr") ? List.of(part) : part.children()) {
                if (row.children().stream().anyMatch(it -> Looks.name(it).equals("th"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether lines are drawn around its cells, as far as the page itself tells.
    private static boolean isBordered(Element table) {
        if (table.attr("border").strip().matches("[1-9]\\d*(px)?")
                || table.className().contains("MsoTableGrid")) {
            return true;
        }
        if (drawsLines(table)) {
            return true;
        }
        return table.children().stream()
                .flatMap(it -> Looks.name(it).equals("tr")
                        ? it.children().stream()
                        : it.children().stream().limit(2).flatMap(row -> row.children().stream()))
                .limit(8)
                .anyMatch(Tables::drawsLines);
    }

    private static boolean drawsLines(Element element) {
        return element.attr("style")
                .matches("(?is).*border[\\w-]*\\s*:[^;]*(solid|double|inset|dotted|dashed|groove|windowtext).*");
    }
}
