package gewu.search;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;

/// The answer to a question as a panel.
final class SearchView implements View {
    private static final int HITS = 20;
    private static final int MOST_HITS = 200;

    private final ReportSearch search;
    private final AnswerPanels panels;

    SearchView(ReportSearch search, Reports reports) {
        this.search = search;
        this.panels = new AnswerPanels(search, reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String words = parameters.getOrDefault("q", "");
        if (words.isBlank()) {
            return new Panel.Text(new Label("输入要找的词，例如 三公经费。", "Type the words to find, such as 三公经费."));
        }
        SearchQuery query = new Question(words, name -> value(parameters, name))
                .query()
                .withLimit(Math.min(number(parameters, "limit", HITS), MOST_HITS))
                .withOffset(number(parameters, "offset", 0))
                .withFacets()
                .folded(value(parameters, "all").isEmpty());
        return panels.of(query, search.search(query));
    }

    private static Optional<String> value(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(word -> !word.isBlank());
    }

    static int number(Map<String, String> parameters, String name, int otherwise) {
        String word = parameters.getOrDefault(name, "");
        if (word.isBlank()) {
            return otherwise;
        }
        if (!word.matches("\\d{1,9}")) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    name + " takes a whole number, not “" + word + "”.",
                    "Write it like " + name + "=20.");
        }
        return Integer.parseInt(word);
    }
}
