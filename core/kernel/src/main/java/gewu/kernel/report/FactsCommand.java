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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `gewu facts`: shows what is known about reports and why, and takes a person's word for it.
final class FactsCommand implements Command {
    private static final int LONGEST_EVIDENCE = 40;

    private final Reports reports;
    private final Store store;
    private final Clock clock;
    private final ReportTable table;

    FactsCommand(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.clock = clock;
        this.table = new ReportTable(store);
    }

    /// One thing to change. An empty `now` takes a person's word back.
    private record Edit(ReportSummary report, Fact.Field field, String before, String now) {}

    @Override
    public Exit run(CommandCall call, Output output) {
        List<FactWord> words = call.options().getOrDefault("--set", List.of()).stream()
                .map(FactWord::of)
                .toList();
        List<Fact.Field> takenBack = call.options().getOrDefault("--unset", List.of()).stream()
                .map(FactWord::field)
                .toList();
        List<ReportSummary> chosen = chosen(call, !words.isEmpty() || !takenBack.isEmpty());
        if (words.isEmpty() && takenBack.isEmpty()) {
            chosen.forEach(it -> show(it, output));
            return Exit.DONE;
        }
        List<Edit> edits = edits(chosen, words, takenBack);
        tell(edits, output);
        if (call.has("--dry-run")) {
            output.note(edits.size() + " to change; nothing was changed (--dry-run).");
        } else {
            edits.forEach(this::make);
            output.note(edits.size() + " changed.");
        }
        return Exit.DONE;
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

    private List<Edit> edits(List<ReportSummary> chosen, List<FactWord> words, List<Fact.Field> takenBack) {
        List<Edit> edits = new ArrayList<>();
        for (ReportSummary report : chosen) {
            List<Fact> facts = reports.facts(report.id());
            Map<String, String> said = table.said(report.id());
            for (FactWord word : words) {
                if (!word.value().equals(said.get(word.field().id()))) {
                    edits.add(new Edit(report, word.field(), value(facts, word.field()), word.value()));
                }
            }
            for (Fact.Field field : takenBack) {
                if (said.containsKey(field.id())) {
                    edits.add(new Edit(report, field, value(facts, field), ""));
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

    private void make(Edit edit) {
        String report = edit.report().id();
        store.inTransaction(() -> {
            if (edit.now().isEmpty()) {
                table.takeBack(report, edit.field().id());
            } else {
                table.say(report, edit.field().id(), edit.now(), clock.instant());
            }
            table.showAnew(report);
        });
    }

    private static void tell(List<Edit> edits, Output output) {
        for (Edit edit : edits) {
            output.row(DataRow.of("edit")
                    .with("report", edit.report().id())
                    .with("field", edit.field().id())
                    .with("before", edit.before().isEmpty() ? null : edit.before())
                    .with("after", edit.now().isEmpty() ? null : edit.now()));
        }
        if (!output.isJson()) {
            output.show(new Panel.Table(
                    Label.same(""),
                    List.of(
                            Panel.Column.text("报告", "Report"),
                            Panel.Column.text("项目", "Field"),
                            Panel.Column.text("原为", "Before"),
                            Panel.Column.text("改为", "After")),
                    edits.stream()
                            .map(it -> Panel.Row.of(
                                    it.report().id(),
                                    it.field().label(),
                                    it.before(),
                                    it.now().isEmpty() ? new Label("（撤回人工更正）", "(taken back)") : Label.same(it.now())))
                            .toList()));
        }
    }

    private void show(ReportSummary report, Output output) {
        List<Fact> facts = reports.facts(report.id());
        facts.forEach(it -> output.row(row(report, it)));
        if (!output.isJson()) {
            output.show(new Panel.Table(
                    Label.same(report.id() + " " + report.facts().title()),
                    List.of(
                            Panel.Column.text("项目", "Field"),
                            Panel.Column.text("内容", "Value"),
                            Panel.Column.text("来自", "From"),
                            Panel.Column.text("页", "Page"),
                            Panel.Column.text("原文", "Passage")),
                    facts.stream().map(FactsCommand::line).toList()));
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

    private static Panel.Row line(Fact fact) {
        Label value = fact.field() == Fact.Field.KIND
                ? ReportKind.named(fact.value()).map(ReportKind::label).orElse(Label.same(fact.value()))
                : Label.same(fact.value());
        return Panel.Row.of(
                fact.field().label(),
                value,
                fact.origin().label(),
                fact.passage().map(it -> Integer.toString(it.page())).orElse(""),
                fact.passage().map(it -> shortened(it.text())).orElse(""));
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EVIDENCE ? line : line.substring(0, LONGEST_EVIDENCE) + "…";
    }
}
