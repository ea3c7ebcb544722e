package gewu.compare;

import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.compare.SheetTable.Sketched;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The sketches of all reports in memory, 68 bytes a paragraph, as long as there is room for them: every question goes
/// through all of them. Follows the sheets report by report. Safe for all threads.
final class SketchMemory {
    /// With more changed reports than that, all are read again.
    private static final int FOLLOWED = 1_000;

    private final Store store;
    private final SheetTable table;
    private SoftReference<Held> held = new SoftReference<>(null);

    SketchMemory(Store store, SheetTable table) {
        this.store = store;
        this.table = table;
    }

    /// @param state of the sheets when they were read
    private record Held(SheetTable.State state, SortedMap<String, Sketched> all) {}

    /// The sketched paragraphs of all reports, by id.
    synchronized SortedMap<String, Sketched> all() {
        SheetTable.State state = table.state();
        Held before = held.get();
        if (before == null || !before.state().equals(state)) {
            before = new Held(state, Collections.unmodifiableSortedMap(read(before, state)));
            held = new SoftReference<>(before);
        }
        return before.all();
    }

    private SortedMap<String, Sketched> read(@Nullable Held before, SheetTable.State state) {
        if (before != null && before.state().form() == state.form()) {
            List<Change> changes = store.changesAfter(before.state().sequence(), Sheets.REPORT, FOLLOWED);
            if (changes.size() < FOLLOWED) {
                SortedMap<String, Sketched> all = new TreeMap<>(before.all());
                for (Change change : changes) {
                    Optional<Sketched> now = table.sketchesOf(change.id());
                    now.ifPresentOrElse(it -> all.put(change.id(), it), () -> all.remove(change.id()));
                }
                return all;
            }
        }
        SortedMap<String, Sketched> all = new TreeMap<>();
        table.sketches(all::put);
        return all;
    }
}
