package gewu.ledger;

import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for items that may be the same problem (查重): all items of the same unit, and of other units those whose
/// reports have the nearest paragraphs. For one thread.
final class TwinFinder {
    private static final int PARAGRAPHS = 300;
    /// So many items are remembered at most, however large the ledger is.
    private static final int REMEMBERED = 4_000;

    private final Ledger ledger;
    private final ReportSearch search;
    private final Concepts concepts;
    private final Map<String, Fields> items = new HashMap<>();
    private final Map<String, Concepts.Sketch> sketches = new HashMap<>();

    TwinFinder(Ledger ledger, ReportSearch search) {
        this.ledger = ledger;
        this.search = search;
        this.concepts = ledger.concepts();
    }

    /// The items that may be the same problem as this one, the most alike first.
    List<Twin> twins(String id) {
        if (items.size() > REMEMBERED) {
            items.clear();
            sketches.clear();
        }
        Fields item = item(id);
        List<Twin> twins = new ArrayList<>();
        for (String other : candidates(id, item)) {
            Twin twin = twin(id, other);
            if (twin.likeness().score() >= Likeness.SIMILAR) {
                twins.add(twin);
            }
        }
        twins.sort(
                Comparator.comparingDouble((Twin it) -> -it.likeness().score()).thenComparing(Twin::other));
        return twins;
    }

    /// Two items beside each other.
    Twin twin(String id, String other) {
        return new Twin(
                id, item(id), other, item(other), Concepts.likeness(sketch(id), sketch(other)), answer(id, other));
    }

    /// Problems of one report are told apart by the report itself, so they are never candidates for each other.
    private Set<String> candidates(String id, Fields item) {
        Set<String> all = new LinkedHashSet<>(ledger.items().ofUnit(item.of("unit")));
        String words = item.of("title") + " " + item.of("text");
        List<SearchAnswer.Hit> hits = search.nearest(words.strip(), PARAGRAPHS);
        String report = item.of("source.1.report");
        Map<String, List<String>> ofReports = ledger.items()
                .ofReports(hits.stream()
                        .map(SearchAnswer.Hit::report)
                        .filter(it -> !it.equals(report))
                        .toList());
        Set<String> asked = new LinkedHashSet<>(all);
        ofReports.values().forEach(asked::addAll);
        read(asked);
        for (SearchAnswer.Hit hit : hits) {
            ofReports.getOrDefault(hit.report(), List.of()).stream()
                    .filter(other -> holds(hit, item(other)))
                    .forEach(all::add);
        }
        all.removeIf(other -> other.equals(id)
                || !stands(item(other))
                || (!report.isEmpty() && item(other).of("source.1.report").equals(report)));
        return all;
    }

    private static boolean holds(SearchAnswer.Hit hit, Fields item) {
        return !item.has("source.1.start")
                || (item.number("source.1.start") >= hit.start() && item.number("source.1.start") < hit.end());
    }

    private static boolean stands(Fields item) {
        return item.has("state") && !Set.of("MERGED", "DISMISSED").contains(item.of("state"));
    }

    private String answer(String id, String other) {
        Fields item = item(id);
        Fields second = item(other);
        boolean isFamily = item.has("family") && item.of("family").equals(second.of("family"));
        if (isFamily) {
            return "same";
        }
        return item.members("similar").contains(other)
                ? "similar"
                : item.members("different").contains(other) ? "different" : "";
    }

    /// Reads at once what is not known yet.
    private void read(Set<String> ids) {
        Set<String> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(items.keySet());
        items.putAll(ledger.log().subjects(unknown));
    }

    private Fields item(String id) {
        return items.computeIfAbsent(id, ledger.log()::subject);
    }

    private Concepts.Sketch sketch(String id) {
        return sketches.computeIfAbsent(id, it -> concepts.sketch(item(it)));
    }
}
