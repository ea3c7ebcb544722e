package gewu.metrics;

import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.kernel.intake.KeptMetrics;
import gewu.kernel.report.Origin;
import gewu.kernel.report.ReportTable;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.metrics.correct.CorrectedMetrics;
import gewu.testkit.GivenExtensions;
import gewu.testkit.RecordedOutput;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// A real store with reports and the figures that are read from them, by an extractor that can become another edition.
public final class SmallHouse implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

    public final SqliteStore store;
    public final StoredReports reports;
    public final KeptMetrics metrics;
    public final CorrectedMetrics corrected;
    private final Reader reader = new Reader();

    private SmallHouse(SqliteStore store) {
        this.store = store;
        this.reports = new StoredReports(store);
        this.metrics = new KeptMetrics(
                store,
                reports,
                new GivenExtensions().with(MetricExtractor.class, "figures", Map.of(), reader),
                _ -> "1.0.0");
        this.corrected = new CorrectedMetrics(metrics, reports, store, CLOCK);
    }

    public static SmallHouse in(Path folder) {
        SqliteStore store = SqliteStore.open(folder.resolve("gewu.db"), false, CLOCK);
        String file = "tables/1-corrections.sql";
        try (InputStream script = Objects.requireNonNull(SmallHouse.class.getResourceAsStream("/" + file))) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            store.migrate("metrics", List.of(new Script(file, sql)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new SmallHouse(store);
    }

    private static final class Reader implements MetricExtractor {
        private final GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        private UnaryOperator<List<Metric>> turn = UnaryOperator.identity();
        private String edition = "1";

        @Override
        public List<Metric> extract(Report report) {
            return turn.apply(extractor.extract(report));
        }

        @Override
        public String edition() {
            return edition;
        }
    }

    /// Brings in a report whose paragraphs are these lines; one that is there gets a new version.
    public void bringIn(String id, String org, int year, String... lines) {
        int version = reports.find(id).map(it -> it.version() + 1).orElse(1);
        ReportFacts facts = new ReportFacts(org + year + "年自评报告", org, "青禾县", year, ReportKind.WHOLE_DEPARTMENT);
        Report report = SampleReport.of(id, version, facts, String.join("\n", lines));
        Origin origin = new Origin(
                "报告/" + id + ".txt",
                "/报告/" + id + ".txt",
                id + version,
                report.text().length(),
                "text/plain",
                CLOCK.instant(),
                "text",
                "1.0.0");
        store.inTransaction(() -> new ReportTable(store).keep(report, facts, origin, List.of()));
        metrics.readAgain(Progress.NONE);
    }

    /// The extractor becomes another edition, which reads all reports again.
    public void become(String edition, UnaryOperator<List<Metric>> turn) {
        reads(edition, turn);
        metrics.readAgain(Progress.NONE);
    }

    /// The extractor becomes another edition, which has read nothing yet.
    public void reads(String edition, UnaryOperator<List<Metric>> turn) {
        reader.edition = edition;
        reader.turn = turn;
    }

    /// What a program is answered; words that begin with `--` are options, each with a value behind `=`.
    public static List<DataRow> rows(Command command, String... words) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command.run(call(words), output);
        return output.rows();
    }

    public static CommandCall call(String... words) {
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        for (String word : words) {
            int value = word.indexOf('=');
            if (word.startsWith("--") && value > 0) {
                options.put(word.substring(0, value), List.of(word.substring(value + 1)));
            } else {
                arguments.add(word);
            }
        }
        return new CommandCall(arguments, options);
    }

    @Override
    public void close() {
        store.close();
    }
}
