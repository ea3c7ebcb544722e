package gewu.kernel.intake;

import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricBrief;
import gewu.api.metric.MetricExtractor;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.StoredMetric;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.kernel.report.Finding;
import gewu.kernel.report.MetricTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The figures in the store, and their reading anew.
public final class KeptMetrics implements Metrics {
    private final Store store;
    private final Reports reports;
    private final MetricTable table;
    private final Readers readers;

    /// @param versionOf the version of a plugin by its id
    public KeptMetrics(Store store, Reports reports, Extensions extensions, UnaryOperator<String> versionOf) {
        this.store = store;
        this.reports = reports;
        this.table = new MetricTable(store);
        this.readers = new Readers(extensions, versionOf);
    }

    @Override
    public List<Metric> of(String report) {
        return table.of(report);
    }

    @Override
    public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {
        table.forEach(filter, each);
    }

    @Override
    public Optional<Metric> find(String report, String id) {
        return table.find(report, id);
    }

    @Override
    public void briefly(String indicator, Metric.Kind kind, ReportFilter only, Consumer<MetricBrief> each) {
        table.briefly(indicator, kind, only, each);
    }

    @Override
    public List<IndicatorCount> indicators(MetricFilter filter) {
        return table.indicators(filter);
    }

    @Override
    public int outdated() {
        TreeSet<String> all = new TreeSet<>();
        for (Extension<MetricExtractor> extractor : readers.extractors()) {
            all.addAll(table.outdated(readers.owner(extractor)));
        }
        return all.size();
    }

    @Override
    public ReadAgain readAgain(Progress progress) {
        Tally tally = new Tally();
        TreeSet<String> touched = new TreeSet<>();
        for (Extension<MetricExtractor> extractor : readers.extractors()) {
            Finding.Owner owner = readers.owner(extractor);
            List<String> outdated = table.outdated(owner);
            progress.total(touched.size() + outdated.size());
            for (String id : outdated) {
                progress.stopIfCancelled();
                Optional<Report> report = reports.find(id);
                if (report.isPresent()) {
                    touched.add(id);
                    again(report.get(), extractor, owner, tally);
                }
                progress.step(id);
            }
        }
        return new ReadAgain(touched.size(), tally.same, tally.added, tally.gone, tally.changed, tally.faults);
    }

    private void again(Report report, Extension<MetricExtractor> extractor, Finding.Owner owner, Tally tally) {
        for (Finding finding : readers.read(report, extractor)) {
            switch (finding) {
                case Finding.Metrics(var who, var metrics) ->
                    store.inTransaction(() -> {
                        tally.compare(table.of(report.id(), who), metrics);
                        table.keep(report.id(), report.version(), who, metrics);
                        store.changed("metrics", report.id(), Change.Kind.UPDATED);
                    });
                case Finding.Remark(var who, var words) ->
                    tally.faults.add(report.id() + " (" + who.plugin() + "/" + who.extension() + "): " + words);
                case Finding.Problems _ -> {}
            }
        }
    }

    /// What changed so far.
    private static final class Tally {
        private long same;
        private long added;
        private long gone;
        private long changed;
        private final List<String> faults = new ArrayList<>();

        void compare(List<Metric> before, List<Metric> now) {
            Map<Place, List<Metric>> old = new HashMap<>();
            before.forEach(it ->
                    old.computeIfAbsent(Place.of(it), _ -> new ArrayList<>()).add(it));
            for (Metric metric : now) {
                List<Metric> there = old.getOrDefault(Place.of(metric), List.of());
                if (there.isEmpty()) {
                    added++;
                } else if (there.remove(metric)) {
                    same++;
                } else {
                    there.removeFirst();
                    changed++;
                }
            }
            gone += old.values().stream().mapToLong(List::size).sum();
        }
    }

    private record Place(int start, int end) {
        static Place of(Metric metric) {
            return new Place(metric.passage().start(), metric.passage().end());
        }
    }
}
