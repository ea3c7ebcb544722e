package gewu.api.problem;

import gewu.api.plugin.ExtensionPoint;
import gewu.api.report.Report;

/// Extension point `finder`: finds the problems a report admits, their causes, and the remedies it promises.
///
/// Everything found is a proposal until a person decides. Deterministic; each finding at its passage; links
/// name findings of the same answer. One instance serves all threads.
public interface ProblemFinder extends ExtensionPoint {
    Findings find(Report report);
}
