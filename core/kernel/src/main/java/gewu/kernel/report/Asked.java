package gewu.kernel.report;

import gewu.api.WorkbenchException;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.CommandCall;

/// The report a command was asked about.
final class Asked {
    private Asked() {}

    static Report report(CommandCall call, Reports reports) {
        if (call.arguments().isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "No report was named.",
                    "Name one by its id, the beginning of its id, its file name or part of its title; gewu reports lists"
                            + " them.");
        }
        String words = String.join(" ", call.arguments());
        String id = reports.named(words).id();
        return reports.find(id)
                .orElseThrow(() -> new WorkbenchException(
                        "The report " + id + " was removed a moment ago.", "List what is there with gewu reports."));
    }
}
