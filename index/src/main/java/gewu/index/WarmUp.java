package gewu.index;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Upkeep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Searches a few times when the workbench opens: the first search over 20,000 reports takes ten times as long as the
/// next ones, and nobody has to be the one who waits for it.
final class WarmUp implements Upkeep {
    /// Words that stand in nearly every report.
    private static final List<String> WORDS = List.of("绩效", "资金", "项目 完成", "\"绩效目标\"", "预算支出", "管理制度", "工作", "部门 单位");

    private static final int HITS = 20;

    /// Longer than this nobody's processor is kept busy; searches are quick by then, or won't become so.
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private static final Duration QUICK = Duration.ofMillis(300);

    private final ReportSearch search;

    WarmUp(ReportSearch search) {
        this.search = search;
    }

    @Override
    public Optional<Label> run(Progress progress) {
        search.suggest("绩效", HITS);
        long begun = System.nanoTime();
        long round;
        do {
            round = System.nanoTime();
            for (String words : WORDS) {
                progress.stopIfCancelled();
                search.search(SearchQuery.of(words).withLimit(HITS).withFacets().folded(true));
            }
        } while (System.nanoTime() - round > QUICK.toNanos() && System.nanoTime() - begun < AT_MOST.toNanos());
        return Optional.empty();
    }
}
