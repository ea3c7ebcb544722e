package gewu.kernel;

import gewu.api.report.Report;
import gewu.api.search.Concordance;
import gewu.api.search.ReportIndex;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.search.Suggestion;
import java.util.List;
import java.util.function.Supplier;

/// Searches in an index whose plugin is activated by the first question.
record LateSearch(Supplier<ReportIndex> index) implements ReportSearch {
    @Override
    public SearchAnswer search(SearchQuery query) {
        return index.get().search(query);
    }

    @Override
    public Concordance concordance(SearchQuery query, Concordance.Order order) {
        return index.get().concordance(query, order);
    }

    @Override
    public List<SearchAnswer.Hit> nearest(String words, int limit) {
        return index.get().nearest(words, limit);
    }

    @Override
    public SearchAnswer searchIn(List<Report> texts, SearchQuery query) {
        return index.get().searchIn(texts, query);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return index.get().suggest(typed, limit);
    }
}
