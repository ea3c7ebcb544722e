package gewu.ledger;

import java.util.ArrayList;
import java.util.List;

/// How taking reports into the ledger went.
///
/// @param reports how many were looked at
/// @param added   items that are new
/// @param same    problems that stand in the ledger as they did
/// @param changed sources that stand elsewhere or say it in other words, and items that got further causes or remedies
/// @param lost    sources whose sentence is gone
/// @param batches the batches it made; each is taken back by itself
/// @param refused what could not be taken, and why
record Taken(int reports, int added, int same, int changed, int lost, List<Long> batches, List<Refusal> refused) {
    static final Taken NOTHING = new Taken(0, 0, 0, 0, 0, List.of(), List.of());

    Taken {
        batches = List.copyOf(batches);
        refused = List.copyOf(refused);
    }

    Taken and(Taken more) {
        List<Long> both = new ArrayList<>(batches);
        both.addAll(more.batches);
        List<Refusal> all = new ArrayList<>(refused);
        all.addAll(more.refused);
        return new Taken(
                reports + more.reports,
                added + more.added,
                same + more.same,
                changed + more.changed,
                lost + more.lost,
                both,
                all);
    }
}
