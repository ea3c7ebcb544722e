package gewu.workbench.page;

import gewu.api.store.Store;
import gewu.workbench.people.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each person has set to his liking: values by name, and how the windows lie in each perspective.
/// The name is empty for the one person of a workbench without accounts. Safe for all threads.
final class Settings {
    /// Values of this name hold a perspective's windows.
    static final String LAYOUT = "layout.";

    private final Store store;

    Settings(Store store) {
        this.store = store;
    }

    /// All that the person has set.
    Map<String, String> of(Person person) {
        Map<String, String> values = new LinkedHashMap<>();
        store.forEach(
                "SELECT name, value FROM workbench_setting WHERE owner = ? ORDER BY name",
                row -> values.put(row.text("name"), row.text("value")),
                person.name());
        return values;
    }

    /// Keeps a value; an empty one is forgotten.
    void keep(Person person, String name, String value) {
        store.inTransaction(() -> {
            store.update("DELETE FROM workbench_setting WHERE owner = ? AND name = ?", person.name(), name);
            if (!value.isEmpty()) {
                store.update(
                        "INSERT INTO workbench_setting (owner, name, value) VALUES (?, ?, ?)",
                        person.name(),
                        name,
                        value);
            }
        });
    }
}
