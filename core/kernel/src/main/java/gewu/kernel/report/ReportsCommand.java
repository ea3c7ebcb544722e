package gewu.kernel.report;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// `gewu reports`: lists the reports of the workspace.
final class ReportsCommand implements Command {
    private final Reports reports;

    ReportsCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<ReportSummary> list = reports.list(filter(call));
        list.forEach(it -> output.row(row(it)));
        if (!output.isJson()) {
            output.show(list.isEmpty() ? none() : table(list));
        }
        return Exit.DONE;
    }

    static ReportFilter filter(CommandCall call) {
        YearRange years = call.option("--year").map(ReportsCommand::years).orElse(new YearRange(0, 0));
        return new ReportFilter(
                call.option("--org").orElse(""),
                years.first(),
                years.last(),
                call.option("--kind").map(ReportsCommand::kind));
    }

    private static YearRange years(String word) {
        YearRange years = YearRange.read(word)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "--year takes a year or a range of years, not “" + word + "”.",
                        "Write it like --year 2021, --year 2021..2023, --year 2021.. or --year ..2023."));
        if (years.isBackwards()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The years “" + word + "” run backwards.",
                    "Write the earlier year first: " + years.turned() + ".");
        }
        return years;
    }

    private static ReportKind kind(String word) {
        return ReportKind.named(word)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no kind of report “" + word + "”.",
                        "Kinds are "
                                + Arrays.stream(ReportKind.values())
                                        .map(it -> it.id() + " (" + it.label().zh() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static DataRow row(ReportSummary it) {
        return DataRow.of("report")
                .with("report", it.id())
                .with("title", it.facts().title())
                .with("org", it.facts().org())
                .with("region", it.facts().region())
                .with("year", it.facts().year())
                .with("kind", it.facts().kind().id())
                .with("pages", it.pages())
                .with("paragraphs", it.paragraphs())
                .with("characters", it.characters())
                .with("file", it.file())
                .with("media_type", it.mediaType())
                .with("sha256", it.sha256())
                .with("imported_at", it.importedAt().toString());
    }

    private Panel none() {
        int there = reports.list(ReportFilter.ALL).size();
        return new Panel.Text(
                there == 0
                        ? new Label(
                                "工作区里还没有报告。先导入：gewu import 文件夹",
                                "The workspace holds no reports yet. Bring some in: gewu import FOLDER")
                        : new Label(
                                "没有符合条件的报告；去掉 --org、--year、--kind 后共 " + there + " 份。",
                                "No such reports; without --org, --year and --kind there are " + there + "."));
    }

    private static Panel table(List<ReportSummary> list) {
        return new Panel.Table(
                Label.same(""),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("单位", "Organisation"),
                        Panel.Column.text("年度", "Year"),
                        Panel.Column.text("类型", "Kind"),
                        Panel.Column.number("页数", "Pages"),
                        Panel.Column.number("段落", "Paragraphs"),
                        Panel.Column.number("字数", "Characters"),
                        Panel.Column.text("标题", "Title")),
                list.stream().map(ReportsCommand::line).toList());
    }

    private static Panel.Row line(ReportSummary it) {
        return Panel.Row.of(
                it.id(),
                it.facts().org(),
                it.facts().year() == 0 ? "" : Integer.toString(it.facts().year()),
                it.facts().kind().label(),
                it.pages(),
                it.paragraphs(),
                it.characters(),
                it.facts().title());
    }
}
