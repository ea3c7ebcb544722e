package gewu.kernel.report;

import gewu.api.report.Report;
import gewu.api.store.Store;
import java.util.List;

/// Writes what plugins read from a report. Amounts are kept as decimal text, confidence in basis points.
public final class FindingTable {
    private static final String ADD_REMARK = """
            INSERT INTO intake_remark (report, version, number, plugin, extension, words) VALUES (?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final MetricTable metrics;
    private final ProblemTable problems;

    public FindingTable(Store store) {
        this.store = store;
        this.metrics = new MetricTable(store);
        this.problems = new ProblemTable(store);
    }

    /// Keeps all findings of a version. Call it in the transaction that keeps the version.
    public void keep(Report report, List<Finding> findings) {
        int remarks = 0;
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Metrics(var owner, var metrics) ->
                    this.metrics.keep(report.id(), report.version(), owner, metrics);
                case Finding.Problems(var owner, var found) ->
                    this.problems.keep(report.id(), report.version(), owner, found);
                case Finding.Remark(var owner, var words) -> {
                    remarks++;
                    store.update(
                            ADD_REMARK,
                            report.id(),
                            report.version(),
                            remarks,
                            owner.plugin(),
                            owner.extension(),
                            words);
                }
            }
        }
    }

    static int basisPoints(double confidence) {
        return (int) Math.round(confidence * 10_000);
    }
}
