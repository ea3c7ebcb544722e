package gewu.notebook;

import gewu.api.Nearest;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The saved searches, and the paragraphs that each has met.
final class SavedSearchTable {
    /// What a search has seen whose hits are still being read.
    private static final long UNFINISHED = -1;

    private static final String COLUMNS = "SELECT s.id, s.name, s.person, s.made_at, s.seen, " + QuestionTable.COLUMNS
            + " FROM notebook_search s JOIN notebook_question q ON q.id = s.question";
    private static final String LIST = COLUMNS + " WHERE s.seen >= 0 AND s.removed_at IS NULL ORDER BY s.id";
    private static final String NAMED = COLUMNS + " WHERE s.seen >= 0 AND s.removed_at IS NULL AND s.name = ?";
    private static final String REMOVED =
            COLUMNS + " WHERE s.removed_at IS NOT NULL AND s.name = ? ORDER BY s.removed_at DESC";
    private static final String REMOVED_NAMES = "SELECT name FROM notebook_search WHERE removed_at IS NOT NULL";
    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM notebook_search";
    private static final String ADD = """
            INSERT INTO notebook_search (id, name, question, person, made_at, seen)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String RENAME = "UPDATE notebook_search SET name = ? WHERE id = ?";
    private static final String REMOVE = "UPDATE notebook_search SET removed_at = ? WHERE id = ?";
    private static final String SEEN = "UPDATE notebook_search SET seen = ? WHERE id = ? AND seen < ?";
    private static final String KNOWN = "SELECT hashes FROM notebook_known WHERE search = ? AND report = ?";
    private static final String KNOW = """
            INSERT INTO notebook_known (search, report, hashes) VALUES (?, ?, ?)
            ON CONFLICT (search, report) DO UPDATE SET hashes = excluded.hashes""";

    private final Store store;
    private final Clock clock;
    private final QuestionTable questions;

    SavedSearchTable(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.questions = new QuestionTable(store);
    }

    /// Those that are not removed, oldest first.
    List<SavedSearch> list() {
        return store.query(LIST, SavedSearchTable::search);
    }

    /// The one with this name.
    SavedSearch named(String name) {
        return store.first(NAMED, SavedSearchTable::search, name)
                .orElseThrow(() -> Fault.usage(
                        "There is no saved search “" + name + "”.",
                        Nearest.hint(
                                name, list().stream().map(SavedSearch::name).toList())));
    }

    /// Begins to keep a question; until [#finish] nobody sees it.
    ///
    /// @return its number
    long begin(String name, Question question) {
        return store.inTransaction(() -> {
            checkFree(name);
            long id = store.first(NEXT, row -> row.number("next")).orElse(1L);
            store.update(ADD, id, name, questions.add(question), "", clock.instant(), UNFINISHED);
            return id;
        });
    }

    /// From now on the question is kept, whose hits up to the change `seen` are known.
    SavedSearch finish(long id, String name, long seen) {
        return store.inTransaction(() -> {
            checkFree(name);
            seen(id, seen);
            return named(name);
        });
    }

    SavedSearch rename(String from, String to) {
        return store.inTransaction(() -> {
            SavedSearch search = named(from);
            checkFree(to);
            store.update(RENAME, to, search.id());
            return named(to);
        });
    }

    SavedSearch remove(String name) {
        return store.inTransaction(() -> {
            SavedSearch search = named(name);
            store.update(REMOVE, clock.instant(), search.id());
            return search;
        });
    }

    /// Brings back the one with this name that was removed last.
    SavedSearch restore(String name) {
        return store.inTransaction(() -> {
            checkFree(name);
            SavedSearch search = store.first(REMOVED, SavedSearchTable::search, name)
                    .orElseThrow(() -> Fault.usage(
                            "No removed search is called “" + name + "”.",
                            Nearest.hint(name, store.query(REMOVED_NAMES, row -> row.text("name")))));
            store.update(REMOVE, null, search.id());
            return search;
        });
    }

    /// The hashes of the paragraphs of a report that a search has met.
    Set<String> known(long search, String report) {
        return store.first(KNOWN, SavedSearchTable::hashes, search, report).orElse(Set.of());
    }

    /// Adds to what a search has met.
    void know(long search, Map<String, Set<String>> met) {
        met.forEach((report, hashes) -> {
            Set<String> all = new TreeSet<>(hashes);
            all.addAll(known(search, report));
            store.update(KNOW, search, report, String.join(" ", all));
        });
    }

    /// What happened up to this change is known to the search.
    void seen(long search, long sequence) {
        store.update(SEEN, sequence, search, sequence);
    }

    private void checkFree(String name) {
        if (name.isBlank()) {
            throw Fault.usage("A saved search needs a name.", "Write it like gewu saved add 三公 三公经费.");
        }
        Optional<SavedSearch> other = store.first(NAMED, SavedSearchTable::search, name);
        if (other.isPresent()) {
            throw Fault.usage(
                    "There is a saved search “" + name + "” already: "
                            + other.get().question().shown() + ".",
                    "Take another name, or remove that one with gewu saved remove.");
        }
    }

    private static Set<String> hashes(Row row) {
        return new TreeSet<>(Arrays.asList(row.text("hashes").split(" ")));
    }

    private static SavedSearch search(Row row) {
        return new SavedSearch(
                row.number("id"),
                row.text("name"),
                QuestionTable.question(row),
                row.text("person"),
                row.instant("made_at"),
                row.number("seen"));
    }
}
