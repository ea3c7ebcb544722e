package gewu.search;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import gewu.api.export.Exports;
import gewu.api.plugin.Extensions;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gewu batch FILE`: asks one question after the other; each gets its line, with its counts and its first
/// proof, or with what is wrong with it.
final class BatchCommand implements Command {
    private static final List<Column> COLUMNS = List.of(
            Column.of("line", "行", "Line", 3),
            Column.of("query", "检索式", "Query", 16),
            Column.of("understood", "理解为", "Understood as", 16),
            Column.of("paragraphs", "段落", "Paragraphs", 4),
            Column.of("reports", "报告", "Reports", 4),
            Column.of("occurrences", "处", "Places", 4),
            Column.of("title", "首个出处", "First proof", 20),
            Column.of("org", "单位", "Organisation", 12),
            Column.of("year", "年度", "Year", 4),
            Column.of("page", "页", "Page", 3),
            Column.of("paragraph", "段", "Paragraph", 3),
            Column.of("sentence", "所在句", "Sentence", 30),
            Column.of("fault", "未能检索的原因", "What is wrong", 20));

    private final ReportSearch search;
    private final Exports exports;
    private final Wording wording;

    BatchCommand(ReportSearch search, Extensions extensions, Wording wording) {
        this.search = search;
        this.wording = wording;
        this.exports = new Exports(extensions);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<QueryList.Line> lines = QueryList.read(
                call.arguments().isEmpty() ? "-" : call.arguments().getFirst());
        output.progress().total(lines.size());
        List<Batch.Outcome> outcomes = new ArrayList<>();
        Batch batch = new Batch(search, name -> Question.option(call, name));
        for (QueryList.Line line : lines) {
            output.progress().stopIfCancelled();
            Batch.Outcome outcome = batch.ask(line);
            outcomes.add(outcome);
            output.row(row(outcome));
            output.progress().step(line.words());
        }
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            List<List<Object>> rows =
                    outcomes.stream().map(it -> cells(it, output.language())).toList();
            ExportTable table = new ExportTable(new Label("批量检索", "Batch of queries"), COLUMNS, rows);
            Written.say(exports.write(table, output.language(), Path.of(file.get())), file.get(), output);
        } else {
            output.show(new BatchTable(limits(call), wording).of(outcomes, BatchTable.By.NONE));
        }
        boolean isWell = outcomes.stream().allMatch(it -> it.answer().isPresent());
        return isWell ? Exit.DONE : Exit.SOME_FAILED;
    }

    /// What held for all questions, as the view `search` takes it.
    private static Map<String, String> limits(CommandCall call) {
        Map<String, String> limits = new HashMap<>();
        Batch.LIMITS.forEach(name -> Question.option(call, name).ifPresent(it -> limits.put(name, it)));
        return limits;
    }

    private static DataRow row(Batch.Outcome outcome) {
        DataRow row = DataRow.of("query")
                .with("line", outcome.line().number())
                .with("query", outcome.line().words());
        if (outcome.answer().isEmpty()) {
            return row.with("fault", outcome.fault());
        }
        SearchAnswer answer = outcome.answer().get();
        DataRow counted = row.with("understood", answer.understood())
                .with("paragraphs", answer.paragraphs())
                .with("reports", answer.reports())
                .with("occurrences", answer.occurrences());
        if (answer.hits().isEmpty()) {
            return counted;
        }
        SearchAnswer.Hit first = answer.hits().getFirst();
        return counted.with("report", first.report())
                .with("title", first.facts().title())
                .with("org", first.facts().org())
                .with("year", first.facts().year())
                .with("page", first.page())
                .with("paragraph", first.paragraph())
                .with("sentence", outcome.sentence());
    }

    private List<Object> cells(Batch.Outcome outcome, String language) {
        DataRow row = row(outcome);
        List<Object> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            Object value = row.values().get(column.name());
            boolean isFault = column.name().equals("fault") && value != null;
            cells.add(isFault ? wording.label(outcome.fault()).in(language) : value == null ? "" : value);
        }
        return cells;
    }
}
