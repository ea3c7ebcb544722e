package gewu.kernel.intake;

import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.problem.Findings;
import gewu.api.problem.ProblemFinder;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.kernel.report.Finding;
import gewu.kernel.report.ProblemTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The problems and remedies in the store, and their reading anew.
public final class KeptProblems implements Problems {
    private final Store store;
    private final Reports reports;
    private final ProblemTable table;
    private final Readers readers;

    /// @param versionOf the version of a plugin by its id
    public KeptProblems(Store store, Reports reports, Extensions extensions, UnaryOperator<String> versionOf) {
        this.store = store;
        this.reports = reports;
        this.table = new ProblemTable(store);
        this.readers = new Readers(extensions, versionOf);
    }

    @Override
    public List<StoredFindings> of(String report) {
        return table.of(report);
    }

    @Override
    public void forEach(ReportFilter filter, Consumer<StoredFindings> each) {
        table.forEach(filter, each);
    }

    @Override
    public int outdated() {
        TreeSet<String> all = new TreeSet<>();
        for (Extension<ProblemFinder> finder : readers.finders()) {
            all.addAll(table.outdated(readers.finderOwner(finder)));
        }
        return all.size();
    }

    @Override
    public ReadAgain readAgain(Progress progress) {
        Tally tally = new Tally();
        TreeSet<String> touched = new TreeSet<>();
        for (Extension<ProblemFinder> finder : readers.finders()) {
            Finding.Owner owner = readers.finderOwner(finder);
            List<String> outdated = table.outdated(owner);
            progress.total(touched.size() + outdated.size());
            for (String id : outdated) {
                progress.stopIfCancelled();
                Optional<Report> report = reports.find(id);
                if (report.isPresent()) {
                    touched.add(id);
                    again(report.get(), finder, tally);
                }
                progress.step(id);
            }
        }
        return new ReadAgain(touched.size(), tally.same, tally.added, tally.gone, tally.changed, tally.faults);
    }

    private void again(Report report, Extension<ProblemFinder> finder, Tally tally) {
        for (Finding finding : readers.found(report, finder)) {
            switch (finding) {
                case Finding.Problems(var who, var found) ->
                    store.inTransaction(() -> {
                        tally.compare(table.of(report.id(), who), found);
                        table.keep(report.id(), report.version(), who, found);
                        store.changed("problems", report.id(), Change.Kind.UPDATED);
                    });
                case Finding.Remark(var who, var words) ->
                    tally.faults.add(report.id() + " (" + who.plugin() + "/" + who.extension() + "): " + words);
                case Finding.Metrics _ -> {}
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

        void compare(Findings before, Findings now) {
            Map<Place, Object> old = new HashMap<>();
            before.problems().forEach(it -> old.put(Place.of("problem", it.passage()), it));
            before.remedies().forEach(it -> old.put(Place.of("remedy", it.passage()), it));
            now.problems().forEach(it -> count(old.remove(Place.of("problem", it.passage())), it));
            now.remedies().forEach(it -> count(old.remove(Place.of("remedy", it.passage())), it));
            gone += old.size();
        }

        private void count(@Nullable Object before, Object now) {
            if (before == null) {
                added++;
            } else if (before.equals(now)) {
                same++;
            } else {
                changed++;
            }
        }
    }

    private record Place(String what, int start, int end) {
        static Place of(String what, Passage passage) {
            return new Place(what, passage.start(), passage.end());
        }
    }
}
