package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.List;

/// A panel with the form that asks for it.
///
/// @param address    where the form leads
/// @param parameters what the view takes; empty when it takes nothing
public record ViewPage(String address, List<Parameter> parameters, Panel panel) {
    public ViewPage {
        parameters = List.copyOf(parameters);
    }

    /// One field of the form.
    public record Parameter(String name, String title, String value) {}
}
