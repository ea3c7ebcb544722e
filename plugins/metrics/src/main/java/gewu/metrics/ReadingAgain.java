package gewu.metrics;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.metric.Metrics;
import gewu.api.workbench.Upkeep;
import java.util.Optional;

/// Reads the figures of reports again that another edition of the extractors read, while the workbench is open.
/// What people corrected stays.
final class ReadingAgain implements Upkeep {
    private final Metrics metrics;

    ReadingAgain(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Optional<Label> run(Progress progress) {
        return metrics.outdated() == 0 ? Optional.empty() : Optional.of(told(metrics.readAgain(progress)));
    }

    /// What another reading changed, in a sentence, and what went wrong, in one each.
    static Label told(Metrics.ReadAgain news) {
        String faults = news.faults().isEmpty() ? "" : "\n" + String.join("\n", news.faults());
        return new Label(
                "重读了 " + news.reports() + " 份报告：" + news.same() + " 个数字不变，" + news.added() + " 个新增，" + news.gone()
                        + " 个不再认作指标，" + news.changed() + " 个读法有变。" + faults,
                news.reports() + " reports read again: " + news.same() + " figures as before, " + news.added()
                        + " new, " + news.gone() + " gone, " + news.changed() + " read otherwise." + faults);
    }
}
