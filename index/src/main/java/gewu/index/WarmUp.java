package gewu.index;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Upkeep;
import java.util.List;
import java.util.Optional;

/// Searches a few times when the workbench opens: the first search over 20,000 reports takes ten times as long as the
/// next ones, and nobody has to be the one who waits for it.
final class WarmUp implements Upkeep {
    /// Words that stand in nearly every report.
    private static final List<String> WORDS = List.of("绩效", "资金", "项目 完成", "\"绩效目标\"");

    private static final int HITS = 20;

    private final ReportSearch search;

    WarmUp(ReportSearch search) {
        this.search = search;
    }

    @Override
    public Optional<Label> run(Progress progress) {
        for (String words : WORDS) {
            progress.stopIfCancelled();
            search.search(SearchQuery.of(words).withLimit(HITS).withFacets());
        }
        search.suggest("绩效", HITS);
        return Optional.empty();
    }
}
