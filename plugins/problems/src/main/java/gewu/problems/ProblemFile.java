package gewu.problems;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.StoredFindings;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Problems on their way into a file: a row for each problem and remedy that answers it, and one for each remedy that
/// answers none.
final class ProblemFile {
    private static final List<Column> COLUMNS = List.of(
            Column.of("report", "报告编号", "Report", 6),
            Column.of("org", "单位", "Organisation", 12),
            Column.of("year", "年度", "Year", 3),
            Column.of("problem", "问题编号", "Problem", 4),
            Column.of("category", "问题类别", "Category", 6),
            Column.of("text", "存在问题", "Problem as written", 24),
            Column.of("cause", "原因分析", "Cause", 16),
            Column.of("remedy", "措施编号", "Remedy", 4),
            Column.of("remedy_text", "整改措施", "Remedy as written", 28),
            Column.of("kind", "措施性质", "Kind", 5),
            Column.of("strength", "对应", "Link", 4),
            Column.of("score", "对应把握", "Link score", 3),
            Column.of("why", "对应依据", "Why", 12),
            Column.of("marks", "提示", "Marks", 10),
            Column.of("scope", "范围", "Scope", 5),
            Column.of("page", "页", "Page", 3),
            Column.of("start", "起", "Start", 4),
            Column.of("end", "止", "End", 4),
            Column.of("confidence", "把握", "Confidence", 3));

    private ProblemFile() {}

    static ExportTable of(List<StoredFindings> found) {
        Iterable<List<Object>> rows =
                () -> found.stream().flatMap(ProblemFile::rows).iterator();
        return new ExportTable(new Label("问题与措施", "Problems and remedies"), COLUMNS, rows);
    }

    private static Stream<List<Object>> rows(StoredFindings found) {
        List<List<Object>> rows = new ArrayList<>();
        for (Problem problem : found.findings().problems()) {
            List<Link> links = found.findings().linksOf(problem);
            if (links.isEmpty()) {
                rows.add(row(found, problem, null, null));
            }
            for (Link link : links) {
                rows.add(row(
                        found,
                        problem,
                        link,
                        found.findings().remedy(link.remedy()).orElseThrow()));
            }
        }
        found.findings().orphans().forEach(it -> rows.add(row(found, null, null, it)));
        return rows.stream();
    }

    private static List<Object> row(
            StoredFindings found, @Nullable Problem problem, @Nullable Link link, @Nullable Remedy remedy) {
        List<Object> row = new ArrayList<>();
        row.add(found.report());
        row.add(found.org());
        row.add(found.year() == 0 ? "" : found.year());
        row.add(problem == null ? "" : problem.id());
        row.add(problem == null ? "" : problem.category());
        row.add(problem == null ? "" : words(problem.passage()));
        row.add(
                problem == null
                        ? ""
                        : found.findings().causesOf(problem).stream()
                                .map(it -> words(it.passage()))
                                .collect(Collectors.joining("；")));
        row.add(remedy == null ? "" : remedy.id());
        row.add(remedy == null ? "" : words(remedy.passage()));
        row.add(remedy == null ? "" : remedy.kind().id());
        row.add(link == null ? "" : link.strength().id());
        row.add(link == null ? "" : BigDecimal.valueOf(link.score()));
        row.add(link == null ? "" : link.why());
        row.add(
                problem == null
                        ? "有措施无问题"
                        : ProblemPanels.marks(found.findings(), problem).zh());
        row.add(problem == null ? "" : problem.scope().id());
        Passage at = problem != null ? problem.passage() : remedy == null ? null : remedy.passage();
        row.add(at == null ? "" : at.page());
        row.add(at == null ? "" : at.start());
        row.add(at == null ? "" : at.end());
        row.add(problem == null ? "" : BigDecimal.valueOf(problem.confidence()));
        return row;
    }

    private static String words(Passage passage) {
        return CleanText.joined(passage.text());
    }
}
