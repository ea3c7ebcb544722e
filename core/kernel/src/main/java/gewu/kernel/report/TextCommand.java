package gewu.kernel.report;

import gewu.api.WorkbenchException;
import gewu.api.report.Page;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.List;

/// `gewu text REPORT`: the source text of a report, page by page, never rewritten.
final class TextCommand implements Command {
    private final Reports reports;

    TextCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Report report = Asked.report(call, reports);
        for (Page page : pages(report, call)) {
            String text = report.text().substring(page.start(), page.end());
            output.row(DataRow.of("page")
                    .with("page", page.number())
                    .with("start", page.start())
                    .with("end", page.end())
                    .with("text", text));
            output.show(new Panel.Text(text));
        }
        return Exit.DONE;
    }

    private static List<Page> pages(Report report, CommandCall call) {
        if (!call.has("--page")) {
            return report.pages();
        }
        int wanted = call.number("--page", 1);
        List<Page> found =
                report.pages().stream().filter(it -> it.number() == wanted).toList();
        if (found.isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The report " + report.id() + " has no page " + wanted + "; it has "
                            + report.pages().size() + ".",
                    report.pages().size() == 1
                            ? "Leave out --page."
                            : "Ask for a page from 1 to " + report.pages().size() + ".");
        }
        return found;
    }
}
