package gewu.problems;

import gewu.api.problem.Findings;
import gewu.api.problem.ProblemFinder;
import gewu.api.report.Report;

/// Finds what a report admits and promises, by its headings, lead-ins and tables, and by how its sentences are built.
final class ReportFinder implements ProblemFinder {
    @Override
    public Findings find(Report report) {
        return new Reading(report, Lexicon.own()).findings();
    }

    @Override
    public String edition() {
        return Lexicon.edition();
    }
}
