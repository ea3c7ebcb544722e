package gewu.kernel.report;

import gewu.api.metric.Metric;
import gewu.api.problem.Findings;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.store.Store;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Writes what plugins read from a report. Amounts are kept as decimal text, confidence in basis points.
public final class FindingTable {
    private static final String ADD_METRIC = """
            INSERT INTO metric (report, version, plugin, plugin_version, extension, number, indicator, canonical, period,
                value, unit, amount, amount_unit, page, start_at, end_at, confidence, why, id, subject, dimension, qualifier,
                kind, basis, scope, direction, of_metric, base_metric, base_period, issue)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
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

    public FindingTable(Store store) {
        this.store = store;
    }

    /// Keeps all findings of a version. Call it in the transaction that keeps the version.
    public void keep(Report report, List<Finding> findings) {
        int remarks = 0;
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Metrics(var owner, var metrics) -> keepMetrics(report, owner, metrics);
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

    private void keepMetrics(Report report, Finding.Owner owner, List<Metric> metrics) {
        int number = 0;
        for (Metric metric : metrics) {
            number++;
            Passage passage = metric.passage();
            store.update(
                    ADD_METRIC,
                    report.id(),
                    report.version(),
                    owner.plugin(),
                    owner.pluginVersion(),
                    owner.extension(),
                    number,
                    metric.indicator(),
                    metric.canonical(),
                    metric.period(),
                    metric.value(),
                    metric.unit(),
                    metric.known().map(BigDecimal::toPlainString).orElse(""),
                    metric.amountUnit(),
                    passage.page(),
                    passage.start(),
                    passage.end(),
                    basisPoints(metric.confidence()),
                    metric.why(),
                    metric.id(),
                    metric.subject(),
                    metric.dimension(),
                    metric.qualifier(),
                    metric.kind().id(),
                    metric.basis(),
                    metric.scope(),
                    metric.direction().id(),
                    metric.of(),
                    metric.base().metric(),
                    metric.base().period(),
                    metric.issue());
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

    private static int basisPoints(double confidence) {
        return (int) Math.round(confidence * 10_000);
    }
}
