package gewu.search;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.search.Concordance;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Shows words in context: what stands before them to the right of its column, so that the words stand one
/// below the other.
final class ContextPanels {
    private static final int BEFORE = 18;
    private static final int BEHIND = 24;

    private ContextPanels() {}

    /// The order that a person names.
    static Concordance.Order order(String word) {
        return Stream.of(Concordance.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no order “" + word + "”.",
                        "Known are: left, right, text."));
    }

    static Panel of(SearchQuery query, Concordance found) {
        if (found.lines().isEmpty()) {
            return new Panel.Text(
                    found.occurrences() == 0
                            ? new Label(
                                    "没有找到“" + query.words() + "”；gewu search 会说明是哪个条件没有命中。",
                                    "Nothing found for “" + query.words() + "”; gewu search tells which part fails.")
                            : new Label(
                                    "共 " + found.occurrences() + " 处；--offset " + query.offset() + " 已超过最后一处。",
                                    found.occurrences() + " places; --offset " + query.offset()
                                            + " is behind the last one."));
        }
        List<Panel.Column> columns = List.of(
                Panel.Column.number("左文", "Left"),
                Panel.Column.text("词", "Words"),
                Panel.Column.text("右文", "Right"),
                Panel.Column.text("单位 · 年度", "Organisation · year"),
                Panel.Column.text("页/段", "Page/paragraph"),
                Panel.Column.report("报告", "Report"));
        List<Panel.Row> rows = found.lines().stream().map(ContextPanels::row).toList();
        return Panel.Stack.of(new Panel.Table(Label.same(""), columns, rows), totals(query, found));
    }

    private static Panel.Row row(Concordance.Line line) {
        String left = line.left();
        String right = line.right();
        String year = line.facts().year() == 0 ? "" : " " + line.facts().year();
        return Panel.Row.of(
                left.length() > BEFORE ? "…" + left.substring(left.length() - BEFORE) : left,
                line.words(),
                right.length() > BEHIND ? right.substring(0, BEHIND) + "…" : right,
                line.facts().org() + year,
                line.page() + "/" + line.paragraph(),
                line.report());
    }

    private static Panel totals(SearchQuery query, Concordance found) {
        long from = query.offset() + 1L;
        long to = query.offset() + (long) found.lines().size();
        String unsortedZh =
                found.sorted() < found.occurrences() ? String.format(Locale.ROOT, "（只对前 %,d 处排序）", found.sorted()) : "";
        String unsortedEn = found.sorted() < found.occurrences()
                ? String.format(Locale.ROOT, " (the first %,d are sorted)", found.sorted())
                : "";
        return new Panel.Text(new Label(
                "共 " + found.occurrences() + " 处，以上是第 " + from + "–" + to + " 处" + unsortedZh,
                found.occurrences() + " places, shown: " + from + "–" + to + unsortedEn));
    }
}
