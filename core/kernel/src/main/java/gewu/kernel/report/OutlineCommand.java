package gewu.kernel.report;

import gewu.api.Label;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// `gewu outline REPORT`: the sections of a report with their roles.
final class OutlineCommand implements Command {
    private final Reports reports;

    OutlineCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Report report = Asked.report(call, reports);
        report.sections().forEach(it -> output.row(row(it)));
        if (!output.isJson()) {
            output.show(new Panel.Text(report.facts().title()));
            output.show(
                    report.sections().isEmpty()
                            ? new Panel.Text(new Label("没有标题。", "There are no headings."))
                            : new Panel.Tree(nodes(report, 0)));
        }
        return Exit.DONE;
    }

    private static DataRow row(Section it) {
        return DataRow.of("section")
                .with("section", it.number())
                .with("parent", it.parent())
                .with("level", it.level())
                .with("number", it.label())
                .with("heading", it.heading())
                .with("role", it.role().id())
                .with("start", it.start())
                .with("end", it.end())
                .with("page", it.page());
    }

    private static List<Panel.Node> nodes(Report report, int parent) {
        List<Panel.Node> nodes = new ArrayList<>();
        for (Section it : report.sections()) {
            if (it.parent() == parent) {
                nodes.add(
                        new Panel.Node(Label.same(it.label() + it.heading()), remark(it), nodes(report, it.number())));
            }
        }
        return nodes;
    }

    private static Label remark(Section it) {
        Label role = it.role().label();
        return new Label(role.zh() + " · 第 " + it.page() + " 页", role.en() + " · page " + it.page());
    }
}
