package gewu.kernel.report;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Doubt;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Optional;

/// `gewu text REPORT`: the source text of a report, page by page, never rewritten.
final class TextCommand implements Command {
    private final Reports reports;

    TextCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Report report = Asked.report(call, reports);
        boolean isDoubtful = false;
        for (Page page : pages(report, call)) {
            List<Doubt> doubts = report.source().doubts(page.start(), page.end());
            output.row(row(report, page, doubts));
            output.show(new Panel.Text(signed(report, page, doubts)));
            isDoubtful |= !doubts.isEmpty();
        }
        if (isDoubtful) {
            output.show(new Panel.Text(new Label(
                    Doubt.SIGN + " 表示文字识别没有把握，请对照原件。",
                    Doubt.SIGN + " stands behind words that were recognised without certainty: see the original.")));
        }
        return Exit.DONE;
    }

    private DataRow row(Report report, Page page, List<Doubt> doubts) {
        DataRow row = DataRow.of("page")
                .with("page", page.number())
                .with("start", page.start())
                .with("end", page.end())
                .with("text", report.text().substring(page.start(), page.end()));
        if (!doubts.isEmpty()) {
            row = row.with(
                    "doubts",
                    doubts.stream()
                            .map(doubt -> List.of(doubt.start(), doubt.end(), doubt.confidence()))
                            .toList());
        }
        Optional<String> origin =
                reports.look(report.id(), page.number()).map(PageLook::origin).map(PageLook.Origin::id);
        return origin.isPresent() ? row.with("origin", origin.get()) : row;
    }

    /// The page's words, with a sign behind doubtful ones; those that follow one another have one sign.
    private static String signed(Report report, Page page, List<Doubt> doubts) {
        StringBuilder text = new StringBuilder();
        int at = page.start();
        for (int i = 0; i < doubts.size(); i++) {
            int end = Math.min(doubts.get(i).end(), page.end());
            text.append(report.text(), at, end);
            at = end;
            if (i + 1 == doubts.size() || doubts.get(i + 1).start() > end) {
                text.append(Doubt.SIGN);
            }
        }
        return text.append(report.text(), at, page.end()).toString();
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
