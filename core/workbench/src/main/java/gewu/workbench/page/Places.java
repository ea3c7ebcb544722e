package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.ArrayList;
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

    static final String PANEL = "_panel";
    static final String SHOWN = "_shown";
    private static final int MOST_SHOWN = 20_000;

    private final String view;
    private final Map<String, String> parameters;
    private final IdentityHashMap<Panel, Integer> numbers = new IdentityHashMap<>();

    private Places(String view, Map<String, String> parameters, Panel panel) {
        this.view = view;
        this.parameters = Map.copyOf(parameters);
        numbered(panel).forEach(it -> numbers.put(it, numbers.size()));
    }

    /// @param parameters as the view was asked, with [#SHOWN] where more rows were wanted
    static Places of(String view, Map<String, String> parameters, Panel panel) {
        return new Places(view, parameters, panel);
    }

    /// The panel with this number inside `whole`.
    static Optional<Panel> find(Panel whole, int number) {
        List<Panel> all = numbered(whole);
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    private static List<Panel> numbered(Panel panel) {
        List<Panel> all = new ArrayList<>();
        collect(panel, all);
        return all;
    }

    private static void collect(Panel panel, List<Panel> all) {
        switch (panel) {
            case Panel.Stack(var panels) -> panels.forEach(it -> collect(it, all));
            case Panel.Beside it -> {
                collect(it.list(), all);
                collect(it.chosen(), all);
            }
            case Panel.Table _, Panel.LongTable _, Panel.Chart _, Panel.Html _ -> all.add(panel);
            case Panel.Text _,
                    Panel.Links _,
                    Panel.Board _,
                    Panel.Calendar _,
                    Panel.Tree _,
                    Panel.Document _,
                    Panel.SideBySide _,
                    Panel.Form _ -> {}
        }
    }

    /// Where the rows of a table or of a chart's figures are asked for; null if nowhere.
    public @Nullable String rows(Panel panel) {
        return numbers.containsKey(panel) ? address("/rows/", panel) : null;
    }

    /// Where the markup of a frame is; null if nowhere.
    public @Nullable String frame(Panel panel) {
        return numbers.containsKey(panel) ? address("/frame/", panel) : null;
    }

    private String address(String below, Panel panel) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.remove(SHOWN);
        return Link.with(below + Link.encodedPath(view), asked, PANEL, String.valueOf(numbers.get(panel)));
    }

    /// How many rows of a table the page holds.
    public int shown() {
        String asked = parameters.getOrDefault(SHOWN, "");
        return asked.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(asked), ROWS, MOST_SHOWN) : ROWS;
    }

    /// The same page with more rows.
    public String more() {
        return Link.with(Link.view(view), parameters, SHOWN, String.valueOf(shown() * 5));
    }
}
