package gewu.metrics;

import gewu.api.search.Suggester;
import gewu.api.search.Suggestion;
import java.util.Comparator;
import java.util.List;

/// Proposes names of indicators while a person types: those that begin with what is typed, then those that hold it,
/// the shorter first. Names that stand for several wordings (`措施/指标/事项数`) are nobody's words and left out.
final class IndicatorSuggester implements Suggester {
    private final Packs packs;

    IndicatorSuggester(Packs packs) {
        this.packs = packs;
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        String wanted = plain(typed);
        return packs.pack().indicators().stream()
                .map(it -> plain(it.zh()))
                .filter(it -> !wanted.isEmpty() && it.contains(wanted) && it.indexOf('/') < 0)
                .distinct()
                .sorted(Comparator.comparing((String it) -> !it.startsWith(wanted))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .map(it -> new Suggestion(it, Suggestion.Kind.INDICATOR, 0))
                .toList();
    }

    /// As it is typed: without quotation marks.
    private static String plain(String name) {
        return name.strip().replaceAll("[“”\"]", "");
    }
}
