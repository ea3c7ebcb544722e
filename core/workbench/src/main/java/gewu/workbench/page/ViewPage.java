package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.List;

/// A panel with the form that asks for it.
///
/// @param address    where the form leads
/// @param parameters what the view takes; empty when it takes nothing
/// @param places     where parts of the panel are asked for again
/// @param beside     the views that belong together with this one, itself included; empty when it stands alone
public record ViewPage(
        String address, List<Parameter> parameters, List<Page.ViewLink> beside, Panel panel, Places places) {
    public ViewPage {
        parameters = List.copyOf(parameters);
        beside = List.copyOf(beside);
    }

    /// A panel that stands alone and takes nothing.
    ViewPage(String address, Panel panel) {
        this(address, List.of(), List.of(), panel, Places.NONE);
    }

    /// One field of the form.
    ///
    /// @param choices the only values it takes; empty when it takes any
    /// @param isLines whether several lines are typed
    /// @param meaning the titles of the reports that the value names; empty where it names none
    public record Parameter(
            String name, String title, String value, List<Choice> choices, boolean isLines, String meaning) {
        public Parameter {
            choices = List.copyOf(choices);
        }
    }

    /// A value that can be chosen.
    public record Choice(String value, String words) {}
}
