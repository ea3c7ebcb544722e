package gewu.workbench.page;

import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Walks from report to report through the answer to a question, in the order in which reports appear first. For one
/// thread.
final class HitWalk {
    private static final int HITS_AT_A_TIME = 100;
    /// How far it looks back for the first hit of the report it starts from.
    private static final int FURTHEST_BACK = 500;
    /// How far it looks ahead for another report.
    private static final int FURTHEST_AHEAD = 3_000;

    private final ReportSearch search;
    private final Question question;

    HitWalk(ReportSearch search, Question question) {
        this.search = search;
        this.question = question;
    }

    /// The page of the report before or behind `report`, opened at its first hit; the page of `report` itself, which
    /// says so, when there is none.
    ///
    /// @param nth which hit of the answer led to the report, from 1; 0 for none
    String neighbour(String report, int nth, boolean isBefore) {
        Map<String, Place> seen = new LinkedHashMap<>();
        SearchQuery query = question.query().withLimit(HITS_AT_A_TIME);
        int at = Math.max(0, nth - FURTHEST_BACK);
        int end = nth + FURTHEST_AHEAD;
        Optional<Place> found = Optional.empty();
        boolean isMore = true;
        while (found.isEmpty() && isMore && at < end && !(isBefore && seen.containsKey(report))) {
            SearchAnswer answer = search.search(query.withOffset(at));
            for (SearchAnswer.Hit hit : answer.hits()) {
                at++;
                seen.putIfAbsent(hit.report(), new Place(hit.report(), hit.paragraph(), at));
            }
            isMore = !answer.hits().isEmpty() && at < answer.distinct();
            found = isBefore ? Optional.empty() : behind(seen, report, nth);
        }
        return (isBefore ? before(seen, report) : found)
                .map(place -> question.report(place.report(), place.paragraph(), place.nth()))
                .orElseGet(() -> end(report, nth, isBefore));
    }

    private String end(String report, int nth, boolean isBefore) {
        Map<String, String> parameters = new LinkedHashMap<>(question.parameters());
        parameters.put("end", isBefore ? "first" : "last");
        return Link.with(Link.report(report, 0, ""), parameters, "n", nth > 0 ? String.valueOf(nth) : "");
    }

    private static Optional<Place> before(Map<String, Place> seen, String report) {
        Optional<Place> last = Optional.empty();
        for (Place place : seen.values()) {
            if (place.report().equals(report)) {
                return last;
            }
            last = Optional.of(place);
        }
        return Optional.empty();
    }

    /// The one that appears after `report` does; where `report` is not among the hits, the one behind number `nth`.
    private static Optional<Place> behind(Map<String, Place> seen, String report, int nth) {
        int from = Optional.ofNullable(seen.get(report)).map(Place::nth).orElse(nth);
        return seen.values().stream().filter(place -> place.nth() > from).findFirst();
    }

    /// A report's first hit.
    private record Place(String report, int paragraph, int nth) {}
}
