package gewu.api.problem;

import gewu.api.plugin.ExtensionPoint;
import gewu.api.report.Report;

/// Extension point `finder`: finds the problems a report admits, their causes, and the remedies it promises.
///
/// Everything found is a proposal until a person decides. Deterministic; each finding at its passage; links
/// name findings of the same answer. Runs before the report is stored, outside any transaction. One instance serves all
/// threads.
public interface ProblemFinder extends ExtensionPoint {
    Findings find(Report report);

    /// What decides its results besides the plugin's version, such as a fingerprint of its tables; empty for nothing.
    /// When it changes, reports are read again.
    default String edition() {
        return "";
    }
}
