package gewu.api.search;

import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import java.util.Optional;

/// A question to the index.
///
/// @param words  what the person typed; see the help on the query language
/// @param org    part of an organisation's name; empty for any
/// @param from   first year; 0 for any
/// @param to     last year, inclusive; 0 for any
/// @param limit  how many hits to return; 0 for counts alone
/// @param offset how many hits to pass over
/// @param facets whether to count by organisation, year, region, kind and role
/// @param exact  whether quotes, brackets, width and traditional characters must be as typed
public record SearchQuery(
        String words,
        String org,
        int from,
        int to,
        Optional<SectionRole> role,
        Optional<ReportKind> kind,
        Sort sort,
        int limit,
        int offset,
        boolean facets,
        boolean exact) {

    public enum Sort {
        RELEVANCE,
        YEAR,
        ORG
    }

    /// The first ten hits for `words`, by relevance.
    public static SearchQuery of(String words) {
        return new SearchQuery(
                words, "", 0, 0, Optional.empty(), Optional.empty(), Sort.RELEVANCE, 10, 0, false, false);
    }

    public SearchQuery withLimit(int most) {
        return new SearchQuery(words, org, from, to, role, kind, sort, most, offset, facets, exact);
    }

    public SearchQuery withOffset(int passedOver) {
        return new SearchQuery(words, org, from, to, role, kind, sort, limit, passedOver, facets, exact);
    }

    public SearchQuery withSort(Sort order) {
        return new SearchQuery(words, org, from, to, role, kind, order, limit, offset, facets, exact);
    }

    public SearchQuery withFacets() {
        return new SearchQuery(words, org, from, to, role, kind, sort, limit, offset, true, exact);
    }

    public SearchQuery withExact() {
        return new SearchQuery(words, org, from, to, role, kind, sort, limit, offset, facets, true);
    }
}
