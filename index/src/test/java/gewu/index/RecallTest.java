package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Report;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every paragraph that holds the words is found, and no other; all totals and marks are those of a reader who misses
/// nothing.
class RecallTest {
    private static final List<String> EVERYDAY =
            List.of("信访", "政府", "会议", "接待费", "1805.99", "“过紧日子”", "三公经费", "公务接待费", "的", "局", "，", "2021", "%", "一");

    @TempDir
    private Path folder;

    private final List<Report> reports = new ArrayList<>();
    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void findsEverydayWordsAsABruteForceScanDoes() throws IOException {
        keepOwnTexts();
        agree(EVERYDAY);
    }

    @Test
    void findsFiveHundredRandomPiecesOfOwnTexts() throws IOException {
        keepOwnTexts();
        agree(randomPieces(500));
    }

    @Test
    void findsFiveHundredRandomPiecesOfGeneratedReports() {
        new ReportGenerator(7).reports(40).forEach(it -> keep(it.name(), it.text()));
        agree(EVERYDAY);
        agree(randomPieces(500));
    }

    @Test
    void findsFiveHundredRandomPiecesOfRealReports() throws IOException {
        Path seeds = Path.of(System.getProperty("gewu.root", "."), "..", "shared", "seeds");
        Assumptions.assumeTrue(Files.isDirectory(seeds), "No real reports here: their recall is not measured.");
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path file : files.sorted().toList()) {
                keep(file.getFileName().toString(), Files.readString(file));
            }
        }
        agree(EVERYDAY);
        agree(randomPieces(500));
        assertThat(all("三公经费").occurrences()).isGreaterThanOrEqualTo(5);
    }

    private void keepOwnTexts() throws IOException {
        keep("甲", Files.readString(Path.of("src/test/resources/gewu/index/own-report.txt")));
    }

    private void keep(String id, String text) {
        Report report = SampleReport.of(id, text);
        house.shelf().put(report);
        reports.add(report);
    }

    private SearchAnswer all(String words) {
        return house.index().search(SearchQuery.of(words).withLimit(1_000_000));
    }

    private void agree(List<String> questions) {
        BruteForce scan = new BruteForce(reports);
        questions.forEach(words -> agrees(words, scan));
    }

    private void agrees(String words, BruteForce scan) {
        SearchAnswer answer = all(quoted(words));
        List<BruteForce.Hit> found = answer.hits().stream()
                .map(hit -> new BruteForce.Hit(hit.report(), hit.paragraph(), hit.marks()))
                .toList();
        List<BruteForce.Hit> expected = scan.find(words);
        assertThat(found).as(words).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer.paragraphs()).as(words).isEqualTo(expected.size());
        assertThat(answer.reports())
                .as(words)
                .isEqualTo(
                        expected.stream().map(BruteForce.Hit::report).distinct().count());
        assertThat(answer.occurrences())
                .as(words)
                .isEqualTo(
                        expected.stream().mapToLong(hit -> hit.marks().size()).sum());
        for (SearchAnswer.Hit hit : answer.hits()) {
            for (Mark mark : hit.marks()) {
                String marked = hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start());
                assertThat(withoutCommas(marked)).as(words).isEqualTo(withoutCommas(words));
            }
        }
    }

    /// Whether a comma parts thousands depends on digits outside the mark.
    private static String withoutCommas(String words) {
        return BruteForce.fold(words).replace(",", "");
    }

    /// Quotation marks keep spaces, bars and dashes from being signs; those of a piece itself need none.
    private static String quoted(String words) {
        return words.indexOf('"') < 0 ? '"' + words + '"' : words.replaceAll("[\\s|-]", "");
    }

    private List<String> randomPieces(int count) {
        Random random = new Random(20_261_120);
        List<String> pieces = new ArrayList<>();
        while (pieces.size() < count) {
            Report report = reports.get(random.nextInt(reports.size()));
            String text = CleanText.of(report.text(), 0, report.text().length()).text();
            int size = 2 + random.nextInt(5);
            int at = random.nextInt(text.length() - size);
            String piece = text.substring(at, at + size);
            if (!BruteForce.fold(piece).isEmpty()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
