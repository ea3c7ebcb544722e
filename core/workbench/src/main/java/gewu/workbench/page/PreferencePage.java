package gewu.workbench.page;

import java.util.List;

/// Preferences that stand together.
public record PreferencePage(String title, List<Field> fields) {
    public PreferencePage {
        fields = List.copyOf(fields);
    }

    /// One preference.
    ///
    /// @param name    under which it is kept
    /// @param kind    `choice`, `text`, `number` or `switch`
    /// @param value   as it stands now
    /// @param choices the only values it takes; empty when it takes any
    /// @param least   of a number; empty for none
    /// @param most    of a number; empty for none
    public record Field(
            String name,
            String title,
            String kind,
            String value,
            List<ViewPage.Choice> choices,
            String least,
            String most) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
