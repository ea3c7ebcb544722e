package gewu.workbench.panel;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A panel for programs: a row `panel` each, panels inside another one behind the other. What leads somewhere has `to`:
/// a
/// report and an offset, or a view and its parameters.
final class PanelRow {
    private final String language;

    private PanelRow(String language) {
        this.language = language;
    }

    static void each(Panel panel, String language, Consumer<DataRow> to) {
        switch (panel) {
            case Panel.Stack _, Panel.Beside _ -> panel.parts().forEach(it -> each(it, language, to));
            default -> to.accept(new PanelRow(language).row(panel));
        }
    }

    private DataRow row(Panel panel) {
        return switch (panel) {
            case Panel.Text(var words) -> of("text").with("words", say(words));
            case Panel.Advice advice -> of("text").with("words", say(advice.typed()));
            case Panel.Table table ->
                of("table")
                        .with("title", say(table.title()))
                        .with(
                                "columns",
                                table.columns().stream().map(this::column).toList())
                        .with("rows", table.rows().stream().map(this::cells).toList());
            case Panel.Links links ->
                of("links")
                        .with("title", say(links.title()))
                        .with("links", links.links().stream().map(this::link).toList());
            case Panel.Board board ->
                of("board")
                        .with("title", say(board.title()))
                        .with("lanes", board.lanes().stream().map(this::lane).toList());
            case Panel.Calendar it ->
                of("calendar")
                        .with("title", say(it.title()))
                        .with("first", it.first().toString())
                        .with("last", it.last().toString())
                        .with("today", it.today().toString())
                        .with("days", it.days().stream().map(this::day).toList())
                        .with("earlier", to(it.earlier()))
                        .with("later", to(it.later()));
            case Panel.Chart chart ->
                of("chart")
                        .with("title", say(chart.title()))
                        .with("drawing", chart.form().name().toLowerCase(Locale.ROOT))
                        .with("unit", say(chart.unit()))
                        .with(
                                "series",
                                chart.series().stream().map(PanelRow::series).toList());
            case Panel.Tree(var nodes) ->
                of("tree").with("nodes", nodes.stream().map(this::node).toList());
            case Panel.Document it -> {
                DataRow row = of("document");
                for (Map.Entry<String, Object> each : document(it).entrySet()) {
                    row = row.with(each.getKey(), each.getValue());
                }
                yield row;
            }
            case Panel.SideBySide it ->
                of("side_by_side")
                        .with("title", say(it.title()))
                        .with("left", say(it.left()))
                        .with("right", say(it.right()))
                        .with("lines", it.couples().stream().map(this::couple).toList());
            case Panel.Form it ->
                of("form")
                        .with("title", say(it.title()))
                        .with("command", it.command())
                        .with("arguments", it.arguments())
                        .with("options", it.options())
                        .with("fields", it.fields().stream().map(this::field).toList());
            case Panel.LongTable it ->
                of("table")
                        .with("title", say(it.title()))
                        .with("columns", it.columns().stream().map(this::column).toList())
                        .with(
                                "rows",
                                it.rows().some(Panel.Sift.NONE, 0, Integer.MAX_VALUE).stream()
                                        .map(this::cells)
                                        .toList());
            case Panel.Html it -> of("text").with("words", say(it.words()));
            case Panel.Stack _, Panel.Beside _ ->
                throw new IllegalArgumentException("panels that hold others have a row for each of these");
        };
    }

    private static DataRow of(String form) {
        return DataRow.of("panel").with("form", form);
    }

    private Map<String, Object> column(Panel.Column it) {
        return values("head", say(it.head()), "kind", it.kind().name().toLowerCase(Locale.ROOT));
    }

    /// A cell is its words; one that leads somewhere is an object.
    private List<Object> cells(Panel.Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String words = say(row.cells().get(i));
            Panel.Destination lead = row.leads().get(i);
            Panel.Sentence sentence = row.sentences().get(i);
            if (lead == null && sentence == null) {
                cells.add(words);
                continue;
            }
            Map<String, @Nullable Object> cell = new LinkedHashMap<>();
            cell.put("words", words);
            if (lead != null) {
                cell.put("to", to(Optional.of(lead)));
            }
            if (sentence != null) {
                cell.put(
                        "pieces",
                        sentence.in(language).stream().map(PanelRow::piece).toList());
            }
            cells.add(cell);
        }
        return cells;
    }

    private static Map<String, @Nullable Object> piece(Panel.Piece it) {
        Map<String, @Nullable Object> piece = new LinkedHashMap<>();
        piece.put("words", it.words());
        piece.put("to", to(it.to()));
        return piece;
    }

    private Map<String, @Nullable Object> link(Panel.Link it) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("words", say(it.words()));
        link.put("current", it.isCurrent());
        link.put("to", to(Optional.of(it.to())));
        return link;
    }

    private Map<String, @Nullable Object> lane(Panel.Lane it) {
        Map<String, @Nullable Object> lane = new LinkedHashMap<>();
        lane.put("id", it.id());
        lane.put("head", say(it.head()));
        lane.put("count", it.count());
        lane.put("cards", it.cards().stream().map(this::card).toList());
        lane.put("more", to(it.more()));
        return lane;
    }

    private Map<String, @Nullable Object> card(Panel.Card it) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("key", it.key());
        card.put("words", say(it.words()));
        card.put("remark", say(it.remark()));
        card.put(
                "flags",
                it.flags().stream()
                        .map(flag -> values("words", say(flag.words()), "tone", id(flag.tone())))
                        .toList());
        card.put("to", to(it.to()));
        return card;
    }

    private Map<String, @Nullable Object> day(Panel.Day it) {
        Map<String, @Nullable Object> day = new LinkedHashMap<>();
        day.put("day", it.on().toString());
        day.put("count", it.count());
        day.put("entries", it.entries().stream().map(this::entry).toList());
        day.put("more", to(it.more()));
        return day;
    }

    private Map<String, @Nullable Object> entry(Panel.Entry it) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", it.key());
        entry.put("kind", say(it.kind()));
        entry.put("words", say(it.words()));
        entry.put("tone", id(it.tone()));
        entry.put("to", to(it.to()));
        return entry;
    }

    private Map<String, Object> document(Panel.Document it) {
        return values(
                "head",
                say(it.head()),
                "report",
                it.report(),
                "start",
                it.start(),
                "text",
                it.text(),
                "marks",
                it.marks().stream().map(PanelRow::mark).toList());
    }

    private Map<String, @Nullable Object> couple(Panel.Couple it) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("heading", say(it.heading()));
        line.put("change", it.change().name().toLowerCase(Locale.ROOT));
        line.put("remark", say(it.remark()));
        line.put("left", it.left().map(this::document).orElse(null));
        line.put("right", it.right().map(this::document).orElse(null));
        return line;
    }

    private Map<String, Object> field(Panel.Field it) {
        return values(
                "name",
                it.name(),
                "title",
                say(it.title()),
                "kind",
                it.kind().name().toLowerCase(Locale.ROOT),
                "value",
                it.value(),
                "choices",
                it.choices().stream().map(Panel.Choice::value).toList(),
                "required",
                it.isRequired());
    }

    private static Map<String, Object> series(Panel.Series it) {
        return values(
                "name",
                it.name(),
                "points",
                it.points().stream().map(PanelRow::point).toList());
    }

    private static Map<String, @Nullable Object> point(Panel.Point it) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("name", it.name());
        point.put("x", it.x());
        point.put("y", it.y());
        point.put("label", it.label());
        point.put("to", to(it.to()));
        return point;
    }

    private Map<String, Object> node(Panel.Node it) {
        Map<String, Object> node = values(
                "text",
                say(it.text()),
                "remark",
                say(it.remark()),
                "nodes",
                it.nodes().stream().map(this::node).toList());
        it.to().ifPresent(_ -> node.put("to", to(it.to())));
        return node;
    }

    private static List<Integer> mark(Mark it) {
        return List.of(it.start(), it.end());
    }

    private static @Nullable Map<String, Object> to(Optional<? extends Panel.Destination> destination) {
        if (destination.isEmpty()) {
            return null;
        }
        return switch (destination.get()) {
            case Panel.Place(var report, var offset, var lit) ->
                lit.isEmpty()
                        ? values("report", report, "offset", offset)
                        : values(
                                "report",
                                report,
                                "offset",
                                offset,
                                "lit",
                                lit.stream().map(PanelRow::mark).toList());
            case Panel.Target(var view, var parameters) -> values("view", view, "parameters", parameters);
        };
    }

    /// Names and values in the order given.
    private static Map<String, Object> values(Object... all) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            values.put((String) all[i], all[i + 1]);
        }
        return values;
    }

    private static String id(Panel.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private String say(Label label) {
        return label.in(language);
    }
}
