package gewu.metrics;

import gewu.api.report.Report;
import gewu.metrics.audit.Audit;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Characters a second on one core: reading all figures of generated reports, reading and auditing them, and beside it,
/// in the same run, a bare regular expression that only finds numbers.
///
/// `-Dgewu.reports=1000` is the usual number; the first round warms up, the best of the others is told.
@Tag("bench")
final class ExtractionBenchmark {
    private static final int REPORTS =
            Integer.getInteger("gewu.reports", Boolean.getBoolean("gewu.long") ? 1_000 : 300);
    private static final int ROUNDS = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void readingAndAuditingFiguresBesideFindingNumbers() {
        ReportGenerator generator = new ReportGenerator(5);
        List<Report> reports = IntStream.range(0, REPORTS)
                .mapToObj(i -> SampleReport.of("r" + i, generator.report(i)))
                .toList();
        long characters = reports.stream().mapToLong(it -> it.text().length()).sum();
        GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        Audit audit = new Audit(Pack.own());
        System.out.printf(
                Locale.ROOT,
                "%d reports, %d characters: figures %s; figures and their checks %s; bare numbers %s%n",
                REPORTS,
                characters,
                best(reports, characters, it -> extractor.extract(it).size()),
                best(
                        reports,
                        characters,
                        it -> audit.of(it, extractor.extract(it)).size()),
                best(reports, characters, ExtractionBenchmark::numbers));
    }

    private static int numbers(Report report) {
        return (int) NUMBER.matcher(report.text()).results().count();
    }

    private static String best(List<Report> reports, long characters, ToIntFunction<Report> reading) {
        double best = Double.MAX_VALUE;
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            found = reports.stream().mapToLong(reading::applyAsInt).sum();
            double seconds = (System.nanoTime() - begin) / 1e9;
            best = round == 0 ? best : Math.min(best, seconds);
        }
        return String.format(Locale.ROOT, "%d found, %,.0f characters/s", found, characters / best);
    }
}
