package gewu.workbench.page;

import gewu.api.job.Progress;
import gewu.api.search.ReportSearch;
import gewu.api.search.Suggestion;
import gewu.api.workbench.DataRow;
import gewu.workbench.json.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells the search box what somebody who types may mean. Safe for all threads.
final class SuggestionDesk {
    private static final int MOST = 10;
    private static final int LONGEST_WORD = 60;
    /// Words that mean nothing else in a question.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{Nd}]+");

    private final ReportSearch search;

    SuggestionDesk(ReportSearch search) {
        this.search = search;
    }

    /// One line of JSON: `items`, each with its `words`, what it is (`kind`), a `count` for people, and what to put
    /// into the question (`insert`).
    String answer(Ask ask) {
        String typed = ask.parameter("q");
        List<Map<String, String>> items = typed.isEmpty() || typed.length() > LONGEST_WORD
                ? List.of()
                : search.suggest(typed, MOST).stream()
                        .map(it -> item(it, ask.language()))
                        .toList();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8);
        new JsonLines(out, out, Progress.NONE).row(DataRow.of("suggestions").with("items", items));
        out.flush();
        return json.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> item(Suggestion suggestion, String language) {
        return Map.of(
                "words", suggestion.words(),
                "kind", kind(suggestion.kind(), language.equals("en")),
                "count", suggestion.count() == 0 ? "" : String.valueOf(suggestion.count()),
                "insert", insert(suggestion));
    }

    private static String kind(Suggestion.Kind kind, boolean isEnglish) {
        return switch (kind) {
            case ORGANISATION -> isEnglish ? "organisation" : "单位";
            case HEADING -> isEnglish ? "heading" : "标题";
            case INDICATOR -> isEnglish ? "indicator" : "指标";
            case WORD -> "";
        };
    }

    /// An organisation limits the question; all else is looked for.
    private static String insert(Suggestion suggestion) {
        String words = PLAIN.matcher(suggestion.words()).matches()
                ? suggestion.words()
                : "\"" + suggestion.words().replace("\"", "") + "\"";
        return suggestion.kind() == Suggestion.Kind.ORGANISATION ? "org:" + words : words;
    }
}
