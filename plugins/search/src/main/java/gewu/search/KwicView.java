package gewu.search;

import gewu.api.Label;
import gewu.api.search.Concordance;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;

/// Words in context as a panel.
final class KwicView implements View {
    private static final int LINES = 200;

    private final ReportSearch search;

    KwicView(ReportSearch search) {
        this.search = search;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("q", "");
        if (words.isBlank()) {
            return new Panel.Text(new Label("输入要找的词，例如 绩效目标。", "Type the words to find, such as 绩效目标."));
        }
        Concordance.Order order = Optional.ofNullable(parameters.get("by"))
                .filter(word -> !word.isBlank())
                .map(ContextPanels::order)
                .orElse(Concordance.Order.RIGHT);
        SearchQuery query = new Question(
                        words, name -> Optional.ofNullable(parameters.get(name)).filter(word -> !word.isBlank()))
                .query()
                .withOffset(SearchView.number(parameters, "offset", 0))
                .withLimit(LINES);
        return ContextPanels.of(query, search.concordance(query, order));
    }
}
