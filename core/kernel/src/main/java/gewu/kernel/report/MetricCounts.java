package gewu.kernel.report;

import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.store.Store;
import java.util.List;

/// How often the newest versions of all reports state each indicator, kept beside the figures: what a report states is
/// taken off before its figures or its newest version change, and put on again behind, in the same transaction.
final class MetricCounts {
    private static final String COUNT = """
            INSERT INTO metric_count (canonical, open, figures, reports)
            SELECT m.canonical, CASE WHEN m.canonical = '' THEN m.indicator ELSE '' END, ? * COUNT(*), ?
              FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
             WHERE m.report = ?
             GROUP BY m.canonical, CASE WHEN m.canonical = '' THEN m.indicator ELSE '' END
            ON CONFLICT (canonical, open) DO UPDATE
               SET figures = metric_count.figures + excluded.figures, reports = metric_count.reports + excluded.reports""";
    private static final String WORD = """
            INSERT INTO metric_wording (canonical, wording, figures)
            SELECT m.canonical, m.indicator, ? * COUNT(*)
              FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
             WHERE m.report = ? AND m.canonical <> ''
             GROUP BY m.canonical, m.indicator
            ON CONFLICT (canonical, wording) DO UPDATE SET figures = metric_wording.figures + excluded.figures""";
    private static final String ALL = """
            SELECT c.canonical AS canonical, c.figures AS figures, c.reports AS reports,
                   CASE WHEN c.canonical = '' THEN c.open
                        ELSE (SELECT MAX(w.wording) FROM metric_wording w
                               WHERE w.canonical = c.canonical AND w.figures > 0) END AS wording
              FROM metric_count c
             WHERE c.figures > 0
             ORDER BY c.figures DESC, 1, 4""";

    private final Store store;

    MetricCounts(Store store) {
        this.store = store;
    }

    /// Changes the figures of a report, or which of its versions is the newest, and counts what it states then.
    void around(String report, Runnable change) {
        store.inTransaction(() -> {
            count(report, -1);
            change.run();
            count(report, 1);
        });
    }

    /// The most frequent first.
    List<IndicatorCount> all() {
        return store.query(
                ALL,
                row -> new IndicatorCount(
                        row.text("canonical"), row.text("wording"), row.number("figures"), row.number("reports")));
    }

    private void count(String report, int by) {
        store.update(COUNT, by, by, report);
        store.update(WORD, by, report);
    }
}
