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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Brings the sheets up to date when asked, by following the store's changes. What a killed run had kept stays, the
/// rest is done at the next time. Safe for all threads; one of them does the work, the others wait for it.
final class Sheets {
    /// To be raised whenever [Sheet], [Sketch] or [Token] give other answers than before: all sheets are made anew
    /// then.
    static final int FORM = 1;

    private static final int CHANGES_AT_A_TIME = 100;
    private static final String REPORT = "report";

    private final Store store;
    private final Reports reports;
    private final SheetTable table;
    private final ReentrantLock working = new ReentrantLock();

    Sheets(Store store, Reports reports) {
        this.store = store;
        this.reports = reports;
        this.table = new SheetTable(store);
    }

    SheetTable table() {
        return table;
    }

    /// Makes the sheets of all reports that came, changed or went since the last time.
    ///
    /// @return what is missing because nothing can be written now; empty when nothing is
    Optional<Missing> catchUp(Progress progress) {
        if (isUpToDate()) {
            return Optional.empty();
        }
        working.lock();
        try {
            follow(progress);
            return Optional.empty();
        } catch (WorkbenchException refused) {
            // another program holds the workspace: what is there can still be read
            if (refused.kind() != WorkbenchException.Kind.WORKSPACE) {
                throw refused;
            }
            return Optional.of(new Missing(store.lastChange() - table.state().sequence()));
        } finally {
            working.unlock();
        }
    }

    /// Changes that the sheets don't hold.
    record Missing(long changes) {}

    private boolean isUpToDate() {
        SheetTable.State state = table.state();
        return state.form() == FORM && state.sequence() >= store.lastChange();
    }

    private void follow(Progress progress) {
        if (table.state().form() != FORM) {
            store.inTransaction(() -> table.beginAnew(FORM));
        }
        long at = table.state().sequence();
        progress.total(Math.max(0, store.lastChange() - at));
        List<Change> changes = store.changesAfter(at, CHANGES_AT_A_TIME);
        while (!changes.isEmpty()) {
            progress.stopIfCancelled();
            keep(changes);
            changes.forEach(it -> progress.step(it.id()));
            changes = store.changesAfter(changes.getLast().sequence(), CHANGES_AT_A_TIME);
        }
    }

    /// Reads and cuts outside of the transaction, so that other writers need not wait.
    private void keep(List<Change> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.stream().filter(it -> it.subject().equals(REPORT)).forEach(it -> ids.add(it.id()));
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
    }
}
