package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Under which addresses parts of a view's panel are asked for again: the rows of a table, the
/// figures of a chart, the markup of a frame. They are told apart by their number among them, in
/// the order of the page.
public final class Places {
    /// Where nothing can be asked for again, such as in the answer of a command.
    public static final Places NONE = new Places("", Map.of(), new Panel.Stack(List.of()));

    /// How many rows of a table a page holds.
    public static final int ROWS = 200;

    /// How many choices of a field a page carries; of more, the likeliest are asked for as one types.
    public static final int CHOICES = 100;

    static final String FIELD = "_field";
    static final String PANEL = "_panel";
    static final String PAGED = "_paged";
    static final String FROM = "_first";
    static final String PLAIN = "plain";

    private final String view;
    private final Map<String, String> parameters;
    private final IdentityHashMap<Panel, Integer> numbers = new IdentityHashMap<>();

    private Places(String view, Map<String, String> parameters, Panel panel) {
        this.view = view;
        this.parameters = Map.copyOf(parameters);
        numbered(panel).forEach(it -> numbers.put(it, numbers.size()));
    }

    /// @param parameters as the view was asked, with [#PAGED], [#FROM] and [#PLAIN] as the page was
    static Places of(String view, Map<String, String> parameters, Panel panel) {
        return new Places(view, parameters, panel);
    }

    /// The panel with this number inside `whole`.
    static Optional<Panel> find(Panel whole, int number) {
        List<Panel> all = numbered(whole);
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    private static List<Panel> numbered(Panel panel) {
        return switch (panel) {
            case Panel.Table _, Panel.LongTable _, Panel.Chart _, Panel.Html _, Panel.Form _ -> List.of(panel);
            default ->
                panel.parts().stream().flatMap(it -> numbered(it).stream()).toList();
        };
    }

    /// Where the rows of a table or of a chart's figures are asked for; null if nowhere.
    public @Nullable String rows(Panel panel) {
        return numbers.containsKey(panel) ? address("/rows/", panel) : null;
    }

    /// Where the markup of a frame is; null if nowhere.
    public @Nullable String frame(Panel panel) {
        return numbers.containsKey(panel) ? address("/frame/", panel) : null;
    }

    /// Where the choices of a form's field are asked for; null if nowhere.
    public @Nullable String choices(Panel.Form form, Panel.Field field) {
        return numbers.containsKey(form)
                ? address("/choices/", form) + "&" + FIELD + "=" + Link.encodedPath(field.name())
                : null;
    }

    private String address(String below, Panel panel) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.remove(PAGED);
        asked.remove(FROM);
        asked.remove(PLAIN);
        return Link.with(below + Link.encodedPath(view), asked, PANEL, String.valueOf(numbers.get(panel)));
    }

    /// How many rows of a table stand before the first that the page shows.
    ///
    /// @param total how many rows there are; a page behind the last is the last
    public long before(Panel panel, long total) {
        String asked = String.valueOf(numbers.get(panel)).equals(parameters.get(PAGED))
                ? parameters.getOrDefault(FROM, "")
                : "";
        long from = asked.matches("\\d{1,12}") ? Long.parseLong(asked) / ROWS * ROWS : 0;
        return Math.clamp(from, 0, lastPage(total));
    }

    /// The same page with a table's rows behind the first `before`.
    public String page(Panel panel, long before) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.put(PAGED, String.valueOf(numbers.get(panel)));
        return Link.with(Link.view(view), asked, FROM, String.valueOf(before));
    }

    /// How many rows stand before the last page of so many.
    public static long lastPage(long total) {
        return Math.max(0, total - 1) / ROWS * ROWS;
    }

    /// The rows of a table that the page shows; all where they can't be asked for again.
    public Panel.Table shown(Panel.Table table) {
        int total = table.rows().size();
        if (!numbers.containsKey(table) || total <= ROWS) {
            return table;
        }
        int before = Math.toIntExact(before(table, total));
        return new Panel.Table(
                table.title(), table.columns(), table.rows().subList(before, Math.min(before + ROWS, total)));
    }

    /// The rows of a long table that the page shows.
    public Panel.Table shown(Panel.LongTable table, long total) {
        return new Panel.Table(
                table.title(), table.columns(), table.rows().some(Panel.Sift.NONE, before(table, total), ROWS));
    }
}
