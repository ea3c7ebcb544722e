package gewu.search;

import gewu.api.Label;
import gewu.api.search.SearchAnswer;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Shows in how many paragraphs each organisation has the words in each year.
final class Matrix {
    private Matrix() {}

    /// A table with a row an organisation and a column a year; none if there is only one of both.
    static Optional<Panel> of(List<SearchAnswer.Cell> cells) {
        SortedSet<Integer> years = new TreeSet<>();
        SortedSet<String> orgs = new TreeSet<>();
        Map<String, Map<Integer, Long>> counts = new HashMap<>();
        for (SearchAnswer.Cell cell : cells) {
            years.add(cell.year());
            orgs.add(cell.org());
            counts.computeIfAbsent(cell.org(), _ -> new HashMap<>()).merge(cell.year(), cell.paragraphs(), Long::sum);
        }
        if (years.size() * orgs.size() < 2) {
            return Optional.empty();
        }
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(Panel.Column.text("单位", "Organisation"));
        years.forEach(year -> columns.add(
                year == 0
                        ? Panel.Column.number("（未注明）", "(not stated)")
                        : Panel.Column.number(String.valueOf(year), String.valueOf(year))));
        columns.add(Panel.Column.number("合计", "Total"));
        List<Panel.Row> rows = orgs.stream().map(org -> row(org, years, counts)).toList();
        return Optional.of(new Panel.Table(new Label("单位 × 年度（段落）", "Organisation × year, paragraphs"), columns, rows));
    }

    private static Panel.Row row(String org, SortedSet<Integer> years, Map<String, Map<Integer, Long>> counts) {
        Map<Integer, Long> ofOrg = counts.getOrDefault(org, Map.of());
        List<Object> row = new ArrayList<>();
        row.add(org.isEmpty() ? new Label("（未注明）", "(not stated)") : org);
        years.forEach(year -> row.add(ofOrg.containsKey(year) ? ofOrg.get(year) : ""));
        row.add(ofOrg.values().stream().mapToLong(Long::longValue).sum());
        return Panel.Row.of(row.toArray());
    }
}
