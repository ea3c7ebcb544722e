package gewu.compare;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.store.Change;
import gewu.api.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Brings the sheets up to date when asked, by following what happens to reports. What a killed run had kept stays, the
/// rest is done at the next time. Safe for all threads; one of them does the work.
final class Sheets {
    /// To be raised whenever [Sheet], [Sketch] or [Token] give other answers than before: all sheets are made anew
    /// then.
    static final int FORM = 1;

    private static final int CHANGES_AT_A_TIME = 100;
    private static final int AT_ONCE = 20;
    private static final int COUNTED = 100_000;
    /// The subject of changes that are followed.
    static final String REPORT = "report";

    private final Store store;
    private final Reports reports;
    private final SheetTable table;
    private final SketchMemory memory;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean isKeptUp;

    Sheets(Store store, Reports reports) {
        this.store = store;
        this.reports = reports;
        this.table = new SheetTable(store);
        this.memory = new SketchMemory(store, table);
    }

    SheetTable table() {
        return table;
    }

    SketchMemory memory() {
        return memory;
    }

    /// Makes the sheets of all reports that came, changed or went since the last time; waits where another thread is
    /// at it.
    ///
    /// @return what is missing because nothing can be written now; empty when nothing is
    Optional<Missing> catchUp(Progress progress) {
        if (isUpToDate()) {
            return Optional.empty();
        }
        working.lock();
        try {
            return followed(progress);
        } finally {
            working.unlock();
        }
    }

    /// The sheets are brought up to date again and again from now on, by [SheetUpkeep].
    void keepUp() {
        isKeptUp = true;
    }

    boolean isKeptUp() {
        return isKeptUp;
    }

    /// The same for somebody who looks and does not want to wait: a few reports are made up for at once, many are left
    /// to [SheetUpkeep] where that is at work.
    ///
    /// @return what is missing yet
    Optional<Missing> catchUpIfFew() {
        if (!isKeptUp) {
            return catchUp(Progress.NONE);
        }
        if (isUpToDate()) {
            return Optional.empty();
        }
        if (pending(AT_ONCE + 1) > AT_ONCE || !working.tryLock()) {
            return Optional.of(new Missing(pending(COUNTED), true));
        }
        try {
            return followed(Progress.NONE);
        } finally {
            working.unlock();
        }
    }

    /// Changes of reports that the sheets don't hold.
    ///
    /// @param isUnderWay whether they are being made up for; otherwise another program holds the workspace
    record Missing(int changes, boolean isUnderWay) {}

    boolean isUpToDate() {
        return table.state().form() == FORM && pending(1) == 0;
    }

    private int pending(int most) {
        SheetTable.State state = table.state();
        return store.changesAfter(state.form() == FORM ? state.sequence() : 0, REPORT, most)
                .size();
    }

    private Optional<Missing> followed(Progress progress) {
        try {
            follow(progress);
            return Optional.empty();
        } catch (WorkbenchException refused) {
            // another program holds the workspace: what is there can still be read
            if (refused.kind() != WorkbenchException.Kind.WORKSPACE) {
                throw refused;
            }
            return Optional.of(new Missing(pending(COUNTED), false));
        }
    }

    private void follow(Progress progress) {
        if (table.state().form() != FORM) {
            store.inTransaction(() -> table.beginAnew(FORM));
        }
        long last = store.lastChange();
        progress.total(pending(COUNTED));
        List<Change> changes = store.changesAfter(table.state().sequence(), REPORT, CHANGES_AT_A_TIME);
        while (!changes.isEmpty()) {
            progress.stopIfCancelled();
            Map<String, String> names = keep(changes);
            changes.forEach(it -> progress.step(names.getOrDefault(it.id(), it.id())));
            changes = store.changesAfter(changes.getLast().sequence(), REPORT, CHANGES_AT_A_TIME);
        }
        if (table.state().sequence() < last) {
            // what came of other things than reports need not be gone through again
            store.inTransaction(() -> table.advance(last));
        }
    }

    /// Reads and cuts outside of the transaction, so that other writers need not wait.
    ///
    /// @return how the reports that are there are called, by id
    private Map<String, String> keep(List<Change> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.forEach(it -> ids.add(it.id()));
        List<Sheet> sheets = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String id : ids) {
            Optional<Report> report = reports.find(id);
            report.ifPresentOrElse(it -> sheets.add(Sheet.of(it)), () -> gone.add(id));
        }
        store.inTransaction(() -> {
            gone.forEach(table::drop);
            sheets.forEach(table::keep);
            table.advance(changes.getLast().sequence());
        });
        return sheets.stream()
                .collect(Collectors.toMap(
                        it -> it.report().id(), it -> Places.name(it.report().facts())));
    }
}
