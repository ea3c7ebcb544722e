package gewu.hello;

import gewu.api.Label;
import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.workbench.*;
import java.util.List;
import java.util.Map;

/// Says how many reports there are and names the organisations that wrote them.
final class Hello implements Command, View {
    private final Reports reports;

    Hello(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        output.row(DataRow.of("hello").with("reports", orgs().size()).with("orgs", orgs()));
        output.show(show(Map.of()));
        return Exit.DONE;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String said = orgs().size() + " — "
                + String.join("、", orgs().stream().filter(org -> !org.isBlank()).toList());
        return new Panel.Text(new Label("你好！报告份数和单位：" + said, "Hello! Reports and whose they are: " + said));
    }

    private List<String> orgs() {
        return reports.list(ReportFilter.ALL).stream()
                .map(report -> report.facts().org())
                .toList();
    }
}
