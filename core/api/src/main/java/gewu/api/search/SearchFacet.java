package gewu.api.search;

import gewu.api.plugin.ExtensionPoint;
import gewu.api.report.ReportFacts;
import java.util.List;

/// Extension point `search-facet`: one more way to count what was found, by something a plugin knows of
/// reports. The id of the extension is the facet's name. Safe for all threads.
public interface SearchFacet extends ExtensionPoint {
    /// The values of a report, each of which its paragraphs are counted under; none if it has none. Asked
    /// once a report and question, so it should be quick.
    List<String> values(String report, ReportFacts facts);
}
