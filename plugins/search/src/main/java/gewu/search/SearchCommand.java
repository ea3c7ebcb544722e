package gewu.search;

import gewu.api.export.ExportTable;
import gewu.api.export.Exports;
import gewu.api.export.HitTable;
import gewu.api.plugin.Extensions;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gewu search QUERY`: the paragraphs that hold the words.
final class SearchCommand implements Command {
    private static final int HITS_FOR_PEOPLE = 10;
    /// With `--json` everything is written unless `--limit` says otherwise, so many hits at a time.
    private static final int HITS_AT_A_TIME = 500;

    private final ReportSearch search;
    private final Reports reports;
    private final Exports exports;
    private final AnswerPanels panels;

    SearchCommand(ReportSearch search, Reports reports, Extensions extensions) {
        this.search = search;
        this.reports = reports;
        this.exports = new Exports(extensions);
        this.panels = new AnswerPanels(search, reports);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        SearchQuery query =
                Question.of(call).query().withOffset(call.number("--offset", 0)).withFacets(call.has("--facets"));
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            SearchQuery all = query.withLimit(call.number("--limit", Integer.MAX_VALUE))
                    .withFacets(false)
                    .folded(call.has("--fold"));
            ExportTable table = new HitTable(search, reports, output.language()).of(all, output.progress());
            Written.say(exports.write(table, output.language(), Path.of(file.get())), file.get(), output);
        } else if (output.isJson()) {
            write(query.folded(call.has("--fold")), call.number("--limit", Integer.MAX_VALUE), output);
        } else {
            SearchQuery page =
                    query.withLimit(call.number("--limit", HITS_FOR_PEOPLE)).folded(!call.has("--all"));
            output.show(panels.of(page, search.search(page)));
        }
        return Exit.DONE;
    }

    private void write(SearchQuery query, int limit, Output output) {
        int offset = query.offset();
        SearchAnswer first = search.search(query.withLimit(Math.min(limit, HITS_AT_A_TIME)));
        SearchAnswer part = first;
        Map<String, List<Doubt>> doubts = new HashMap<>();
        long written = 0;
        while (!part.hits().isEmpty()) {
            part.hits().forEach(hit -> output.row(row(hit, doubts.computeIfAbsent(hit.report(), reports::doubts))));
            written += part.hits().size();
            int rest = (int) Math.min(limit - written, HITS_AT_A_TIME);
            if (rest <= 0 || offset + written >= first.distinct()) {
                break;
            }
            output.progress().stopIfCancelled();
            part = search.search(
                    query.withLimit(rest).withOffset((int) (offset + written)).withFacets(false));
        }
        first.facets()
                .forEach(facet -> output.row(DataRow.of("facet")
                        .with("facet", facet.facet())
                        .with("value", facet.value())
                        .with("count", facet.count())));
        first.cells()
                .forEach(cell -> output.row(DataRow.of("cell")
                        .with("org", cell.org())
                        .with("year", cell.year())
                        .with("paragraphs", cell.paragraphs())
                        .with("reports", cell.reports())));
        first.parts()
                .forEach(one -> output.row(DataRow.of("part")
                        .with("words", one.words())
                        .with("alone", one.alone())
                        .with("without", one.without())
                        .with(
                                "nearest",
                                one.nearest().stream()
                                        .map(SearchAnswer.Piece::words)
                                        .toList())));
        DataRow total = DataRow.of("total")
                .with("paragraphs", first.paragraphs())
                .with("reports", first.reports())
                .with("occurrences", first.occurrences())
                .with("understood", first.understood())
                .with("ms", first.millis());
        output.row(query.folded() ? total.with("distinct", first.distinct()) : total);
    }

    private static DataRow row(SearchAnswer.Hit hit, List<Doubt> ofReport) {
        DataRow row = DataRow.of("hit")
                .with("report", hit.report())
                .with("title", hit.facts().title())
                .with("org", hit.facts().org())
                .with("year", hit.facts().year())
                .with("section", hit.section())
                .with("role", hit.role().id())
                .with("page", hit.page())
                .with("paragraph", hit.paragraph())
                .with("start", hit.start())
                .with("end", hit.end())
                .with("text", hit.text())
                .with("marks", hit.marks().stream().map(SearchCommand::pair).toList())
                .with("score", hit.score());
        if (!hit.resembling().isEmpty()) {
            row = row.with(
                    "resembling",
                    hit.resembling().stream().map(SearchCommand::pair).toList());
        }
        if (hit.alike().paragraphs() > 0) {
            row = row.with("also_paragraphs", hit.alike().paragraphs())
                    .with("also_reports", hit.alike().reports());
        }
        List<List<Integer>> doubts = Doubt.between(ofReport, hit.start(), hit.end()).stream()
                .map(doubt -> List.of(doubt.start(), doubt.end()))
                .toList();
        return doubts.isEmpty() ? row : row.with("doubts", doubts);
    }

    private static List<Integer> pair(Mark mark) {
        return List.of(mark.start(), mark.end());
    }
}
