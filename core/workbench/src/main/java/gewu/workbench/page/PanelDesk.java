package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.export.ExportTable;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.json.JsonLines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gives parts of the panels that views show: rows of tables as they come into sight, whole tables
/// into files, frames with a plugin's own markup. Safe for all threads.
final class PanelDesk {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_KEPT = 8;
    private static final long KEPT = TimeUnit.SECONDS.toNanos(5);
    private static final String HAS = "_has.";
    private static final String WORDS = "_words";

    private final Extensions extensions;
    private final ExportDesk exports;
    private final NamedReports named;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>();

    /// A view as one person asked for it.
    private record Asked(String view, Map<String, String> given, String person) {}

    private record Kept(Panel panel, long since) {}

    PanelDesk(Extensions extensions, ExportDesk exports, NamedReports named) {
        this.extensions = extensions;
        this.exports = exports;
        this.named = named;
    }

    /// Remembers for a moment what was shown: the page that shows it asks for more of it at once.
    void keep(String view, Map<String, String> given, Ask ask, Panel panel) {
        synchronized (kept) {
            Asked asked = new Asked(view, Map.copyOf(given), ask.person().name());
            kept.remove(asked);
            kept.put(asked, new Kept(panel, System.nanoTime()));
            kept.values().removeIf(it -> System.nanoTime() - it.since() > KEPT);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /// Rows as JSON: the fields `_from` and `_count`, `_sort` (a column) and `_falling`, and
    /// `_has.COLUMN` say which. A cell is its words, or an object with `words` and `to`, or a list
    /// of those.
    Reply rows(Ask ask, String view) {
        Panel.LongTable table = table(ask, view);
        Panel.Sift sift = sift(ask, table);
        int from = ask.number("_from", Integer.MAX_VALUE);
        int count = ask.number("_count", MOST_ROWS);
        List<List<Object>> rows = count == 0
                ? List.of()
                : table.rows().some(sift, from, count).stream()
                        .map(row -> cells(row, ask.language()))
                        .toList();
        return Reply.json(JsonLines.object(DataRow.of("rows")
                .with("total", table.rows().count(sift))
                .with("from", from)
                .with("formats", exports.endings())
                .with("rows", rows)));
    }

    /// All rows behind the sift, in the format `_format`.
    Reply export(Ask ask, String view) {
        Panel.LongTable table = table(ask, view);
        Panel.Sift sift = sift(ask, table);
        List<ExportTable.Column> columns = new ArrayList<>();
        for (Panel.Column column : table.columns()) {
            columns.add(new ExportTable.Column(
                    name(column.head().en(), columns), column.head(), column.isNumber() ? 6 : 14));
        }
        Label title = table.title().zh().isEmpty() ? viewTitle(view) : table.title();
        Iterable<List<Object>> rows = () -> new AllRows(table, sift, ask.language());
        return exports.export(title, new ExportTable(title, columns, rows), ask.language(), ask.parameter("_format"));
    }

    /// What somebody who has typed `_words` into the field `_field` of a form may mean, as JSON: `items`, each with its
    /// `words`, what is said `about` them, and what to `insert`.
    Reply choices(Ask ask, String view) {
        if (!(panel(ask, view) instanceof Panel.Form form)) {
            throw absent(ask);
        }
        Panel.Field field = form.fields().stream()
                .filter(it -> it.name().equals(ask.parameter(Places.FIELD)))
                .findFirst()
                .orElseThrow(() -> absent(ask));
        List<Map<String, String>> items = Likeliest.of(field.choices(), ask.parameter(WORDS), ask.language()).stream()
                .map(it -> Map.of("words", it.value(), "about", about(it, ask.language()), "insert", it.value()))
                .toList();
        return Reply.json(JsonLines.object(DataRow.of("choices").with("items", items)));
    }

    private static String about(Panel.Choice choice, String language) {
        String words = choice.words().in(language);
        return words.equals(choice.value()) ? "" : words;
    }

    /// A plugin's markup, as a page that reaches nothing.
    Reply frame(Ask ask, String view) {
        if (!(panel(ask, view) instanceof Panel.Html html)) {
            throw absent(ask);
        }
        return new Reply.Framed("<!DOCTYPE html><html lang=\"" + (ask.language().equals("en") ? "en" : "zh-CN")
                + "\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"" + scheme(ask)
                + "\"><style>:root{color-scheme:" + scheme(ask)
                + "}body{margin:0;font:14px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",system-ui,sans-serif}</style></head><body>"
                + html.html() + "</body></html>");
    }

    private static String scheme(Ask ask) {
        return switch (ask.parameter("_theme")) {
            case "dark" -> "dark";
            case "light" -> "light";
            default -> "light dark";
        };
    }

    private Panel panel(Ask ask, String id) {
        Extension<View> view = extensions.find(View.class, id).orElseThrow(() -> absent(ask));
        Map<String, String> given = given(view, ask);
        Panel whole = null;
        synchronized (kept) {
            Kept known = kept.get(new Asked(id, given, ask.person().name()));
            if (known != null && System.nanoTime() - known.since() < KEPT) {
                whole = known.panel();
            }
        }
        if (whole == null) {
            whole = named.of(view.instance().show(given), view, given);
            keep(id, given, ask, whole);
        }
        return Places.find(whole, ask.number(Places.PANEL, MOST_ROWS)).orElseThrow(() -> absent(ask));
    }

    /// The view's parameters that have a value.
    static Map<String, String> given(Extension<View> view, Ask ask) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Extension.Element element : view.elements()) {
            String name = element.attribute("name").orElse("");
            if (element.name().equals("parameter") && !ask.parameter(name).isEmpty()) {
                given.put(name, ask.parameter(name));
            }
        }
        return Map.copyOf(given);
    }

    private Panel.LongTable table(Ask ask, String view) {
        return switch (panel(ask, view)) {
            case Panel.LongTable table -> table;
            case Panel.Table table ->
                new Panel.LongTable(table.title(), "", table.columns(), Panel.Rows.of(table.columns(), table.rows()));
            case Panel.Chart chart -> {
                Panel.Table table = ChartTable.of(chart);
                yield new Panel.LongTable(
                        table.title(), "", table.columns(), Panel.Rows.of(table.columns(), table.rows()));
            }
            default -> throw absent(ask);
        };
    }

    private static Panel.Sift sift(Ask ask, Panel.LongTable table) {
        SortedMap<Integer, String> words = new TreeMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String wanted = ask.parameter(HAS + i);
            if (!wanted.isEmpty()) {
                words.put(i, wanted);
            }
        }
        boolean isSorted = !ask.parameter("_sort").isEmpty();
        int column = isSorted ? ask.number("_sort", Math.max(table.columns().size() - 1, 0)) : -1;
        return new Panel.Sift(words, column, !ask.parameter("_falling").isEmpty());
    }

    private static List<Object> cells(Panel.Row row, String language) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String words = row.cells().get(i).in(language);
            Panel.Destination lead = row.leads().get(i);
            Panel.Sentence sentence = row.sentences().get(i);
            if (sentence != null) {
                cells.add(sentence.in(language).stream()
                        .map(it -> piece(it.words(), it.to().map(Link::to).orElse(null)))
                        .toList());
            } else {
                cells.add(piece(words, lead == null ? null : Link.to(lead)));
            }
        }
        return cells;
    }

    private static Object piece(String words, @Nullable String to) {
        return to == null ? words : Map.of("words", words, "to", to);
    }

    private Label viewTitle(String view) {
        return extensions.find(View.class, view).map(Extension::title).orElse(Label.same(view));
    }

    /// In snake_case, none twice.
    private static String name(String head, List<ExportTable.Column> before) {
        String plain =
                head.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String name = plain.isEmpty() ? "column" : plain;
        boolean isTaken = before.stream().anyMatch(it -> it.name().equals(name));
        return isTaken || plain.isEmpty() ? name + "_" + (before.size() + 1) : name;
    }

    private static WorkbenchException absent(Ask ask) {
        return new WorkbenchException(
                ask.say("这个视图里没有所要的部分。", "The view holds no such part."), ask.say("刷新这一页。", "Show the page anew."));
    }

    /// All rows, asked for in parts.
    private static final class AllRows implements Iterator<List<Object>> {
        private final Panel.LongTable table;
        private final Panel.Sift sift;
        private final String language;
        private List<Panel.Row> part = List.of();
        private long before;
        private int next;

        AllRows(Panel.LongTable table, Panel.Sift sift, String language) {
            this.table = table;
            this.sift = sift;
            this.language = language;
        }

        @Override
        public boolean hasNext() {
            if (next == part.size()) {
                before += part.size();
                part = table.rows().some(sift, before, MOST_ROWS);
                next = 0;
            }
            return !part.isEmpty();
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Panel.Row row = part.get(next);
            next++;
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                String words = i < row.cells().size() ? row.cells().get(i).in(language) : "";
                values.add(table.columns().get(i).isNumber() ? figureOr(words) : words);
            }
            return values;
        }

        private static Object figureOr(String words) {
            String plain = words.replace(",", "");
            return plain.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(plain) : words;
        }
    }
}
