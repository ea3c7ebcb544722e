package gewu.kernel.report;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.metric.MetricBrief;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.metric.StoredMetric;
import gewu.api.report.Passage;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The figures in the store, with who read them.
public final class MetricTable {
    private static final String ADD = """
            INSERT INTO metric (report, version, plugin, plugin_version, extension, number, indicator, canonical, period,
                value, unit, amount, amount_unit, page, start_at, end_at, confidence, why, id, subject, dimension, qualifier,
                kind, basis, scope, direction, of_metric, base_metric, base_period, issue, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REMOVE =
            "DELETE FROM metric WHERE report = ? AND version = ? AND plugin = ? AND extension = ?";
    private static final String FORGET_READING =
            "DELETE FROM metric_reading WHERE report = ? AND version = ? AND plugin = ? AND extension = ?";
    private static final String ADD_READING =
            "INSERT INTO metric_reading (report, version, plugin, extension, edition) VALUES (?, ?, ?, ?, ?)";
    private static final String COLUMNS = """
            SELECT m.*, r.org AS org, r.year AS year
              FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
            """;
    private static final char BETWEEN = '\u001f';

    /// All columns of a brief in one: asked for one by one, telling them takes several times as long as finding them.
    private static final String BRIEF = """
            SELECT concat_ws('%1$c', m.report, m.id, replace(r.org, '%1$c', ' '), r.year, m.period, m.basis,
                   replace(m.scope, '%1$c', ' '), m.amount, m.amount_unit, m.value, m.confidence, m.page, m.start_at,
                   m.end_at) AS brief
              FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
             WHERE m.canonical = ? AND m.kind = ? AND m.amount <> ''""".formatted(BETWEEN);
    private static final String IN_PLACE = " ORDER BY m.start_at, m.number";
    private static final String OUTDATED = """
            SELECT r.id FROM report r LEFT JOIN metric_reading m
                ON m.report = r.id AND m.version = r.version AND m.plugin = ? AND m.extension = ? AND m.edition = ?
             WHERE m.report IS NULL ORDER BY r.id""";

    private final Store store;
    private final MetricCounts counts;

    public MetricTable(Store store) {
        this.store = store;
        this.counts = new MetricCounts(store);
    }

    /// Keeps what an extractor read from a version, in place of what it read before.
    public void keep(String report, int version, Finding.Owner owner, List<Metric> metrics) {
        counts.around(report, () -> replace(report, version, owner, metrics));
    }

    private void replace(String report, int version, Finding.Owner owner, List<Metric> metrics) {
        store.update(REMOVE, report, version, owner.plugin(), owner.extension());
        store.update(FORGET_READING, report, version, owner.plugin(), owner.extension());
        store.update(ADD_READING, report, version, owner.plugin(), owner.extension(), owner.pluginVersion());
        int number = 0;
        for (Metric metric : metrics) {
            number++;
            add(report, version, owner, number, metric);
        }
    }

    private void add(String report, int version, Finding.Owner owner, int number, Metric metric) {
        Passage passage = metric.passage();
        store.update(
                ADD,
                report,
                version,
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
                FindingTable.basisPoints(metric.confidence()),
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
                metric.issue(),
                passage.text());
    }

    /// What one extractor read from the newest version of a report.
    public List<Metric> of(String report, Finding.Owner owner) {
        return store.query(
                COLUMNS + " WHERE m.report = ? AND m.plugin = ? AND m.extension = ?" + IN_PLACE,
                MetricTable::metric,
                report,
                owner.plugin(),
                owner.extension());
    }

    public List<Metric> of(String report) {
        return store.query(COLUMNS + " WHERE m.report = ?" + IN_PLACE, MetricTable::metric, report);
    }

    public void forEach(MetricFilter filter, Consumer<StoredMetric> each) {
        Condition condition = Condition.of(filter);
        store.forEach(
                COLUMNS + condition.where() + " ORDER BY r.org, r.year, r.id, m.start_at, m.number",
                row -> each.accept(new StoredMetric(
                        metric(row),
                        row.text("org"),
                        (int) row.number("year"),
                        row.text("plugin"),
                        row.text("plugin_version"))),
                condition.arguments());
    }

    /// One figure of the newest version of a report.
    public Optional<Metric> find(String report, String id) {
        return store.first(COLUMNS + " WHERE m.report = ? AND m.id = ?" + IN_PLACE, MetricTable::metric, report, id);
    }

    public void briefly(String indicator, Kind kind, ReportFilter reports, Consumer<MetricBrief> each) {
        Condition condition = Condition.of(reports);
        store.forEach(
                BRIEF + condition.and(),
                row -> each.accept(brief(new Cells(row.text("brief")))),
                condition.behind(indicator, kind.id()));
    }

    private static MetricBrief brief(Cells cells) {
        return new MetricBrief(
                cells.next(),
                cells.next(),
                cells.next(),
                cells.number(),
                cells.next(),
                cells.next(),
                cells.next(),
                new BigDecimal(cells.next()),
                cells.next(),
                cells.next(),
                cells.number() / 10_000.0,
                cells.number(),
                cells.number(),
                cells.number());
    }

    /// The columns of a brief, one after another.
    private static final class Cells {
        private final String all;
        private int at;

        Cells(String all) {
            this.all = all;
        }

        String next() {
            int end = all.indexOf(BETWEEN, at);
            String cell = all.substring(at, end < 0 ? all.length() : end);
            at += cell.length() + 1;
            return cell;
        }

        int number() {
            return Integer.parseInt(next());
        }
    }

    public List<IndicatorCount> indicators(MetricFilter filter) {
        return filter.equals(MetricFilter.ALL) ? counts.all() : counted(filter);
    }

    /// Counts one by one.
    List<IndicatorCount> counted(MetricFilter filter) {
        Condition condition = Condition.of(filter);
        return store.query(
                """
                SELECT m.canonical AS canonical, MAX(m.indicator) AS wording, COUNT(*) AS figures,
                       COUNT(DISTINCT m.report) AS reports
                  FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
                """ + condition.where() + """
                         GROUP BY m.canonical, CASE WHEN m.canonical = '' THEN m.indicator ELSE '' END
                         ORDER BY COUNT(*) DESC, m.canonical, MAX(m.indicator)""",
                row -> new IndicatorCount(
                        row.text("canonical"), row.text("wording"), row.number("figures"), row.number("reports")),
                condition.arguments());
    }

    /// The reports whose newest version this edition of an extractor has not read.
    public List<String> outdated(Finding.Owner owner) {
        return store.query(OUTDATED, row -> row.text("id"), owner.plugin(), owner.extension(), owner.pluginVersion());
    }

    /// Conditions in SQL and what stands for their question marks.
    private record Condition(List<String> parts, List<@Nullable Object> values) {
        static Condition of(MetricFilter filter) {
            List<String> parts = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            if (!filter.indicator().isEmpty()) {
                // The id itself and what begins with it and a point: '/' comes right behind '.'.
                parts.add("(m.canonical = ? OR m.canonical > ? AND m.canonical < ?)");
                values.add(filter.indicator());
                values.add(filter.indicator() + ".");
                values.add(filter.indicator() + "/");
            }
            if (!filter.wording().isEmpty()) {
                parts.add("m.indicator LIKE ? ESCAPE '\\'");
                values.add(StoredReports.containing(filter.wording()));
            }
            filter.kind().ifPresent(kind -> {
                parts.add("m.kind = ?");
                values.add(kind.id());
            });
            Condition reports = of(filter.reports());
            parts.addAll(reports.parts());
            values.addAll(reports.values());
            return new Condition(parts, values);
        }

        static Condition of(ReportFilter reports) {
            List<String> parts = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            if (!reports.org().isEmpty()) {
                parts.add("r.org LIKE ? ESCAPE '\\'");
                values.add(StoredReports.containing(reports.org()));
            }
            if (reports.from() > 0 || reports.to() > 0) {
                parts.add("r.year >= ? AND r.year <= ?");
                values.add(Math.max(1, reports.from()));
                values.add(reports.to() == 0 ? Integer.MAX_VALUE : reports.to());
            }
            reports.kind().map(ReportKind::id).ifPresent(kind -> {
                parts.add("r.kind = ?");
                values.add(kind);
            });
            return new Condition(parts, values);
        }

        String where() {
            return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
        }

        String and() {
            return parts.isEmpty() ? "" : " AND " + String.join(" AND ", parts);
        }

        @Nullable
        Object[] arguments() {
            return values.toArray();
        }

        /// The arguments behind others.
        @Nullable
        Object[] behind(String... first) {
            List<@Nullable Object> all = new ArrayList<>(List.of(first));
            all.addAll(values);
            return all.toArray();
        }
    }

    private static Metric metric(Row row) {
        String amount = row.text("amount");
        int start = (int) row.number("start_at");
        String words = row.text("words");
        return new Metric(
                row.text("id"),
                row.text("indicator"),
                row.text("canonical"),
                row.text("subject"),
                row.text("period"),
                row.text("value"),
                row.text("unit"),
                amount.isEmpty() ? null : new BigDecimal(amount),
                row.text("amount_unit"),
                row.text("dimension"),
                row.text("qualifier"),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("basis"),
                row.text("scope"),
                direction(row.text("direction")),
                row.text("of_metric"),
                new Base(row.text("base_metric"), row.text("base_period")),
                new Passage(row.text("report"), (int) row.number("page"), start, start + words.length(), words),
                row.number("confidence") / 10_000.0,
                row.text("why"),
                row.text("issue"));
    }

    private static Direction direction(String id) {
        return id.isEmpty() ? Direction.NONE : Direction.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
