package gewu.kernel.report;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import gewu.api.report.Passage;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gewu facts`: shows what is known about reports and why, and takes a person's word for it.
final class FactsCommand implements Command {
    private static final int LONGEST_EVIDENCE = 40;

    private final Reports reports;
    private final Store store;
    private final Clock clock;
    private final ReportTable table;
    private final RuleTable rules;
    private final FactSheet sheet;

    FactsCommand(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.clock = clock;
        this.table = new ReportTable(store);
        this.rules = new RuleTable(store);
        this.sheet = new FactSheet(reports, table, rules);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        if (call.has("--apply")) {
            return apply(call, output);
        }
        List<FactWord> words = call.options().getOrDefault("--set", List.of()).stream()
                .map(FactWord::of)
                .toList();
        List<Fact.Field> takenBack = call.options().getOrDefault("--unset", List.of()).stream()
                .map(FactWord::field)
                .toList();
        List<ReportSummary> chosen = chosen(call, !words.isEmpty() || !takenBack.isEmpty());
        if (!words.isEmpty() || !takenBack.isEmpty()) {
            makeOrShow(edits(chosen, words, takenBack), call, output);
        } else if (call.has("--csv")) {
            write(chosen, call.option("--csv").orElse(""), output);
        } else {
            chosen.forEach(it -> show(it, output));
        }
        return Exit.DONE;
    }

    private void makeOrShow(List<FactEdit> edits, CommandCall call, Output output) {
        tell(edits, output);
        if (call.has("--dry-run")) {
            output.note(edits.size() + " to change; nothing was changed (--dry-run).");
        } else {
            FactEdit.make(edits, store, clock);
            output.note(edits.size() + " changed.");
        }
    }

    private Exit apply(CommandCall call, Output output) {
        boolean isAlone = call.arguments().isEmpty()
                && List.of("--set", "--unset", "--csv", "--org", "--year", "--kind").stream()
                        .noneMatch(call::has);
        if (!isAlone) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "--apply takes reports and facts from the file alone.",
                    "Leave out everything but --dry-run.");
        }
        FactSheet.Asked asked =
                sheet.asked(OfficeSheet.read(Path.of(call.option("--apply").orElse(""))));
        if (asked.faults().isEmpty()) {
            makeOrShow(asked.edits(), call, output);
            return Exit.DONE;
        }
        tellFaults(asked.faults(), output);
        output.note("Nothing was changed; mend these lines, then apply the file again.");
        return Exit.SOME_FAILED;
    }

    private static void tellFaults(List<FactSheet.Fault> faults, Output output) {
        faults.forEach(it -> output.row(DataRow.of("fault")
                .with("line", it.line())
                .with("column", it.column())
                .with("reason", it.why())
                .with("remedy", it.remedy())));
        if (!output.isJson()) {
            output.show(new Panel.Table(
                    Label.same(""),
                    List.of(
                            Panel.Column.number("行", "Line"),
                            Panel.Column.text("列", "Column"),
                            Panel.Column.text("原因", "Reason"),
                            Panel.Column.text("怎么办", "What to do")),
                    faults.stream()
                            .map(it -> Panel.Row.of(it.line(), it.column(), it.why(), it.remedy()))
                            .toList()));
        }
    }

    private void write(List<ReportSummary> chosen, String word, Output output) {
        Path file = Path.of(word);
        try {
            OfficeSheet.write(file, sheet.lines(chosen));
        } catch (IOException failed) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The table can't be written to " + file + ": " + failed.getMessage() + ".",
                    "Choose another place, or close the program that has it open.",
                    failed);
        }
        output.show(new Panel.Text(new Label(
                "已写入 " + file + "：" + chosen.size() + " 份报告。改好后：gewu facts --apply " + file,
                "Wrote " + file + ": " + chosen.size() + " reports. After changing it: gewu facts --apply " + file)));
    }

    private List<ReportSummary> chosen(CommandCall call, boolean isEdit) {
        boolean isFiltered = call.has("--org") || call.has("--year") || call.has("--kind");
        if (!call.arguments().isEmpty() && isFiltered) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "Both a report and a choice of reports were given.",
                    "Name the report, or choose with --org, --year and --kind.");
        }
        if (!call.arguments().isEmpty()) {
            return List.of(reports.named(String.join(" ", call.arguments())));
        }
        if (isEdit && !isFiltered) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "Which reports are to be changed?",
                    "Name one, or choose with --org, --year or --kind.");
        }
        return reports.list(ReportsCommand.filter(call));
    }

    private List<FactEdit> edits(List<ReportSummary> chosen, List<FactWord> words, List<Fact.Field> takenBack) {
        List<FactEdit> edits = new ArrayList<>();
        for (ReportSummary report : chosen) {
            List<Fact> facts = reports.facts(report.id());
            Map<String, String> said = table.said(report.id());
            for (FactWord word : words) {
                if (!word.value().equals(said.get(word.field().id()))) {
                    edits.add(new FactEdit(report.id(), word.field(), value(facts, word.field()), word.value()));
                }
            }
            for (Fact.Field field : takenBack) {
                if (said.containsKey(field.id())) {
                    edits.add(new FactEdit(report.id(), field, value(facts, field), ""));
                }
            }
        }
        return edits;
    }

    private static String value(List<Fact> facts, Fact.Field field) {
        return facts.stream()
                .filter(it -> it.field() == field)
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    private static void tell(List<FactEdit> edits, Output output) {
        for (FactEdit edit : edits) {
            output.row(DataRow.of("edit")
                    .with("report", edit.report())
                    .with("field", edit.field().id())
                    .with("before", edit.before().isEmpty() ? null : edit.before())
                    .with("after", edit.now().isEmpty() ? null : edit.now()));
        }
        if (!output.isJson()) {
            output.show(new Panel.Table(
                    Label.same(""),
                    List.of(
                            Panel.Column.report("报告", "Report"),
                            Panel.Column.text("项目", "Field"),
                            Panel.Column.text("原为", "Before"),
                            Panel.Column.text("改为", "After")),
                    edits.stream()
                            .map(it -> Panel.Row.of(
                                    it.report(),
                                    it.field().label(),
                                    it.before(),
                                    it.now().isEmpty() ? new Label("（撤回人工更正）", "(taken back)") : Label.same(it.now())))
                            .toList()));
        }
    }

    private void show(ReportSummary report, Output output) {
        List<Fact> facts = reports.facts(report.id());
        facts.forEach(it ->
                output.row(row(report, it).with("rule", rule(report, it).orElse(null))));
        if (!output.isJson()) {
            output.show(new Panel.Table(
                    Label.same(report.id() + " " + report.facts().title()),
                    List.of(
                            Panel.Column.text("项目", "Field"),
                            Panel.Column.text("内容", "Value"),
                            Panel.Column.text("来自", "From"),
                            Panel.Column.text("页", "Page"),
                            Panel.Column.text("原文", "Passage")),
                    facts.stream().map(it -> line(report, it)).toList()));
        }
    }

    private static DataRow row(ReportSummary report, Fact fact) {
        return DataRow.of("fact")
                .with("report", report.id())
                .with("field", fact.field().id())
                .with("value", fact.value())
                .with("origin", fact.origin().id())
                .with("page", fact.passage().map(Passage::page).orElse(null))
                .with("start", fact.passage().map(Passage::start).orElse(null))
                .with("end", fact.passage().map(Passage::end).orElse(null))
                .with("text", fact.passage().map(Passage::text).orElse(null))
                .with("confidence", fact.confidence());
    }

    private Panel.Row line(ReportSummary report, Fact fact) {
        Label value = fact.field() == Fact.Field.KIND
                ? ReportKind.named(fact.value()).map(ReportKind::label).orElse(Label.same(fact.value()))
                : Label.same(fact.value());
        return Panel.Row.of(
                fact.field().label(),
                value,
                fact.origin().label(),
                fact.passage().map(it -> Integer.toString(it.page())).orElse(""),
                fact.passage()
                        .map(it -> shortened(it.text()))
                        .or(() -> rule(report, fact))
                        .orElse(""));
    }

    /// The line of a rules file that says so.
    private Optional<String> rule(ReportSummary report, Fact fact) {
        return fact.origin() == Fact.Origin.RULE
                ? rules.word(report.id(), fact.field()).map(RuleWord::rule)
                : Optional.empty();
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EVIDENCE ? line : line.substring(0, LONGEST_EVIDENCE) + "…";
    }
}
