package gewu.notebook;

import gewu.api.job.Progress;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads all hits of a question, some at a time, however many there are.
final class HitReader {
    private static final int AT_A_TIME = 500;

    /// Up to so many reports are asked about one by one; for more, all hits are read.
    private static final int ONE_BY_ONE = 400;

    private final ReportSearch search;

    HitReader(ReportSearch search) {
        this.search = search;
    }

    /// Hands over each hit in these reports, those of one report one after another.
    void each(Question question, Set<String> reports, Progress progress, Consumer<Kept> hit) {
        if (reports.size() > ONE_BY_ONE) {
            each(question, progress, it -> reports.contains(it.report()), hit);
        } else {
            reports.forEach(it -> each(question.inReport(it), progress, hit));
        }
    }

    /// Hands over each hit, those of one report one after another.
    ///
    /// @return the counts
    SearchAnswer each(Question question, Progress progress, Consumer<Kept> hit) {
        return each(question, progress, _ -> true, hit);
    }

    private SearchAnswer each(
            Question question, Progress progress, Predicate<SearchAnswer.Hit> isWanted, Consumer<Kept> hit) {
        SearchQuery query = question.query().withLimit(AT_A_TIME);
        SearchAnswer first = search.search(query);
        SearchAnswer part = first;
        Ordinals ordinals = new Ordinals();
        int read = 0;
        while (!part.hits().isEmpty()) {
            part.hits().stream().filter(isWanted).forEach(it -> hit.accept(ordinals.kept(it)));
            read += part.hits().size();
            if (read >= first.paragraphs()) {
                break;
            }
            progress.stopIfCancelled();
            part = search.search(query.withOffset(read));
        }
        return first;
    }

    /// Tells equal paragraphs of one report apart.
    private static final class Ordinals {
        private final Map<String, Integer> met = new HashMap<>();
        private String report = "";

        Kept kept(SearchAnswer.Hit hit) {
            if (!hit.report().equals(report)) {
                report = hit.report();
                met.clear();
            }
            Kept first = Kept.of(hit, 1);
            int ordinal = met.merge(first.anchor().hash(), 1, Integer::sum);
            return ordinal == 1 ? first : Kept.of(hit, ordinal);
        }
    }
}
