package gewu.ledger;

import gewu.api.problem.Findings;
import java.util.List;

/// A report as it is to be taken into the ledger.
///
/// @param org      who reports
/// @param year     0 if unknown
/// @param findings what each finder found in it; empty if none found anything, or the report is gone
record Reading(String report, String org, int year, List<Findings> findings) {
    Reading {
        findings = List.copyOf(findings);
    }
}
