package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tells people the names of reports where plugins tell ids: each id in a column of reports becomes the report's name
/// and leads to it. The names of all rows of a table are asked for at once. Safe for all threads.
final class NamedReports {
    private final Reports reports;

    NamedReports(Reports reports) {
        this.reports = reports;
    }

    /// A view's panel as people read it. Where the view was asked about one report, a column that names nothing but
    /// that one is left out.
    Panel of(Panel panel, Extension<View> view, Map<String, String> given) {
        boolean isOfOne = view.elements().stream()
                .filter(it -> it.attribute("follows").orElse("").equals("report"))
                .anyMatch(it ->
                        !given.getOrDefault(it.attribute("name").orElse(""), "").isBlank());
        return of(isOfOne ? withoutTheOne(panel) : panel);
    }

    private static Panel withoutTheOne(Panel panel) {
        return switch (panel) {
            case Panel.Table table ->
                IntStream.range(0, table.columns().size())
                        .filter(it -> isOfReports(table.columns().get(it)))
                        .filter(it -> table.rows().stream()
                                        .map(row -> row.cells().get(it))
                                        .distinct()
                                        .count()
                                == 1)
                        .boxed()
                        .findFirst()
                        .map(it -> without(it, table))
                        .orElse(table);
            default -> panel.withParts(NamedReports::withoutTheOne);
        };
    }

    private static Panel.Table without(int column, Panel.Table table) {
        return new Panel.Table(
                table.title(),
                without(column, table.columns()),
                table.rows().stream()
                        .map(row -> new Panel.Row(
                                without(column, row.cells()),
                                without(column, row.leads()),
                                without(column, row.sentences())))
                        .toList());
    }

    private static <T> List<T> without(int place, List<T> all) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(place);
        return rest;
    }

    private static <T> Map<Integer, T> without(int place, Map<Integer, T> all) {
        return all.entrySet().stream()
                .filter(it -> it.getKey() != place)
                .collect(Collectors.toMap(
                        it -> it.getKey() > place ? it.getKey() - 1 : it.getKey(), Map.Entry::getValue));
    }

    /// The panel as people read it.
    Panel of(Panel panel) {
        return switch (panel) {
            case Panel.Table table
            when hasReports(table.columns()) ->
                new Panel.Table(table.title(), plain(table.columns()), named(table.rows(), table.columns()));
            case Panel.LongTable table
            when hasReports(table.columns()) ->
                new Panel.LongTable(
                        table.title(), table.id(), plain(table.columns()), new Named(table.rows(), table.columns()));
            default -> panel.withParts(this::of);
        };
    }

    private static boolean hasReports(List<Panel.Column> columns) {
        return columns.stream().anyMatch(NamedReports::isOfReports);
    }

    private static boolean isOfReports(Panel.Column column) {
        return column.kind() == Panel.Column.Kind.REPORT;
    }

    private static List<Panel.Column> plain(List<Panel.Column> columns) {
        return columns.stream()
                .map(it -> isOfReports(it) ? new Panel.Column(it.head(), Panel.Column.Kind.TEXT) : it)
                .toList();
    }

    private List<Panel.Row> named(List<Panel.Row> rows, List<Panel.Column> columns) {
        List<Integer> cells = IntStream.range(0, columns.size())
                .filter(it -> isOfReports(columns.get(it)))
                .boxed()
                .toList();
        Set<String> ids = new HashSet<>();
        for (Panel.Row row : rows) {
            for (int cell : cells) {
                Link.words(row.cells().get(cell).zh()).stream()
                        .filter(it -> !it.target().isEmpty())
                        .forEach(it -> ids.add(it.text()));
            }
        }
        Map<String, Label> names = reports.known(ids).stream()
                .collect(Collectors.toMap(ReportSummary::id, it -> it.facts().name()));
        return rows.stream().map(row -> named(row, cells, names)).toList();
    }

    private static Panel.Row named(Panel.Row row, List<Integer> cells, Map<String, Label> names) {
        List<Object> told = new ArrayList<>(row.cells());
        for (int cell : cells) {
            told.set(cell, sentence(row.cells().get(cell), names));
        }
        Panel.Row words = Panel.Row.of(told.toArray());
        Map<Integer, Panel.Sentence> sentences = new HashMap<>(row.sentences());
        sentences.putAll(words.sentences());
        return new Panel.Row(words.cells(), row.leads(), sentences);
    }

    private static Panel.Sentence sentence(Label cell, Map<String, Label> names) {
        return new Panel.Sentence(pieces(cell.zh(), names, Label::zh), pieces(cell.en(), names, Label::en));
    }

    private static List<Panel.Piece> pieces(String cell, Map<String, Label> names, Function<Label, String> language) {
        return Link.words(cell).stream()
                .map(it -> it.target().isEmpty()
                        ? new Panel.Piece(it.text(), Optional.empty())
                        : new Panel.Piece(
                                Optional.ofNullable(names.get(it.text()))
                                        .map(language)
                                        .orElse(it.text()),
                                Optional.of(new Panel.Place(it.text(), 0))))
                .toList();
    }

    /// Rows of a long table; named as they come into sight.
    private final class Named implements Panel.Rows {
        private final Panel.Rows rows;
        private final List<Panel.Column> columns;

        Named(Panel.Rows rows, List<Panel.Column> columns) {
            this.rows = rows;
            this.columns = columns;
        }

        @Override
        public long count(Panel.Sift sift) {
            return rows.count(sift);
        }

        @Override
        public List<Panel.Row> some(Panel.Sift sift, long from, int count) {
            return named(rows.some(sift, from, count), columns);
        }
    }
}
