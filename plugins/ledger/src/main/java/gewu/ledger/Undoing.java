package gewu.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What taking a batch back means for one subject.
final class Undoing {
    private Undoing() {}

    /// Whether nothing was done to the subject since the batch, but for what was taken back again.
    static boolean isLast(long batch, List<Event> history) {
        List<Event> standing = new ArrayList<>();
        Map<Long, List<Event>> takenBack = new HashMap<>();
        for (Event event : history) {
            if (event.undoes() == 0) {
                standing.add(event);
                continue;
            }
            // Who takes an undo back gets again what the undo took.
            List<Event> again = takenBack.remove(event.undoes());
            if (again != null) {
                standing.addAll(again);
            }
            List<Event> gone =
                    standing.stream().filter(it -> it.batch() == event.undoes()).toList();
            standing.removeAll(gone);
            takenBack.put(event.batch(), gone);
        }
        boolean isUndo = takenBack.containsKey(batch);
        return isUndo
                ? history.getLast().batch() == batch
                : !standing.isEmpty() && standing.getLast().batch() == batch;
    }

    /// The changes that make a subject what it was before a batch, in the order of fields.
    ///
    /// @param own the subject's events of the batch
    static List<Change> changes(List<Event> own) {
        Map<String, Change> back = new TreeMap<>();
        for (Event event : own) {
            for (Change it : Canon.read(event.changes())) {
                Change first = back.get(it.field());
                String before = first == null ? it.before() : first.after();
                if (before.equals(it.after())) {
                    back.remove(it.field());
                } else {
                    back.put(it.field(), new Change(it.field(), it.after(), before));
                }
            }
        }
        return List.copyOf(back.values());
    }
}
