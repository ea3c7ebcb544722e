package gewu.search;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import gewu.api.export.Exports;
import gewu.api.plugin.Extensions;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /// What came of one line.
    private record Outcome(QueryList.Line line, Optional<SearchAnswer> answer, String fault) {}

    @Override
    public Exit run(CommandCall call, Output output) {
        List<QueryList.Line> lines = QueryList.read(
                call.arguments().isEmpty() ? "-" : call.arguments().getFirst());
        output.progress().total(lines.size());
        List<Outcome> outcomes = new ArrayList<>();
        for (QueryList.Line line : lines) {
            output.progress().stopIfCancelled();
            Outcome outcome = ask(line, call);
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
            output.show(panel(outcomes));
        }
        boolean isWell = outcomes.stream().allMatch(it -> it.answer().isPresent());
        return isWell ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Outcome ask(QueryList.Line line, CommandCall call) {
        try {
            SearchQuery query = new Question(line.words(), name -> Question.option(call, name))
                    .query()
                    .withLimit(1);
            return new Outcome(line, Optional.of(search.search(query)), "");
        } catch (WorkbenchException wrong) {
            if (wrong.kind() != WorkbenchException.Kind.USAGE) {
                throw wrong;
            }
            return new Outcome(line, Optional.empty(), wrong.getMessage() + " " + wrong.remedy());
        }
    }

    private static DataRow row(Outcome outcome) {
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
                .with("sentence", sentence(first));
    }

    private static String sentence(SearchAnswer.Hit hit) {
        return hit.marks().isEmpty() ? "" : hit.sentence(hit.marks().getFirst());
    }

    private List<Object> cells(Outcome outcome, String language) {
        DataRow row = row(outcome);
        List<Object> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            Object value = row.values().get(column.name());
            boolean isFault = column.name().equals("fault") && value != null;
            cells.add(isFault ? wording.label(outcome.fault()).in(language) : value == null ? "" : value);
        }
        return cells;
    }

    private Panel panel(List<Outcome> outcomes) {
        List<Panel.Row> rows = outcomes.stream()
                .map(it -> {
                    DataRow row = row(it);
                    String org = row.values().get("org") instanceof String name ? name + " " : "";
                    String place = row.values().get("year") instanceof Integer year && year > 0 ? org + year : org;
                    return Panel.Row.of(
                            it.line().number(),
                            it.line().words(),
                            value(row, "paragraphs"),
                            value(row, "reports"),
                            value(row, "occurrences"),
                            place.strip(),
                            it.fault().isEmpty() ? value(row, "sentence") : wording.label(it.fault()));
                })
                .toList();
        long faulty = outcomes.stream().filter(it -> it.answer().isEmpty()).count();
        long none = outcomes.stream()
                .flatMap(it -> it.answer().stream())
                .filter(it -> it.paragraphs() == 0)
                .count();
        return Panel.Stack.of(
                new Panel.Table(
                        Label.same(""),
                        List.of(
                                Panel.Column.number("行", "Line"),
                                Panel.Column.text("检索式", "Query"),
                                Panel.Column.number("段落", "Paragraphs"),
                                Panel.Column.number("报告", "Reports"),
                                Panel.Column.number("处", "Places"),
                                Panel.Column.text("首个出处", "First proof"),
                                Panel.Column.text("所在句 / 原因", "Sentence / what is wrong")),
                        rows),
                new Panel.Text(new Label(
                        "共 " + outcomes.size() + " 条：" + none + " 条没有命中，" + faulty + " 条写法有误。",
                        outcomes.size() + " queries: " + none + " found nothing, " + faulty + " could not be read.")));
    }

    private static Object value(DataRow row, String name) {
        Object value = row.values().get(name);
        return value == null ? "" : value;
    }
}
