package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.workbench.json.JsonLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures behind a chart: as a table for people, and as JSON for what draws it in a browser.
public final class ChartTable {
    private ChartTable() {}

    /// One row a figure, each leading to where it stands.
    public static Panel.Table of(Panel.Chart chart) {
        boolean isScattered = chart.form() == Panel.Chart.Form.SCATTER;
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(Panel.Column.text("系列", "Series"));
        columns.add(Panel.Column.text("名称", "Name"));
        if (isScattered) {
            columns.add(Panel.Column.number("横轴", "Across"));
        }
        String unit = chart.unit().zh().isEmpty() ? "" : "（" + chart.unit().zh() + "）";
        String unitEn = chart.unit().en().isEmpty() ? "" : " (" + chart.unit().en() + ")";
        columns.add(Panel.Column.number("数值" + unit, "Value" + unitEn));
        columns.add(Panel.Column.text("写法", "As written"));
        List<Panel.Row> rows = new ArrayList<>();
        for (Panel.Series series : chart.series()) {
            for (Panel.Point point : series.points()) {
                List<Label> cells = new ArrayList<>(List.of(Label.same(series.name()), Label.same(point.name())));
                if (isScattered) {
                    cells.add(Label.same(point.x().stripTrailingZeros().toPlainString()));
                }
                cells.add(Label.same(point.y().stripTrailingZeros().toPlainString()));
                cells.add(Label.same(point.label()));
                Panel.Row row = new Panel.Row(cells);
                rows.add(point.to().map(to -> row.at(cells.size() - 1, to)).orElse(row));
            }
        }
        boolean isNamed = chart.series().stream().anyMatch(it -> !it.name().isEmpty());
        return isNamed ? new Panel.Table(chart.title(), columns, rows) : withoutFirst(chart.title(), columns, rows);
    }

    private static Panel.Table withoutFirst(Label title, List<Panel.Column> columns, List<Panel.Row> rows) {
        return new Panel.Table(
                title,
                columns.subList(1, columns.size()),
                rows.stream().map(ChartTable::withoutFirst).toList());
    }

    private static Panel.Row withoutFirst(Panel.Row row) {
        Map<Integer, Panel.Destination> leads = new LinkedHashMap<>();
        row.leads().forEach((cell, to) -> leads.put(cell - 1, to));
        return new Panel.Row(row.cells().subList(1, row.cells().size()), leads);
    }

    /// One JSON object: the form, the unit and the series with their points.
    public static String json(Panel.Chart chart, String language) {
        return JsonLines.object(DataRow.of(chart.form().name().toLowerCase(Locale.ROOT))
                .with("unit", chart.unit().in(language))
                .with("series", chart.series().stream().map(ChartTable::series).toList()));
    }

    private static Map<String, Object> series(Panel.Series series) {
        return Map.of(
                "name",
                series.name(),
                "points",
                series.points().stream().map(ChartTable::point).toList());
    }

    private static Map<String, @Nullable Object> point(Panel.Point point) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", point.name());
        values.put("x", point.x());
        values.put("y", point.y());
        values.put("label", point.label());
        values.put("to", point.to().map(Link::to).orElse(null));
        return values;
    }
}
