package gewu.api.search;

import gewu.api.report.Report;
import java.util.List;

/// Finds paragraphs. Safe for all threads; answers from everything committed before the call.
public interface ReportSearch {
    /// The paragraphs in which the question holds.
    ///
    /// @throws gewu.api.WorkbenchException if the words can't be understood; it points at the place and proposes
    SearchAnswer search(SearchQuery query);

    /// Each place where the words stand, with what stands to its left and right; of the query's order, limit
    /// and offset the last two count, in lines.
    ///
    /// @throws gewu.api.WorkbenchException if the words can't be understood
    Concordance concordance(SearchQuery query, Concordance.Order order);

    /// The paragraphs that share most with `words`, the best first, whether they hold all of them or not.
    /// Nothing is marked.
    List<SearchAnswer.Hit> nearest(String words, int limit);

    /// The paragraphs of these texts, which are in no workspace, in which the question holds: by the same
    /// rules as [#search]. For a few texts, such as pages of help; all of them are read each time.
    ///
    /// @throws gewu.api.WorkbenchException if the words can't be understood
    SearchAnswer searchIn(List<Report> texts, SearchQuery query);

    /// What somebody who typed `typed` may mean, the likeliest first: whole words to look for or to limit by.
    ///
    /// @param typed the word that is being typed, such as `三公` or, in pinyin initials of an organisation, `hysxfj`
    List<Suggestion> suggest(String typed, int limit);
}
