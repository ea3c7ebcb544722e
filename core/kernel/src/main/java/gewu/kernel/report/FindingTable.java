package gewu.kernel.report;

import gewu.api.problem.Findings;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.store.Store;
import java.util.List;
import java.util.Locale;

/// Writes what plugins read from a report. Amounts are kept as decimal text, confidence in basis points.
public final class FindingTable {
    private static final String ADD_PROBLEM = """
            INSERT INTO problem (report, version, plugin, plugin_version, extension, id, category, page, start_at, end_at,
                confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_CAUSE = """
            INSERT INTO cause (report, version, plugin, plugin_version, extension, id, problem, page, start_at, end_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_REMEDY = """
            INSERT INTO remedy (report, version, plugin, plugin_version, extension, id, page, start_at, end_at, confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_LINK = """
            INSERT INTO problem_remedy (report, version, plugin, plugin_version, extension, problem, remedy, strength, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_REMARK = """
            INSERT INTO intake_remark (report, version, number, plugin, extension, words) VALUES (?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final MetricTable metrics;

    public FindingTable(Store store) {
        this.store = store;
        this.metrics = new MetricTable(store);
    }

    /// Keeps all findings of a version. Call it in the transaction that keeps the version.
    public void keep(Report report, List<Finding> findings) {
        int remarks = 0;
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Metrics(var owner, var metrics) ->
                    this.metrics.keep(report.id(), report.version(), owner, metrics);
                case Finding.Problems(var owner, var problems) -> keepProblems(report, owner, problems);
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

    private void keepProblems(Report report, Finding.Owner owner, Findings found) {
        String id = report.id();
        int version = report.version();
        String plugin = owner.plugin();
        String by = owner.pluginVersion();
        String extension = owner.extension();
        for (Findings.Problem it : found.problems()) {
            Passage at = it.passage();
            store.update(
                    ADD_PROBLEM,
                    id,
                    version,
                    plugin,
                    by,
                    extension,
                    it.id(),
                    it.category(),
                    at.page(),
                    at.start(),
                    at.end(),
                    basisPoints(it.confidence()));
        }
        for (Findings.Cause it : found.causes()) {
            Passage at = it.passage();
            store.update(
                    ADD_CAUSE,
                    id,
                    version,
                    plugin,
                    by,
                    extension,
                    it.id(),
                    it.problem(),
                    at.page(),
                    at.start(),
                    at.end());
        }
        for (Findings.Remedy it : found.remedies()) {
            Passage at = it.passage();
            store.update(
                    ADD_REMEDY,
                    id,
                    version,
                    plugin,
                    by,
                    extension,
                    it.id(),
                    at.page(),
                    at.start(),
                    at.end(),
                    basisPoints(it.confidence()));
        }
        for (Findings.Link it : found.links()) {
            store.update(
                    ADD_LINK,
                    id,
                    version,
                    plugin,
                    by,
                    extension,
                    it.problem(),
                    it.remedy(),
                    it.strength().name().toLowerCase(Locale.ROOT),
                    it.why());
        }
    }

    static int basisPoints(double confidence) {
        return (int) Math.round(confidence * 10_000);
    }
}
