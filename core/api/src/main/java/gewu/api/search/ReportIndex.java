package gewu.api.search;

import gewu.api.job.Progress;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.workbench.HealthFinding;
import java.util.List;

/// Extension point `index`: the one full-text index of a workspace.
///
/// It is derived from the store and can be made again at any time: it remembers the sequence number of the
/// last change it holds and catches up from there. Safe for all threads; one writer at a time.
public interface ReportIndex extends ExtensionPoint, ReportSearch {
    /// Takes in every change committed since the last time; makes everything anew when the way of analysing changed.
    ///
    /// @return how many reports were taken in
    int catchUp(Progress progress);

    /// Forgets everything and reads all reports again.
    ///
    /// @return how many reports were taken in
    int rebuild(Progress progress);

    /// Compares the index with the store.
    List<HealthFinding> check();
}
