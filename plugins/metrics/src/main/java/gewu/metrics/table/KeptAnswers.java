package gewu.metrics.table;

import gewu.api.store.Store;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last answers of a [FigureTable], for those who look and turn pages: over 20,000 reports one takes a second or
/// two. They stay until a report or a figure changes, as long as there is room for them. Safe for all threads.
final class KeptAnswers {
    private static final int KEPT = 4;
    private static final List<String> SUBJECTS = List.of("report", "metrics");

    private final Store store;
    private final FigureTable table;
    private SoftReference<Map<FigureTable.Question, Kept>> kept = new SoftReference<>(new LinkedHashMap<>());

    KeptAnswers(Store store, FigureTable table) {
        this.store = store;
        this.table = table;
    }

    /// @param upTo the last change of the store before it was made
    private record Kept(FigureTable.Answer answer, long upTo) {}

    FigureTable.Answer answer(FigureTable.Question question) {
        Optional<Kept> before = find(question);
        if (before.isPresent() && isCurrent(before.get())) {
            return before.get().answer();
        }
        long upTo = store.lastChange();
        FigureTable.Answer answer = table.answer(question);
        keep(question, new Kept(answer, upTo));
        return answer;
    }

    private boolean isCurrent(Kept it) {
        return SUBJECTS.stream()
                .allMatch(subject -> store.changesAfter(it.upTo(), subject, 1).isEmpty());
    }

    private synchronized Optional<Kept> find(FigureTable.Question question) {
        return Optional.ofNullable(kept.get()).map(it -> it.get(question));
    }

    private synchronized void keep(FigureTable.Question question, Kept answer) {
        Map<FigureTable.Question, Kept> all = kept.get();
        if (all == null) {
            all = new LinkedHashMap<>();
            kept = new SoftReference<>(all);
        }
        all.remove(question);
        all.put(question, answer);
        if (all.size() > KEPT) {
            all.remove(all.keySet().iterator().next());
        }
    }
}
