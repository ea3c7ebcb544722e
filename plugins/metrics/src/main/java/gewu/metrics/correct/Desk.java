package gewu.metrics.correct;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.metric.Metrics;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Where a person decides about figures, which are named as `gewu metrics --json` names them: `REPORT/m12`.
final class Desk {
    private final Metrics metrics;
    private final Reports reports;
    private final Store store;
    private final CorrectionTable table;
    private final CorrectedMetrics corrected;

    Desk(Metrics metrics, Reports reports, Store store, Clock clock) {
        this.metrics = metrics;
        this.reports = reports;
        this.store = store;
        this.table = new CorrectionTable(store, clock);
        this.corrected = new CorrectedMetrics(metrics, reports, store, clock);
    }

    /// A figure that is spoken of.
    ///
    /// @param read     as extractors read it; empty for one that stands by a correction alone
    /// @param standing the correction that holds for it
    record Spoken(Report report, Applied applied, Optional<Metric> read, Optional<Placed> standing) {
        /// As people left it so far; one that was rejected, as it is read.
        Metric shown() {
            return standing.flatMap(applied::figure)
                    .map(CorrectedFigure::metric)
                    .or(() -> read)
                    .orElseThrow();
        }
    }

    /// Who says it, and why.
    record Saying(String person, String remark) {}

    /// The corrections of one report as they stand, or of all, report by report.
    List<Placed> list(Optional<String> report) {
        List<Correction> all = report.map(table::of).orElseGet(table::list);
        List<Placed> placed = new ArrayList<>();
        for (String id : new TreeSet<>(all.stream().map(Correction::report).toList())) {
            placed.addAll(applied(id).placed());
        }
        return placed;
    }

    /// The corrections of one report, applied to what is read now.
    Applied applied(String report) {
        return corrected.applied(report, table.of(report), metrics.of(report));
    }

    /// The figure with this id.
    ///
    /// @throws WorkbenchException of kind USAGE if there is none; it proposes
    Spoken figure(String id) {
        int cut = id.lastIndexOf('/');
        if (cut < 1 || cut == id.length() - 1) {
            throw usage(
                    "“" + id + "” names no figure.", "Write it as gewu metrics --json does, such as 4517257875/m12.");
        }
        Report report = report(id.substring(0, cut));
        String name = id.substring(cut + 1);
        Applied applied = applied(report.id());
        Optional<Metric> read =
                applied.read().stream().filter(it -> it.id().equals(name)).findFirst();
        Optional<Placed> standing = read.isPresent()
                ? applied.of(read.get())
                : applied.placed().stream()
                        .filter(it -> it.passage().isPresent()
                                && it.correction().ownId().equals(name))
                        .findFirst();
        if (read.isEmpty() && standing.isEmpty()) {
            List<String> known =
                    new ArrayList<>(applied.read().stream().map(Metric::id).toList());
            applied.figures().forEach(it -> known.add(it.metric().id()));
            throw usage(
                    "The report " + report.id() + " has no figure “" + name + "”.",
                    Nearest.hint(name, known.stream().distinct().toList()));
        }
        return new Spoken(report, applied, read.or(() -> standing.flatMap(applied::read)), standing);
    }

    Correction confirm(Spoken it, Saying saying) {
        Optional<Correction> standing = it.standing().map(Placed::correction);
        boolean isDecided = standing.map(Correction::verdict)
                .filter(verdict -> verdict != Verdict.REJECTED)
                .isPresent();
        if (isDecided && standing.get().verdict() == Verdict.CONFIRMED) {
            return standing.get();
        }
        if (isDecided) {
            throw usage(
                    "A person said already what " + name(it) + " is.",
                    "To have it as it was read, take that back first: gewu correct undo "
                            + standing.get().number() + ".");
        }
        return table.add(draft(it, Verdict.CONFIRMED, Fields.NONE, it.read().orElseThrow(), saying));
    }

    Correction reject(Spoken it, Saying saying) {
        Optional<Correction> standing = it.standing().map(Placed::correction);
        if (standing.isPresent() && standing.get().verdict() == Verdict.REJECTED) {
            return standing.get();
        }
        if (standing.isPresent() && standing.get().verdict() == Verdict.ADDED) {
            throw usage(
                    "A person added " + name(it) + ".",
                    "Take it away with gewu correct undo " + standing.get().number() + ".");
        }
        Metric was = it.read().orElseGet(() -> standing.orElseThrow().was());
        return table.add(draft(it, Verdict.REJECTED, Fields.NONE, was, saying));
    }

    /// Corrects fields; what was corrected before stays so.
    Correction set(Spoken it, Fields fields, Saying saying) {
        Optional<Correction> standing =
                it.standing().map(Placed::correction).filter(before -> before.verdict() != Verdict.REJECTED);
        Metric was = standing.filter(before -> before.verdict() == Verdict.ADDED)
                .map(Correction::was)
                .or(it::read)
                .orElseGet(() -> standing.orElseThrow().was());
        Fields before = standing.map(Desk::said).orElse(Fields.NONE);
        Fields all = before.then(fields).unlike(was);
        if (fields.unlike(it.shown()).isNone()) {
            throw usage(
                    "The figure " + name(it) + " has these values already.",
                    "If it is right as it is, say so with gewu correct confirm " + name(it) + ".");
        }
        Verdict verdict = standing.filter(one -> one.verdict() == Verdict.ADDED)
                .map(Correction::verdict)
                .orElse(Verdict.CORRECTED);
        return table.add(draft(it, verdict, all, was, saying));
    }

    /// What a correction says of a figure.
    private static Fields said(Correction it) {
        return it.verdict() == Verdict.CONFIRMED ? Fields.of(it.was()) : it.fields();
    }

    /// Puts in a figure that was not read.
    ///
    /// @param added its passage stands in `report`
    Correction add(Report report, Metric added, Saying saying) {
        Passage at = added.passage();
        corrected.figures(report.id()).stream()
                .map(CorrectedFigure::metric)
                .filter(it -> it.passage().start() == at.start() && it.passage().end() == at.end())
                .filter(it -> it.canonical().equals(added.canonical())
                        && it.indicator().equals(added.indicator())
                        && it.kind() == added.kind())
                .findFirst()
                .ifPresent(it -> {
                    throw usage(
                            "That figure is there already: " + report.id() + "/" + it.id() + ".",
                            "Correct it with gewu correct set " + report.id() + "/" + it.id() + ".");
                });
        return table.add(draft(report, Verdict.ADDED, Fields.NONE, added, true, saying, 0));
    }

    Correction undo(long number) {
        return table.undo(number);
    }

    /// Several decisions, all of them or none.
    List<Correction> together(List<Spoken> figures, Function<Spoken, Correction> decide) {
        return store.inTransaction(() -> figures.stream().map(decide).toList());
    }

    /// The report that words name.
    Report report(String words) {
        String id = reports.named(words).id();
        return reports.find(id)
                .orElseThrow(() -> usage(
                        "The report " + id + " was removed a moment ago.", "List what is there with gewu reports."));
    }

    static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }

    private static String name(Spoken it) {
        return it.report().id() + "/" + it.shown().id();
    }

    private static Correction draft(Spoken it, Verdict verdict, Fields fields, Metric was, Saying saying) {
        Metric at = it.read().orElse(was);
        Passage place = it.read()
                .map(Metric::passage)
                .orElseGet(() -> it.standing().flatMap(Placed::passage).orElseThrow());
        boolean isShared = it.applied().read().stream()
                        .filter(other -> other.passage().equals(at.passage()))
                        .count()
                > 1;
        long replaces = it.standing().map(one -> one.correction().number()).orElse(0L);
        return draft(it.report(), verdict, fields, standing(was, place), isShared, saying, replaces);
    }

    private static Metric standing(Metric it, Passage place) {
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
                it.of(),
                it.base(),
                place,
                it.confidence(),
                it.why(),
                it.issue());
    }

    private static Correction draft(
            Report report, Verdict verdict, Fields fields, Metric was, boolean isShared, Saying saying, long replaces) {
        Passage place = was.passage();
        return new Correction(
                0,
                ReportAnchors.of(report).at(place.start(), place.end()),
                verdict,
                fields,
                was,
                report.version(),
                isShared,
                FigureFinder.before(report, place),
                FigureFinder.behind(report, place),
                saying.person(),
                Instant.EPOCH,
                saying.remark(),
                replaces);
    }
}
