package gewu.workbench.page;

import gewu.workbench.passage.Excerpt;
import java.util.List;

/// The answer to a question, ready to be drawn.
///
/// @param understood what the words were understood as; empty when it says nothing more
/// @param groups     the hits by report, in order of relevance
/// @param limits     what the answer is limited to
/// @param facets     what it may be limited to further
/// @param earlier    address of the hits before; empty at the beginning
/// @param later      address of the hits behind; empty at the end
public record SearchPage(
        String understood,
        String totals,
        List<Group> groups,
        List<Limit> limits,
        List<FacetGroup> facets,
        List<String> advice,
        String earlier,
        String later) {
    public SearchPage {
        groups = List.copyOf(groups);
        limits = List.copyOf(limits);
        facets = List.copyOf(facets);
        advice = List.copyOf(advice);
    }

    /// One report's hits.
    public record Group(String title, String facts, String address, List<HitLine> hits) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /// One hit.
    public record HitLine(String where, String address, Excerpt excerpt) {}

    /// A limit in force and the address without it.
    public record Limit(String text, String without) {}

    /// The values of one facet.
    public record FacetGroup(String title, List<FacetLine> lines) {
        public FacetGroup {
            lines = List.copyOf(lines);
        }
    }

    /// One value; `address` is empty when the answer can't be limited to it.
    public record FacetLine(String text, long count, String address) {}
}
