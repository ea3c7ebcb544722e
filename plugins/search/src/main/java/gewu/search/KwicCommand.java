package gewu.search;

import gewu.api.search.Concordance;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.List;

/// `gewu kwic QUERY`: each place where the words stand, one a line, in the order of what stands beside them.
final class KwicCommand implements Command {
    private static final int LINES_FOR_PEOPLE = 40;

    private final ReportSearch search;

    KwicCommand(ReportSearch search) {
        this.search = search;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Concordance.Order order = call.option("--by").map(ContextPanels::order).orElse(Concordance.Order.RIGHT);
        int most = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : LINES_FOR_PEOPLE);
        SearchQuery query =
                Question.of(call).query().withOffset(call.number("--offset", 0)).withLimit(most);
        Concordance found = search.concordance(query, order);
        if (output.isJson()) {
            found.lines().forEach(line -> output.row(row(line)));
            output.row(DataRow.of("total")
                    .with("occurrences", found.occurrences())
                    .with("sorted", found.sorted())
                    .with("understood", found.understood()));
        } else {
            output.show(ContextPanels.of(query, found));
        }
        return Exit.DONE;
    }

    private static DataRow row(Concordance.Line line) {
        return DataRow.of("line")
                .with("report", line.report())
                .with("org", line.facts().org())
                .with("year", line.facts().year())
                .with("page", line.page())
                .with("paragraph", line.paragraph())
                .with("mark", List.of(line.mark().start(), line.mark().end()))
                .with("left", line.left())
                .with("words", line.words())
                .with("right", line.right());
    }
}
