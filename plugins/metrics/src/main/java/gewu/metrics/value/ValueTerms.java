package gewu.metrics.value;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.api.metric.MetricFilter;
import gewu.api.report.Mark;
import gewu.api.search.SearchFunction;
import gewu.api.search.Selection;
import gewu.api.store.Store;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import gewu.metrics.value.ValueTermReader.Read;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the places of figures by their value: levels, scores and shares of one indicator, as people left them.
///
/// The places of the indicators asked for last are kept until something in the store changes.
final class ValueTerms implements SearchFunction {
    private static final List<Kind> KINDS = List.of(Kind.LEVEL, Kind.SCORE, Kind.SHARE);
    private static final int KEPT = 4;

    private final CorrectedMetrics metrics;
    private final Store store;
    private final ValueTermReader reader;
    private final Map<String, Stand> kept = new LinkedHashMap<>();

    ValueTerms(CorrectedMetrics metrics, Store store, Packs packs) {
        this.metrics = metrics;
        this.store = store;
        this.reader = new ValueTermReader(packs);
    }

    /// A figure, as far as it matters here.
    private record Spot(String report, Mark mark, BigDecimal amount, String unit, boolean isCounted) {}

    /// The figures of an indicator after a change of the store.
    private record Stand(long change, List<Spot> spots) {}

    @Override
    public Optional<Understood> read(String word) {
        return reader.read(word).map(it -> new Understood(it.written(), select(it)));
    }

    private Selection select(Read read) {
        Map<String, List<Mark>> places = new HashMap<>();
        for (Spot it : spots(read.term().indicator())) {
            if (read.term().holds(it.amount(), it.unit(), it.isCounted())) {
                places.computeIfAbsent(it.report(), _ -> new ArrayList<>()).add(it.mark());
            }
        }
        return Selection.ofPlaces(places);
    }

    private List<Spot> spots(String indicator) {
        long change = store.lastChange();
        synchronized (kept) {
            Stand stand = kept.get(indicator);
            if (stand != null && stand.change() == change) {
                return stand.spots();
            }
        }
        List<Spot> spots = List.copyOf(figures(indicator));
        synchronized (kept) {
            kept.remove(indicator);
            kept.put(indicator, new Stand(change, spots));
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return spots;
    }

    private List<Spot> figures(String indicator) {
        List<Spot> spots = new ArrayList<>();
        for (Kind kind : KINDS) {
            metrics.forEach(MetricFilter.of(indicator).with(kind), stored -> {
                Metric it = stored.metric();
                if (it.canonical().equals(indicator)) {
                    it.known()
                            .ifPresent(amount -> spots.add(new Spot(
                                    it.passage().report(),
                                    new Mark(it.passage().start(), it.passage().end()),
                                    amount,
                                    it.amountUnit(),
                                    it.dimension().startsWith("count."))));
                }
            });
        }
        return spots;
    }
}
