package gewu.api.search;

import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import java.util.Optional;

/// A question to the index. Made from [#of], and changed part by part.
///
/// @param words    what the person typed; see the help on the query language
/// @param within   where to look
/// @param matching which characters count as the same, and how the words are read
/// @param limit    how many hits to return; 0 for counts alone
/// @param offset   how many hits to pass over
/// @param facets   whether to count by organisation, year, region, kind and role, and by organisation and year together
/// @param folded   whether paragraphs with the same words are shown once, where they appear first; the counts are of
/// all
public record SearchQuery(
        String words,
        Within within,
        Matching matching,
        Sort sort,
        int limit,
        int offset,
        boolean facets,
        boolean folded) {

    /// The order of hits.
    public enum Sort {
        RELEVANCE,
        YEAR,
        ORG
    }

    /// How the words are read.
    public enum Syntax {
        /// Ours, unless the words begin like a question of CNKI's professional search.
        ANY,
        GEWU,
        CNKI
    }

    /// Conditions beside the words.
    ///
    /// @param report the one report to look in, by its id; empty for any
    /// @param org    part of an organisation's name; empty for any
    /// @param region part of a region's name; empty for any
    /// @param from   first year; 0 for any
    /// @param to     last year, inclusive; 0 for any
    public record Within(
            String report,
            String org,
            String region,
            int from,
            int to,
            Optional<SectionRole> role,
            Optional<ReportKind> kind) {
        public static final Within ANYWHERE = new Within("", "", "", 0, 0, Optional.empty(), Optional.empty());

        public Within withReport(String id) {
            return new Within(id, org, region, from, to, role, kind);
        }

        public Within withOrg(String part) {
            return new Within(report, part, region, from, to, role, kind);
        }

        public Within withRegion(String part) {
            return new Within(report, org, part, from, to, role, kind);
        }

        /// @param first 0 for any
        /// @param last  0 for any
        public Within withYears(int first, int last) {
            return new Within(report, org, region, first, last, role, kind);
        }

        public Within withRole(Optional<SectionRole> about) {
            return new Within(report, org, region, from, to, about, kind);
        }

        public Within withKind(Optional<ReportKind> one) {
            return new Within(report, org, region, from, to, role, one);
        }
    }

    /// What a person may switch.
    ///
    /// @param exact      quotes, brackets, width and traditional characters must be as typed
    /// @param scripts    traditional characters find simplified ones and the other way round
    /// @param synonyms   words find their synonyms as well
    /// @param lookalikes a word is found as well when one of its characters was taken for one that looks like it
    public record Matching(Syntax syntax, boolean exact, boolean scripts, boolean synonyms, boolean lookalikes) {
        /// Quotes, brackets, width and script don't matter; synonyms and look-alikes aren't looked for.
        public static final Matching USUAL = new Matching(Syntax.ANY, false, true, false, false);

        public Matching in(Syntax language) {
            return new Matching(language, exact, scripts, synonyms, lookalikes);
        }

        public Matching exactly(boolean asTyped) {
            return new Matching(syntax, asTyped, scripts, synonyms, lookalikes);
        }

        public Matching withScripts(boolean alike) {
            return new Matching(syntax, exact, alike, synonyms, lookalikes);
        }

        public Matching withSynonyms(boolean found) {
            return new Matching(syntax, exact, scripts, found, lookalikes);
        }

        public Matching withLookalikes(boolean found) {
            return new Matching(syntax, exact, scripts, synonyms, found);
        }
    }

    /// The first ten hits for `words`, by relevance.
    public static SearchQuery of(String words) {
        return new SearchQuery(words, Within.ANYWHERE, Matching.USUAL, Sort.RELEVANCE, 10, 0, false, false);
    }

    public SearchQuery within(Within where) {
        return new SearchQuery(words, where, matching, sort, limit, offset, facets, folded);
    }

    public SearchQuery matching(Matching how) {
        return new SearchQuery(words, within, how, sort, limit, offset, facets, folded);
    }

    public SearchQuery withSort(Sort order) {
        return new SearchQuery(words, within, matching, order, limit, offset, facets, folded);
    }

    public SearchQuery withLimit(int most) {
        return new SearchQuery(words, within, matching, sort, most, offset, facets, folded);
    }

    public SearchQuery withOffset(int first) {
        return new SearchQuery(words, within, matching, sort, limit, first, facets, folded);
    }

    public SearchQuery withFacets() {
        return withFacets(true);
    }

    public SearchQuery withFacets(boolean counted) {
        return new SearchQuery(words, within, matching, sort, limit, offset, counted, folded);
    }

    public SearchQuery withExact() {
        return matching(matching.exactly(true));
    }

    public SearchQuery folded(boolean once) {
        return new SearchQuery(words, within, matching, sort, limit, offset, facets, once);
    }
}
