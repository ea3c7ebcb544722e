package gewu.metrics.correct;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.report.Passage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The corrections of one report, applied to its figures.
///
/// Each correction belongs to at most one figure that stands at its place: that which is most like what
/// was read when the person looked. A confirmed, corrected or added figure that is not read any more
/// stands by its correction alone.
final class Applied {
    private static final int EXACT = 16;
    private static final int SAME_HEAD = 4;
    private static final int SAME_KIND = 2;

    private final List<Metric> read;
    private final List<Placed> placed;
    private final ZoneId zone;
    private final Map<Integer, Placed> byFigure = new HashMap<>();
    private final Map<Placed, Metric> figures = new HashMap<>();

    /// @param read as extractors read them, in reading order
    Applied(List<Metric> read, List<Placed> placed, ZoneId zone) {
        this.read = read;
        this.placed = placed;
        this.zone = zone;
        match();
    }

    private record Pair(int figure, Placed placed, int likeness) {}

    private void match() {
        List<Pair> pairs = new ArrayList<>();
        for (Placed it : placed) {
            for (int i = 0; i < read.size(); i++) {
                int likeness = it.passage().isPresent()
                        ? likeness(read.get(i), it, it.passage().get())
                        : 0;
                if (likeness > 0) {
                    pairs.add(new Pair(i, it, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::likeness)
                .reversed()
                .thenComparingInt(Pair::figure)
                .thenComparingLong(it -> it.placed().correction().number()));
        for (Pair pair : pairs) {
            if (!byFigure.containsKey(pair.figure()) && !figures.containsKey(pair.placed())) {
                byFigure.put(pair.figure(), pair.placed());
                figures.put(pair.placed(), read.get(pair.figure()));
            }
        }
    }

    /// How like a figure is to what a person looked at; 0 if it is another one.
    private static int likeness(Metric metric, Placed placed, Passage place) {
        Passage mine = metric.passage();
        if (mine.start() >= place.end() || place.start() >= mine.end()) {
            return 0;
        }
        Correction correction = placed.correction();
        Metric was = correction.was();
        Metric outcome = correction.outcome();
        boolean isHead = metric.canonical().equals(was.canonical())
                        && (!was.canonical().isEmpty() || metric.indicator().equals(was.indicator()))
                || metric.canonical().equals(outcome.canonical())
                        && !outcome.canonical().isEmpty();
        boolean isKind = metric.kind() == was.kind() || metric.kind() == outcome.kind();
        boolean isAnother =
                correction.verdict() == Verdict.ADDED && !(isHead && isKind) || correction.isShared() && !isHead;
        if (isAnother) {
            return 0;
        }
        boolean isExact = mine.start() == place.start() && mine.end() == place.end();
        boolean isSameId = metric.id().equals(was.id());
        return 1 + (isExact ? EXACT : 0) + (isHead ? SAME_HEAD : 0) + (isKind ? SAME_KIND : 0) + (isSameId ? 1 : 0);
    }

    /// The figures as people left them, in reading order.
    List<CorrectedFigure> figures() {
        Set<String> rejected = byFigure.entrySet().stream()
                .filter(it -> it.getValue().correction().verdict() == Verdict.REJECTED)
                .map(it -> read.get(it.getKey()).id())
                .collect(Collectors.toCollection(HashSet::new));
        List<CorrectedFigure> all = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Optional<Placed> it = Optional.ofNullable(byFigure.get(i));
            if (it.isEmpty()) {
                all.add(new CorrectedFigure(without(read.get(i), rejected), Verdict.NONE));
            } else if (it.get().correction().verdict() != Verdict.REJECTED) {
                all.add(figure(it.get(), without(read.get(i), rejected)));
            }
        }
        placed.stream().filter(this::standsAlone).forEach(it -> all.add(alone(it)));
        all.sort(Comparator.comparingInt(it -> it.metric().passage().start()));
        return all;
    }

    /// The figure of a correction as it is now; empty where it is rejected or can't be found again.
    Optional<CorrectedFigure> figure(Placed it) {
        if (it.correction().verdict() == Verdict.REJECTED || it.passage().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(it).map(metric -> figure(it, metric)).orElseGet(() -> alone(it)));
    }

    /// What is read now at the place of a correction.
    Optional<Metric> read(Placed it) {
        return Optional.ofNullable(figures.get(it));
    }

    /// The correction of a figure as it was read.
    Optional<Placed> of(Metric metric) {
        return placed.stream().filter(it -> metric.equals(figures.get(it))).findFirst();
    }

    /// The correction of the figure with this id.
    Optional<Correction> saidOf(String id) {
        return placed.stream()
                .filter(it ->
                        read(it).map(Metric::id).orElse(it.correction().ownId()).equals(id))
                .map(Placed::correction)
                .findFirst();
    }

    /// The corrections, by place.
    List<Placed> placed() {
        return placed;
    }

    /// The figures as extractors read them.
    List<Metric> read() {
        return read;
    }

    private boolean standsAlone(Placed it) {
        return it.passage().isPresent() && it.correction().verdict() != Verdict.REJECTED && !figures.containsKey(it);
    }

    private CorrectedFigure alone(Placed it) {
        Correction correction = it.correction();
        Metric was = correction.was();
        Metric metric = new Metric(
                correction.ownId(),
                was.indicator(),
                was.canonical(),
                was.subject(),
                was.period(),
                was.value(),
                was.unit(),
                was.amount(),
                was.amountUnit(),
                was.dimension(),
                was.qualifier(),
                was.kind(),
                was.basis(),
                was.scope(),
                was.direction(),
                "",
                new Base("", was.base().period()),
                it.passage().orElseThrow(),
                was.confidence(),
                was.why(),
                was.issue());
        return figure(it, metric);
    }

    private CorrectedFigure figure(Placed it, Metric metric) {
        Correction correction = it.correction();
        Fields fields = correction.verdict() == Verdict.CONFIRMED
                ? Fields.of(correction.was())
                : correction.verdict() == Verdict.ADDED
                        ? Fields.of(correction.was()).then(correction.fields())
                        : correction.fields();
        return new CorrectedFigure(explained(fields.in(metric), correction, metric), correction.verdict());
    }

    private Metric explained(Metric it, Correction correction, Metric read) {
        StringBuilder why = new StringBuilder(correction.verdict() == Verdict.ADDED ? "" : read.why() + "; ")
                .append(correction
                        .verdict()
                        .told(correction.madeAt().atZone(zone).toLocalDate()));
        Fields changed = Fields.of(it).unlike(read);
        if (correction.verdict() != Verdict.ADDED && !changed.isNone()) {
            Map<String, String> before = Fields.of(read).written();
            why.append(": ")
                    .append(changed.written().entrySet().stream()
                            .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                            .map(field -> field.getKey() + " " + named(before.getOrDefault(field.getKey(), "")) + " → "
                                    + named(field.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return with(it, it.of(), it.base(), 1.0, why.toString());
    }

    private static String named(String value) {
        return value.isEmpty() ? "–" : value;
    }

    /// The figure without what it says of figures that were rejected.
    private static Metric without(Metric it, Set<String> rejected) {
        boolean isOf = rejected.contains(it.of());
        boolean isBase = rejected.contains(it.base().metric());
        return isOf || isBase
                ? with(
                        it,
                        isOf ? "" : it.of(),
                        isBase ? new Base("", it.base().period()) : it.base(),
                        it.confidence(),
                        it.why())
                : it;
    }

    private static Metric with(Metric it, String of, Base base, double confidence, String why) {
        return new Metric(
                it.id(),
                it.indicator(),
                it.canonical(),
                it.subject(),
                it.period(),
                it.value(),
                it.unit(),
                it.amount(),
                it.amountUnit(),
                it.dimension(),
                it.qualifier(),
                it.kind(),
                it.basis(),
                it.scope(),
                it.direction(),
                of,
                base,
                it.passage(),
                confidence,
                why,
                it.issue());
    }
}
