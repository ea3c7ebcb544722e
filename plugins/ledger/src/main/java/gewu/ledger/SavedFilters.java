package gewu.ledger;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.util.List;
import java.util.Optional;

/// Filters that were saved under a name (常用筛选), somebody's own or everybody's. Safe for all threads.
final class SavedFilters {
    private final Store store;

    SavedFilters(Store store) {
        this.store = store;
    }

    /// A saved filter.
    ///
    /// @param owner a person's name or id; empty if it is everybody's
    record Saved(String owner, String name, ItemWords words) {}

    /// All, everybody's first.
    List<Saved> all() {
        return store.query("SELECT owner, name, words FROM ledger_filter ORDER BY owner, name", SavedFilters::saved);
    }

    /// Those of a person and everybody's.
    List<Saved> of(String owner) {
        return all().stream()
                .filter(it -> it.owner().isEmpty() || it.owner().equals(owner))
                .toList();
    }

    /// The filter of this name: everybody's, or the only one that somebody has.
    Optional<Saved> find(String name) {
        return store.first(
                "SELECT owner, name, words FROM ledger_filter WHERE name = ? ORDER BY owner",
                SavedFilters::saved,
                name);
    }

    /// Keeps a filter; one of the same owner and name gives way.
    void keep(Saved it) {
        store.update(
                "INSERT INTO ledger_filter (owner, name, words) VALUES (?, ?, ?)"
                        + " ON CONFLICT (owner, name) DO UPDATE SET words = excluded.words",
                it.owner(),
                it.name(),
                it.words().written());
    }

    /// @return whether there was one
    boolean remove(String owner, String name) {
        return store.update("DELETE FROM ledger_filter WHERE owner = ? AND name = ?", owner, name) > 0;
    }

    private static Saved saved(Row row) {
        return new Saved(row.text("owner"), row.text("name"), ItemWords.read(row.text("words")));
    }
}
