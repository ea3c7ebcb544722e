package gewu.api.metric;

import gewu.api.job.Progress;
import gewu.api.report.ReportFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The figures of the workspace as extractors read them: kept with each report, read anew when what reads them has
/// become another. Always those of the newest version of a report. Safe for all threads.
public interface Metrics {
    /// What one report states, in reading order.
    List<Metric> of(String report);

    /// Hands over figure after figure without keeping them, by organisation, year, report and place.
    void forEach(MetricFilter filter, Consumer<StoredMetric> each);

    /// The figure with this id in a report.
    default Optional<Metric> find(String report, String id) {
        return of(report).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// Hands over, in brief and in no particular order, the figures of exactly one indicator in one role: what a table
    /// over all reports is made of. Malformed numbers are left out.
    default void briefly(String indicator, Metric.Kind kind, ReportFilter reports, Consumer<MetricBrief> each) {
        forEach(MetricFilter.of(indicator).with(kind).with(reports), it -> {
            if (it.metric().canonical().equals(indicator) && it.metric().known().isPresent()) {
                each.accept(MetricBrief.of(it.metric(), it.org(), it.year()));
            }
        });
    }

    /// The indicators that are stated, with how many figures and reports, the most frequent first. Open ones, which no
    /// pack knows, are told apart by their wording.
    List<IndicatorCount> indicators(MetricFilter filter);

    /// How many reports were read by other extractors, or other editions of them, than are at work now.
    int outdated();

    /// Reads the outdated reports again, one after another, each in a transaction of its own; what people corrected is
    /// kept elsewhere and stays. Reports change nothing but their figures.
    ReadAgain readAgain(Progress progress);

    /// An indicator and how often it is stated.
    ///
    /// @param canonical id; empty for an open indicator
    /// @param wording   as it is worded most often
    record IndicatorCount(String canonical, String wording, long figures, long reports) {}

    /// What another reading changed.
    ///
    /// @param reports how many were read again
    /// @param same    figures that stayed as they were
    /// @param added   figures at places where none was read before
    /// @param gone    figures that are no longer read
    /// @param changed figures that are read otherwise at the same place
    /// @param faults  what went wrong, each sentence naming its report
    record ReadAgain(int reports, long same, long added, long gone, long changed, List<String> faults) {
        public ReadAgain {
            faults = List.copyOf(faults);
        }
    }
}
