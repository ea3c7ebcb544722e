package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What similar paragraphs and the map of boilerplate cost over many reports, and beside it, in the same run, comparing
/// with every paragraph: all texts are in memory then, so that nothing but comparing is measured.
///
/// `-Dgewu.reports=20000` measures more than the usual number.
@Tag("bench")
final class CompareBenchmark {
    private static final int REPORTS =
            Integer.getInteger("gewu.reports", Boolean.getBoolean("gewu.long") ? 3_000 : 600);
    private static final int QUESTIONS = 40;
    private static final int BY_COMPARING_ALL = 4;
    private static final double LEAST = 0.6;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void costBesideComparingAll() throws Exception {
        try (SmallHouse house = new SmallHouse(folder)) {
            ReportGenerator generator = new ReportGenerator(11);
            house.store().inTransaction(() -> {
                for (int i = 0; i < REPORTS; i++) {
                    house.shelf().put(SampleReport.of(String.format(Locale.ROOT, "r%05d", i), generator.report(i)));
                }
            });
            Sheets sheets = house.sheets();
            double first = millis(() -> sheets.catchUp(Progress.NONE));
            house.shelf().put(SampleReport.of("r00042", generator.report(REPORTS + 1)));
            double again = millis(() -> sheets.catchUp(Progress.NONE));
            System.out.printf(
                    Locale.ROOT,
                    "%d reports: %.2f ms each to catch up, %.1f ms after one changed; tables %.2f MB a thousand reports%n",
                    REPORTS,
                    first / REPORTS,
                    again,
                    bytes(house) / 1e3 / REPORTS);

            SimilarFinder finder = new SimilarFinder(house.shelf(), sheets);
            List<Wording> asked = new ArrayList<>();
            for (int i = 0; asked.size() < QUESTIONS; i++) {
                Report report = house.shelf()
                        .find(String.format(Locale.ROOT, "r%05d", i * 37 % REPORTS))
                        .orElseThrow();
                paragraphs(report).stream().skip(5 + i % 7).findFirst().ifPresent(asked::add);
            }
            asked.forEach(it -> finder.find(List.of(it), Set.of(it.report().id()), LEAST, 10));
            List<Double> ours = new ArrayList<>();
            for (Wording one : asked) {
                ours.add(millis(
                        () -> finder.find(List.of(one), Set.of(one.report().id()), LEAST, 10)));
            }
            ours.sort(Double::compareTo);
            double half = ours.get(QUESTIONS / 2);
            double byAll = 0;
            int wanted = 0;
            int found = 0;
            for (Wording one : asked.subList(0, BY_COMPARING_ALL)) {
                Set<String> truth = new TreeSet<>();
                byAll += millis(() -> truth.addAll(byComparingAll(house, one)));
                Set<String> answer = new TreeSet<>();
                finder.find(List.of(one), Set.of(one.report().id()), LEAST, 100_000)
                        .getFirst()
                        .forEach(it -> answer.add(name(it.found())));
                assertThat(truth).containsAll(answer);
                wanted += truth.size();
                found += answer.size();
            }
            byAll /= BY_COMPARING_ALL;
            System.out.printf(
                    Locale.ROOT,
                    "similar, ten best: %.1f ms (p50), %.1f ms (p95); comparing with all %.0f ms; ratio %.4f; found %d of %d%n",
                    half,
                    ours.get(QUESTIONS * 95 / 100),
                    byAll,
                    half / byAll,
                    found,
                    wanted);

            Report whole = asked.getFirst().report();
            double ofReport = millis(() -> finder.find(paragraphs(whole), Set.of(whole.id()), LEAST, 10));
            double map = millis(() -> CopyMap.of(sheets.table(), house.shelf(), Optional.empty(), Progress.NONE));
            double one =
                    millis(() -> CopyMap.of(sheets.table(), house.shelf(), Optional.of(whole.id()), Progress.NONE));
            CopyMap made = CopyMap.of(sheets.table(), house.shelf(), Optional.empty(), Progress.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "all paragraphs of a report %.0f ms; the map of all %.0f ms (%d shared sentences), of one report %.0f ms%n",
                    ofReport,
                    map,
                    made.sharedSentences(),
                    one);
        }
    }

    private static List<Wording> paragraphs(Report report) {
        return report.paragraphs().stream()
                .filter(it -> !Sheet.isTable(report, it))
                .map(it -> Sheet.body(report, it))
                .filter(it -> it.size() >= Sheet.FEWEST_WORDS)
                .toList();
    }

    private static Set<String> byComparingAll(SmallHouse house, Wording asked) {
        Shingles shingles = Shingles.of(asked.tokens());
        Set<String> alike = new TreeSet<>();
        for (Report report : house.shelf().all()) {
            if (report.id().equals(asked.report().id())) {
                continue;
            }
            for (Paragraph paragraph : report.paragraphs()) {
                Wording wording = Sheet.body(report, paragraph);
                if (wording.size() >= Sheet.FEWEST_WORDS
                        && !Sheet.isTable(report, paragraph)
                        && shingles.likeness(Shingles.of(wording.tokens())) >= LEAST) {
                    alike.add(name(wording));
                }
            }
        }
        return alike;
    }

    private static String name(Wording wording) {
        return wording.report().id() + "/" + wording.paragraph().number();
    }

    private static long bytes(SmallHouse house) {
        return house.store()
                .first(
                        "SELECT (SELECT sum(length(sketches)) FROM compare_sketch)"
                                + " + (SELECT sum(length(sentences)) FROM compare_sentence) AS bytes",
                        row -> row.number("bytes"))
                .orElse(0L);
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
