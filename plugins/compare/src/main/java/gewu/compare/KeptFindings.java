package gewu.compare;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.plugin.PluginScope;
import gewu.api.report.Reports;
import gewu.api.store.Change;
import gewu.api.store.Store;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/// The last findings about all reports, for those who look: over 20,000 reports they take half a minute to make. They
/// are made as a job, and stay in memory until a report changes or there is no room for them. Safe for all threads.
final class KeptFindings {
    /// Findings about so many reports are made while somebody waits.
    private static final int AT_ONCE = 500;

    private final Store store;
    private final Sheets sheets;
    private final Boilerplate boilerplate;
    private final Jobs jobs;
    private final PluginScope scope;
    private final Map<Boilerplate.Question, Future<?>> underWay = new HashMap<>();
    private SoftReference<Kept> kept = new SoftReference<>(null);

    KeptFindings(Store store, Reports reports, Sheets sheets, Jobs jobs, PluginScope scope) {
        this.store = store;
        this.sheets = sheets;
        this.boilerplate = new Boilerplate(reports, sheets);
        this.jobs = jobs;
        this.scope = scope;
    }

    private record Kept(Boilerplate.Question question, SheetTable.State state, Boilerplate.Findings findings) {}

    Boilerplate boilerplate() {
        return boilerplate;
    }

    /// What is found; empty while it is being made. Windows that show what was compared are shown anew then.
    ///
    /// @throws WorkbenchException if making it failed; the next call tries again
    Optional<Boilerplate.Findings> soon(Boilerplate.Question question) {
        if (!sheets.isKeptUp() || !question.report().isBlank() || sheets.table().count() <= AT_ONCE) {
            return Optional.of(boilerplate.find(question, Progress.NONE));
        }
        synchronized (this) {
            Kept last = kept.get();
            if (last != null
                    && last.question().equals(question)
                    && last.state().equals(sheets.table().state())) {
                return Optional.of(last.findings());
            }
            Future<?> running = underWay.get(question);
            if (running != null && running.isDone()) {
                underWay.remove(question);
                if (running.state() == Future.State.FAILED) {
                    throw new WorkbenchException(
                            WorkbenchException.Kind.ITEM,
                            "The map of boilerplate could not be made: " + running.exceptionNow(),
                            "Show it anew.",
                            running.exceptionNow());
                }
            }
            if (!underWay.containsKey(question)) {
                underWay.put(
                        question,
                        jobs.start(
                                scope, new Label("汇总套话地图", "Making the map of boilerplate"), it -> make(question, it)));
            }
            return Optional.empty();
        }
    }

    private Boilerplate.Findings make(Boilerplate.Question question, Progress progress) {
        SheetTable.State state = sheets.table().state();
        Boilerplate.Findings findings = boilerplate.find(question, progress);
        synchronized (this) {
            kept = new SoftReference<>(new Kept(question, state, findings));
            underWay.remove(question);
        }
        store.inTransaction(() -> store.changed(SheetUpkeep.COMPARED, "boilerplate", Change.Kind.UPDATED));
        return findings;
    }
}
