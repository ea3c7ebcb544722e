package gewu.problems;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Passage;
import gewu.api.workbench.DataRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Findings as programs read them.
final class ProblemRows {
    private ProblemRows() {}

    /// Those problems that are asked for, with what answers them; all remedies when all problems are.
    static StoredFindings only(StoredFindings found, Predicate<Problem> asked) {
        Findings all = found.findings();
        List<Problem> problems = all.problems().stream().filter(asked).toList();
        if (problems.size() == all.problems().size()) {
            return found;
        }
        Set<String> ids = problems.stream().map(Problem::id).collect(Collectors.toSet());
        List<Link> links =
                all.links().stream().filter(it -> ids.contains(it.problem())).toList();
        Set<String> remedies = links.stream().map(Link::remedy).collect(Collectors.toSet());
        Findings kept = new Findings(
                problems,
                all.causes().stream().filter(it -> ids.contains(it.problem())).toList(),
                all.remedies().stream().filter(it -> remedies.contains(it.id())).toList(),
                links);
        return new StoredFindings(
                found.report(),
                found.version(),
                found.org(),
                found.year(),
                found.plugin(),
                found.finder(),
                found.edition(),
                kept);
    }

    static DataRow row(StoredFindings found, Problem it) {
        List<Findings.Cause> causes = found.findings().causesOf(it);
        return DataRow.of("problem")
                .with("id", found.report() + "/" + it.id())
                .with("report", found.report())
                .with("org", found.org())
                .with("year", found.year() == 0 ? null : found.year())
                .with("category", it.category().isEmpty() ? null : it.category())
                .with("scope", it.scope().id())
                .with("span", span(it.passage()))
                .with("extra_spans", it.more().stream().map(ProblemRows::span).toList())
                .with("cause", causes.isEmpty() ? null : span(causes.getFirst().passage()))
                .with(
                        "more_causes",
                        causes.stream()
                                .skip(1)
                                .map(cause -> span(cause.passage()))
                                .toList())
                .with("settled", it.settled())
                .with("page", it.passage().page())
                .with("confidence", it.confidence())
                .with("why", it.why());
    }

    static DataRow row(StoredFindings found, Remedy it) {
        return DataRow.of("remedy")
                .with("id", found.report() + "/" + it.id())
                .with("report", found.report())
                .with("scope", it.scope().id())
                .with("kind", it.kind().id())
                .with("span", span(it.passage()))
                .with("heading_span", it.slogan().map(ProblemRows::span).orElse(null))
                .with("page", it.passage().page())
                .with("confidence", it.confidence())
                .with("why", it.why());
    }

    static DataRow row(StoredFindings found, Link it) {
        return DataRow.of("link")
                .with("problem", found.report() + "/" + it.problem())
                .with("remedy", found.report() + "/" + it.remedy())
                .with("report", found.report())
                .with("strength", it.strength().id())
                .with("score", it.score())
                .with("why", it.why());
    }

    /// One that a figure shows: a row of another type than the problems that are said.
    static DataRow row(String report, Shortfall it) {
        return DataRow.of("shortfall")
                .with("id", report + "/" + it.id())
                .with("report", report)
                .with("scope", Findings.Scope.IMPLICIT.id())
                .with("kind", "implied_by_number")
                .with("category", it.category())
                .with("span", span(it.passage()))
                .with("stated", it.stated().isEmpty() ? null : report + "/" + it.stated())
                .with("page", it.passage().page())
                .with("confidence", it.confidence())
                .with("why", it.why().zh());
    }

    static DataRow row(StoredFindings found, Discrepancy it) {
        return DataRow.of("contradiction")
                .with("report", found.report())
                .with("kind", it.kind().id())
                .with(
                        "problems",
                        it.problems().stream()
                                .map(id -> found.report() + "/" + id)
                                .toList())
                .with("span", span(it.places().getFirst()))
                .with("against", span(it.places().getLast()))
                .with("against_report", it.places().getLast().report())
                .with("why", it.why().zh());
    }

    private static Map<String, @Nullable Object> span(Passage it) {
        Map<String, @Nullable Object> span = new LinkedHashMap<>();
        span.put("start", it.start());
        span.put("end", it.end());
        span.put("text", it.text());
        return span;
    }
}
