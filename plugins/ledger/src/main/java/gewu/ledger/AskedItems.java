package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which items a view is asked for: its parameters, and the saved filter that one of them names.
///
/// @param given  the parameters themselves
/// @param saved  the name of the saved filter; empty for none
/// @param all    both together
/// @param filter the same, understood
record AskedItems(ItemWords given, String saved, ItemWords all, ItemFilter filter) {
    /// The parameter that names a saved filter.
    static final String FILTER = "filter";

    /// @throws gewu.api.WorkbenchException if there is no such filter, or a value is none that its name takes
    static AskedItems of(Map<String, String> parameters, Ledger ledger) {
        ItemWords given = ItemWords.of(parameters);
        String saved = parameters.getOrDefault(FILTER, "").strip();
        ItemWords all = saved.isEmpty()
                ? given
                : given.and(named(saved, ledger.filters()).words());
        return new AskedItems(given, saved, all, all.filter(ledger));
    }

    static SavedFilters.Saved named(String name, SavedFilters filters) {
        return filters.find(name)
                .orElseThrow(() -> Fault.usage(
                        "There is no saved filter “" + name + "”.", "gewu ledger filter lists those that there are."));
    }

    /// The table of these items; with `name` as `value` among the words.
    Panel.Target table(String name, String value) {
        Panel.Target table = Ways.table(given.with(name, value));
        return saved.isEmpty() ? table : table.with(FILTER, saved);
    }

    /// This view of them.
    Panel.Target in(String view) {
        Panel.Target all = given.in(view);
        return saved.isEmpty() ? all : all.with(FILTER, saved);
    }

    /// The saved filters as ways to the same view; none if nobody saved any.
    List<Panel> ways(String view, SavedFilters filters) {
        List<SavedFilters.Saved> all = filters.all();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Panel.Link> links = new ArrayList<>();
        links.add(new Panel.Link(new Label("全部", "All"), new Panel.Target(view), saved.isEmpty() && given.isEmpty()));
        for (SavedFilters.Saved it : all) {
            links.add(new Panel.Link(
                    Label.same(it.name()), new Panel.Target(view, Map.of(FILTER, it.name())), saved.equals(it.name())));
        }
        return List.of(new Panel.Links(new Label("常用筛选", "Saved filters"), links));
    }

    /// What is shown, in words, where a figure or somebody's waiting led here.
    Optional<Panel> told() {
        return filter.subset()
                .map(it -> new Panel.Text(new Label(
                        "列出的是：" + it.label().zh(), "These are: " + it.label().en())));
    }
}
