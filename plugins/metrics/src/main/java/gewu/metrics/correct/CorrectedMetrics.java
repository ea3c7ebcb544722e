package gewu.metrics.correct;

import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricBrief;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.StoredMetric;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The figures of the workspace with what people decided about them: rejected ones are left out,
/// corrected fields replaced, added ones put in. Each correction finds its figure again after the
/// report came in anew or was read by another edition.
///
/// Only reports whose corrections concern what is asked are looked at; all other figures are handed on as they are
/// stored.
/// Safe for all threads.
public final class CorrectedMetrics {
    /// More reports than these are looked up in the list of all.
    private static final int FEW = 12;

    private final Metrics metrics;
    private final Reports reports;
    private final CorrectionTable table;
    private final Clock clock;

    public CorrectedMetrics(Metrics metrics, Reports reports, Store store, Clock clock) {
        this.metrics = metrics;
        this.reports = reports;
        this.table = new CorrectionTable(store, clock);
        this.clock = clock;
    }

    /// What one report states, in reading order.
    public List<Metric> of(String report) {
        return figures(report).stream().map(CorrectedFigure::metric).toList();
    }

    /// Whether a figure is told otherwise than it was read, since a person corrected it.
    public static boolean isCorrected(Metric figure) {
        return Verdict.CORRECTED.isSaidOf(figure);
    }

    /// What one report states, in reading order, with what people said of it.
    public List<CorrectedFigure> figures(String report) {
        List<Correction> corrections = table.of(report);
        return corrections.isEmpty()
                ? untouched(metrics.of(report))
                : applied(report, corrections, metrics.of(report)).figures();
    }

    /// What a person said last of the figure with this id, such as `4517257875/m12`; empty if
    /// nobody did.
    Optional<Correction> said(String id) {
        int slash = id.indexOf('/');
        String report = id.substring(0, slash);
        String metric = id.substring(slash + 1);
        List<Correction> corrections = table.of(report);
        return corrections.isEmpty()
                ? Optional.empty()
                : applied(report, corrections, metrics.of(report)).saidOf(metric);
    }

    /// The same for a report that is at hand and was just read.
    public List<Metric> over(Report report, List<Metric> read) {
        List<Correction> corrections = table.of(report.id());
        return corrections.isEmpty()
                ? read
                : applied(report, corrections, read).figures().stream()
                        .map(CorrectedFigure::metric)
                        .toList();
    }

    /// Hands over figure after figure without keeping them, by organisation, year, report and place.
    /// Where a figure stands by a correction alone, plugin and edition are empty.
    public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {
        forEach(filter, (stored, _) -> each.accept(stored));
    }

    /// Hands over figure after figure without keeping them, by organisation, year, report and place,
    /// with what people said of each.
    public void forEach(MetricFilter filter, BiConsumer<StoredMetric, Verdict> each) {
        List<Correction> corrections = table.list();
        if (corrections.isEmpty()) {
            metrics.forEach(filter, it -> each.accept(it, Verdict.NONE));
            return;
        }
        Pass pass = new Pass(filter, each, corrections);
        metrics.forEach(filter, pass::take);
        pass.end();
    }

    /// The figures of exactly one indicator in one role, in brief, in no particular order. What was only confirmed
    /// stands as it was read.
    public void briefly(String indicator, Metric.Kind kind, ReportFilter only, Consumer<MetricBrief> each) {
        Map<String, List<Correction>> changing = table.list().stream()
                .filter(it -> it.verdict() != Verdict.CONFIRMED)
                .collect(Collectors.groupingBy(Correction::report));
        MetricFilter filter = MetricFilter.of(indicator).with(kind).with(only);
        Set<String> anew = changing.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(one -> fits(filter, one.outcome())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        metrics.briefly(indicator, kind, only, it -> {
            if (changing.containsKey(it.report())) {
                anew.add(it.report());
            } else {
                each.accept(it);
            }
        });
        for (String id : anew) {
            reports.find(id).filter(it -> keeps(only, it.facts())).ifPresent(report -> {
                for (CorrectedFigure it :
                        applied(report, table.of(id), metrics.of(id)).figures()) {
                    Metric metric = it.metric();
                    if (metric.canonical().equals(indicator)
                            && metric.kind() == kind
                            && metric.known().isPresent()) {
                        each.accept(MetricBrief.of(
                                metric, report.facts().org(), report.facts().year()));
                    }
                }
            });
        }
    }

    /// The same as a port; counts of indicators and the reading anew are about what was extracted.
    public Metrics metrics() {
        return new Corrected();
    }

    /// As [Metrics#outdated].
    public int outdated() {
        return metrics.outdated();
    }

    /// As [Metrics#readAgain].
    public Metrics.ReadAgain readAgain(Progress progress) {
        return metrics.readAgain(progress);
    }

    /// The corrections of a report as they stand now.
    Applied applied(String report, List<Correction> corrections, List<Metric> read) {
        return reports.find(report)
                .map(it -> applied(it, corrections, read))
                .orElseGet(() -> new Applied(
                        read,
                        corrections.stream()
                                .map(it -> Placed.gone(it, Placed.State.NO_REPORT))
                                .toList(),
                        clock.getZone()));
    }

    private Applied applied(Report report, List<Correction> corrections, List<Metric> read) {
        FigureFinder finder = new FigureFinder(report);
        return new Applied(read, corrections.stream().map(finder::find).toList(), clock.getZone());
    }

    private static List<CorrectedFigure> untouched(List<Metric> metrics) {
        return metrics.stream().map(it -> new CorrectedFigure(it, Verdict.NONE)).toList();
    }

    /// Whether a figure is one of those that are asked for; of the report it is known already.
    private static boolean fits(MetricFilter filter, Metric it) {
        boolean isIndicator = filter.indicator().isEmpty()
                || it.canonical().equals(filter.indicator())
                || it.canonical().startsWith(filter.indicator() + ".");
        return isIndicator
                && holds(it.indicator(), filter.wording())
                && filter.kind().map(it.kind()::equals).orElse(true);
    }

    private final class Corrected implements Metrics {
        @Override
        public List<Metric> of(String report) {
            return CorrectedMetrics.this.of(report);
        }

        @Override
        public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {
            CorrectedMetrics.this.forEach(filter, each);
        }

        @Override
        public Optional<Metric> find(String report, String id) {
            return table.of(report).isEmpty() ? metrics.find(report, id) : Metrics.super.find(report, id);
        }

        @Override
        public void briefly(String indicator, Metric.Kind kind, ReportFilter only, Consumer<MetricBrief> each) {
            CorrectedMetrics.this.briefly(indicator, kind, only, each);
        }

        @Override
        public List<IndicatorCount> indicators(MetricFilter filter) {
            return metrics.indicators(filter);
        }

        @Override
        public int outdated() {
            return metrics.outdated();
        }

        @Override
        public ReadAgain readAgain(Progress progress) {
            return metrics.readAgain(progress);
        }
    }

    /// A report on its way through a pass.
    ///
    /// @param read those of its figures that the filter kept, as they were read
    private record Gathered(String report, String org, int year, List<StoredMetric> read) {}

    /// One pass over the figures that a filter keeps. Figures of reports with corrections are gathered and handed on
    /// together, in the place of the report.
    private final class Pass {
        private final MetricFilter filter;
        private final BiConsumer<StoredMetric, Verdict> each;
        private final Map<String, List<Correction>> corrections;

        /// Reports in which the filter may keep a figure that is not read as one it keeps, in the order of all reports.
        private final Deque<Gathered> entering;

        private final Set<String> entered;
        private Optional<Gathered> now = Optional.empty();

        Pass(MetricFilter filter, BiConsumer<StoredMetric, Verdict> each, List<Correction> all) {
            this.filter = filter;
            this.each = each;
            this.corrections = all.stream().collect(Collectors.groupingBy(Correction::report));
            this.entering = entering(all);
            this.entered = entering.stream().map(Gathered::report).collect(Collectors.toCollection(HashSet::new));
        }

        private Deque<Gathered> entering(List<Correction> all) {
            Set<String> ids = all.stream()
                    .filter(it -> it.verdict() != Verdict.REJECTED && fits(filter, it.outcome()))
                    .map(Correction::report)
                    .collect(Collectors.toSet());
            List<Gathered> found = new ArrayList<>();
            facts(ids).forEach((id, facts) -> {
                if (keeps(filter.reports(), facts)) {
                    found.add(new Gathered(id, facts.org(), facts.year(), List.of()));
                }
            });
            found.sort(Pass::compare);
            return new ArrayDeque<>(found);
        }

        private Map<String, ReportFacts> facts(Set<String> ids) {
            Map<String, ReportFacts> facts = new HashMap<>();
            if (ids.size() <= FEW) {
                ids.forEach(id -> reports.find(id).ifPresent(it -> facts.put(id, it.facts())));
            } else {
                for (ReportSummary it : reports.list(filter.reports())) {
                    if (ids.contains(it.id())) {
                        facts.put(it.id(), it.facts());
                    }
                }
            }
            return facts;
        }

        void take(StoredMetric it) {
            String report = it.metric().passage().report();
            if (now.isPresent() && !now.get().report().equals(report)) {
                handOn(now.get());
                now = Optional.empty();
            }
            if (now.isEmpty()) {
                Gathered here = new Gathered(report, it.org(), it.year(), new ArrayList<>());
                enterBefore(here);
                if (corrections.containsKey(report)) {
                    now = Optional.of(here);
                }
            }
            now.ifPresentOrElse(here -> here.read().add(it), () -> each.accept(it, Verdict.NONE));
        }

        void end() {
            now.ifPresent(this::handOn);
            entering.forEach(this::handOn);
        }

        private void enterBefore(Gathered here) {
            while (!entering.isEmpty() && compare(entering.getFirst(), here) <= 0) {
                Gathered next = entering.removeFirst();
                if (!next.report().equals(here.report())) {
                    handOn(next);
                }
            }
        }

        private void handOn(Gathered here) {
            if (!entered.contains(here.report()) && !isTouched(here)) {
                here.read().forEach(it -> each.accept(it, Verdict.NONE));
                return;
            }
            Map<String, StoredMetric> stored = here.read().stream()
                    .collect(Collectors.toMap(it -> it.metric().id(), it -> it, (first, _) -> first));
            List<Correction> own = corrections.getOrDefault(here.report(), List.of());
            for (CorrectedFigure it :
                    applied(here.report(), own, metrics.of(here.report())).figures()) {
                if (fits(filter, it.metric())) {
                    StoredMetric as = stored.get(it.metric().id());
                    String plugin = as == null ? "" : as.plugin();
                    String edition = as == null ? "" : as.edition();
                    each.accept(new StoredMetric(it.metric(), here.org(), here.year(), plugin, edition), it.verdict());
                }
            }
        }

        /// Whether one of the figures may be one that a person spoke of: in another version of the report any may.
        private boolean isTouched(Gathered here) {
            List<Correction> own = corrections.getOrDefault(here.report(), List.of());
            return here.read().stream()
                    .anyMatch(it -> own.stream().anyMatch(correction -> mayBe(it.metric(), correction)));
        }

        private static boolean mayBe(Metric it, Correction correction) {
            Metric was = correction.was();
            String mine = it.passage().text().replaceAll("\\s", "");
            String its = was.passage().text().replaceAll("\\s", "");
            boolean isOnRejected = correction.verdict() == Verdict.REJECTED
                    && (it.of().equals(was.id()) || it.base().metric().equals(was.id()));
            return mine.contains(its) || its.contains(mine) || isOnRejected;
        }

        private static int compare(Gathered a, Gathered b) {
            return Comparator.comparing(Gathered::org, Pass::byCodePoints)
                    .thenComparingInt(Gathered::year)
                    .thenComparing(Gathered::report, Pass::byCodePoints)
                    .compare(a, b);
        }

        /// As the store orders text.
        private static int byCodePoints(String a, String b) {
            int[] left = a.codePoints().toArray();
            int[] right = b.codePoints().toArray();
            return Arrays.compare(left, right);
        }
    }

    private static boolean keeps(ReportFilter filter, ReportFacts facts) {
        return holds(facts.org(), filter.org())
                && (filter.from() == 0 || facts.year() >= filter.from())
                && (filter.to() == 0 || facts.year() > 0 && facts.year() <= filter.to())
                && filter.kind().map(facts.kind()::equals).orElse(true);
    }

    /// As the store looks for words: without regard to case.
    private static boolean holds(String words, String part) {
        return words.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
