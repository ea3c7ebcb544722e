package gewu.index;

import gewu.api.search.SearchAnswer.Alike;
import gewu.api.search.SearchAnswer.Cell;
import gewu.api.search.SearchAnswer.Facet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.util.FixedBitSet;

/// All that matches a question in one state of the index, counted: what its answer's pages have in common.
/// Immutable, if nobody changes the sets.
///
/// @param hits   what matches, one set for each leaf of the reader
/// @param shown  those of the hits that are shown: of equal ones, if they are folded, the first
/// @param alike  by the number of a hit that is shown, what is folded under it
/// @param facets the counts of each facet's values, the most frequent first; none unless they were asked for
/// @param cells  the counts by organisation and year, in this order; likewise
record Matches(
        List<FixedBitSet> hits,
        List<FixedBitSet> shown,
        IntFunction<Alike> alike,
        long paragraphs,
        long distinct,
        long reports,
        long occurrences,
        List<Facet> facets,
        List<Cell> cells) {
    Matches {
        hits = List.copyOf(hits);
        shown = List.copyOf(shown);
        facets = List.copyOf(facets);
        cells = List.copyOf(cells);
    }
}
