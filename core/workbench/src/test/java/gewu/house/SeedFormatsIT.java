package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Mark;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.report.Table;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.house.Seed.Cell;
import gewu.house.Seed.Heading;
import gewu.house.Seed.Place;
import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each sample in each of its formats gives what its text gives: the same outline, characters, hits and tables, and
/// passages on the right page and place. Each format is brought in by the distribution, into a workspace of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeedFormatsIT {
    private static final double SAME_TEXT = 0.99;
    private static final double SAME_RECOGNISED_TEXT = 0.97;
    private static final double LIKE_A_HEADING = 0.7;
    private static final double MOST_HEADINGS = 0.75;
    private static final double MOST_PLACES = 0.9;
    private static final double LEAST_INK = 0.03;

    /// Of a scan's rectangles, this share may stand more than a character beside its words.
    private static final double MISPLACED = 0.08;

    private static final String TEXT = "txt";

    @TempDir
    private static Path folder = Path.of("");

    private final Map<String, Shelf> shelves = new TreeMap<>();

    /// A file of `seeds/formats`.
    private record Sample(Path file, String format) {
        Seed seed() {
            return new Seed(file.getFileName().toString().replaceAll("\\.[a-z]+$", ""));
        }

        boolean isScan() {
            return format.equals("scan");
        }

        boolean hasFixedPages() {
            return isScan() || format.equals("pdf");
        }

        @Override
        public String toString() {
            return format + "/" + file.getFileName();
        }
    }

    /// The reports of one format.
    ///
    /// @param said  what became of each file, by its name
    /// @param found what each query found in all reports, asked once
    private record Shelf(
            TemporaryWorkbench bench, Map<String, String> said, Map<String, List<SearchAnswer.Hit>> found) {
        Report report(Seed seed) {
            String id = bench.house().reports().named(seed.name()).id();
            return bench.house().reports().find(id).orElseThrow();
        }

        /// The marks of a query in one report, in reading order.
        List<Mark> marks(String query, Report report) {
            return hits(query, report).stream()
                    .flatMap(it -> it.marks().stream())
                    .sorted(Comparator.comparingInt(Mark::start))
                    .toList();
        }

        List<SearchAnswer.Hit> hits(String query, Report report) {
            return found.computeIfAbsent(query, this::search).stream()
                    .filter(it -> it.report().equals(report.id()))
                    .toList();
        }

        private List<SearchAnswer.Hit> search(String query) {
            return bench.house()
                    .index()
                    .search(SearchQuery.of(query).withLimit(10_000))
                    .hits();
        }
    }

    @BeforeAll
    void bringEverythingIn() throws Exception {
        bringIn(TEXT, Seed.ROOM.resolve("reports"));
        try (Stream<Path> formats = Files.list(Seed.ROOM.resolve("formats"))) {
            for (Path format : formats.sorted().toList()) {
                bringIn(format.getFileName().toString(), format);
            }
        }
    }

    private void bringIn(String format, Path files) throws Exception {
        Path home = Files.createDirectories(folder.resolve(format));
        Distribution gewu = new Distribution(home.resolve("workspace"), home);
        Map<String, String> said = new HashMap<>();
        for (String row : gewu.call("import", files.toString(), "--json").out()) {
            said.put(row.replaceFirst(".*?\"file\":\"[^\"]*/([^/\"]+)\".*", "$1"), row);
        }
        Path plugins = Path.of(System.getProperty("gewu.root", "."), "target", "gewu", "plugins");
        shelves.put(
                format,
                new Shelf(TemporaryWorkbench.in(home).allPlugins(plugins).enter(), said, new HashMap<>()));
    }

    @AfterAll
    void close() {
        shelves.values().forEach(shelf -> shelf.bench().close());
    }

    static Stream<Sample> samples() throws IOException {
        Path formats = Seed.ROOM.resolve("formats");
        try (Stream<Path> files = Files.walk(formats)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(it -> new Sample(it, formats.relativize(it).getName(0).toString()))
                    .sorted(Comparator.comparing(Sample::toString))
                    .toList()
                    .stream();
        }
    }

    /// All but scans, whose headings and paragraphs may differ by a character here and there: they have their own
    /// tests.
    static Stream<Sample> typed() throws IOException {
        return samples().filter(it -> !it.isScan());
    }

    static Stream<Sample> scans() throws IOException {
        return samples().filter(Sample::isScan);
    }

    static Stream<Sample> samplesOfFixedPages() throws IOException {
        return samples().filter(Sample::hasFixedPages);
    }

    /// The sample as it was read; without the program or plugin that reads it, the test is skipped with what Gewu said.
    private Report read(Sample sample) {
        Shelf shelf = shelf(sample);
        String said = shelf.said().getOrDefault(sample.file().getFileName().toString(), "nothing");
        String why = said.replaceFirst(".*\"reason\":\"", "");
        Assumptions.assumeFalse(said.contains("\"state\":\"needs_ocr\""), () -> "Not recognised here: " + why);
        Assumptions.assumeFalse(said.contains("no importer for"), () -> "Not read yet: " + sample);
        assertThat(said).contains("\"state\":\"imported\"");
        return shelf.report(sample.seed());
    }

    private Shelf shelf(Sample sample) {
        return shelf(sample.format());
    }

    private Shelf shelf(String format) {
        return Objects.requireNonNull(shelves.get(format), format);
    }

    private Report text(Sample sample) {
        return shelf(TEXT).report(sample.seed());
    }

    @ParameterizedTest
    @MethodSource("typed")
    void theOutlineIsTheExpectedOne(Sample sample) {
        Report report = read(sample);
        List<Heading> found = outline(report);
        List<Heading> missed = new ArrayList<>();
        int at = 0;
        for (Heading heading : sample.seed().outline()) {
            if (at < found.size() && heading.isFor(found.get(at))) {
                at++;
            } else if (!heading.isOptional()) {
                missed.add(heading);
                break;
            }
        }

        assertThat(missed)
                .as("next was found: %s", at < found.size() ? found.get(at) : "nothing")
                .isEmpty();
        assertThat(found.subList(at, found.size())).isEmpty();
    }

    /// A numbering that was recognised wrongly (`(三)` as `人王)`) costs its heading; none is invented.
    @ParameterizedTest
    @MethodSource("scans")
    void mostHeadingsOfAScanAreFoundAndNoneIsInvented(Sample sample) {
        List<Heading> found = outline(read(sample));
        List<Heading> expected = sample.seed().outline();
        List<Heading> missed = new ArrayList<>();
        int at = 0;
        for (Heading heading : expected) {
            if (at < found.size() && Likeness.of(heading.words(), found.get(at).words()) >= LIKE_A_HEADING) {
                at++;
            } else if (!heading.isOptional()) {
                missed.add(heading);
            }
        }

        System.out.printf("%s: %d of %d headings found; missed: %s%n", sample, at, expected.size(), missed);
        assertThat(found.subList(at, found.size())).isEmpty();
        assertThat((double) at / expected.size()).isGreaterThanOrEqualTo(MOST_HEADINGS);
    }

    private static List<Heading> outline(Report report) {
        return report.sections().stream()
                .map(it -> new Heading(
                        report.pathTo(it.number()).size(),
                        words(it),
                        List.of(it.role().id()),
                        false))
                .toList();
    }

    private static String words(Section section) {
        return Seed.bare(section.label() + section.heading()).replaceAll("[。:*]+$", "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theCharactersAreThoseOfTheText(Sample sample) {
        String expected = Seed.bare(text(sample).text()) + sample.seed().annex();

        double likeness = Likeness.of(Seed.bare(read(sample).text()), expected);

        System.out.printf("%s: %.2f %% of the characters are those of the text%n", sample, 100 * likeness);
        assertThat(likeness).isGreaterThanOrEqualTo(sample.isScan() ? SAME_RECOGNISED_TEXT : SAME_TEXT);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyQueryFindsEveryPlaceAndItsPage(Sample sample) {
        Report report = read(sample);
        Map<String, List<Place>> expected = sample.seed().places();
        List<String> wrong = new ArrayList<>();
        int places = 0;
        int found = 0;
        for (String query : Seed.queries()) {
            List<Place> should = expected.getOrDefault(query, List.of());
            List<Mark> marks = shelf(sample).marks(query, report);
            places += should.size();
            found += Math.min(marks.size(), should.size());
            if (marks.size() != should.size()) {
                wrong.add(query + ": " + marks.size() + " places instead of " + should.size());
                continue;
            }
            for (int i = 0; i < should.size(); i++) {
                int page = report.source().pageAt(marks.get(i).start());
                if (!isRightPage(page, should.get(i), sample)) {
                    wrong.add(query + " " + (i + 1) + ": page " + page + ", not as in " + should.get(i));
                }
            }
        }

        System.out.printf("%s: %d of %d places of queries found%n", sample, found, places);
        if (sample.isScan()) {
            assertThat((double) found / places).as(wrong.toString()).isGreaterThanOrEqualTo(MOST_PLACES);
            assertThat(wrong).noneMatch(it -> it.contains(": page "));
        } else {
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean isRightPage(int page, Place place, Sample sample) {
        return switch (sample.format()) {
            case "pdf", "scan" -> page == place.page();
            // LibreOffice notes the ends of pages that the author did not set only between paragraphs.
            case "odt" -> page > place.breaks() && page <= place.page();
            case "web", "mhtml" -> page == 1;
            default -> page == place.breaks() + 1;
        };
    }

    @ParameterizedTest
    @MethodSource("typed")
    void theParagraphsThatAQueryFindsAreThoseOfTheText(Sample sample) {
        Report report = read(sample);
        Report text = text(sample);
        String inTables = sample.seed().cells().stream().map(Cell::words).collect(Collectors.joining());
        List<String> missing = new ArrayList<>();
        for (String query : Seed.queries()) {
            List<String> found = paragraphs(shelf(sample).hits(query, report));
            paragraphs(shelf(TEXT).hits(query, text)).stream()
                    .filter(it -> !inTables.contains(it) && !found.contains(it))
                    .forEach(it -> missing.add(query + ": " + it));
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> paragraphs(List<SearchAnswer.Hit> hits) {
        return hits.stream().map(it -> Seed.bare(it.text())).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTablesComeOutCellByCell(Sample sample) {
        Report report = read(sample);
        Map<Integer, List<Cell>> expected = sample.seed().cells().stream()
                .filter(it -> it.row() > 0)
                .collect(Collectors.groupingBy(Cell::table, TreeMap::new, Collectors.toList()));
        List<List<Cell>> found =
                report.source().tables().stream().map(it -> cells(it, report)).toList();

        if (sample.isScan()) {
            // A character in a cell may be read wrongly; the cells are all there.
            assertThat(withoutWords(found)).isEqualTo(withoutWords(List.copyOf(expected.values())));
        } else {
            assertThat(found).containsExactlyElementsOf(expected.values());
        }
    }

    private static List<Cell> cells(Table table, Report report) {
        int heads = table.cells().stream()
                .filter(it -> it.head() && it.column() == table.columns())
                .mapToInt(it -> it.row() + it.rowSpan() - 1)
                .max()
                .orElse(0);
        return table.cells().stream()
                .map(it -> new Cell(
                        table.number(),
                        it.row(),
                        it.column(),
                        it.rowSpan(),
                        it.columnSpan(),
                        it.head() && it.row() <= heads,
                        Seed.bare(report.text().substring(it.start(), it.end()))))
                .toList();
    }

    private static List<Cell> withoutWords(List<List<Cell>> tables) {
        return tables.stream()
                .flatMap(List::stream)
                .map(it -> new Cell(it.table(), it.row(), it.column(), it.rows(), it.columns(), it.head(), ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samplesOfFixedPages")
    void theRectanglesOfEveryHitHoldItsWords(Sample sample) throws IOException {
        Report report = read(sample);
        // A recogniser is sure of a character's place to about the width of one.
        double slack = sample.isScan() ? 18 : 1.5;
        Path words = Seed.ROOM.resolve("formats/pdf").resolve(sample.file().getFileName());
        List<String> wrong = new ArrayList<>();
        int rectangles = 0;
        try (HitPages pages = new HitPages(sample.file(), words, slack)) {
            for (String query : Seed.queries()) {
                for (Mark mark : shelf(sample).marks(query, report)) {
                    for (HitPages.Seen seen :
                            pages.look(shelf(sample).bench().house().reports(), report, mark)) {
                        rectangles++;
                        boolean isThere = sample.isScan()
                                ? seen.words().contains(seen.should())
                                : seen.words().equals(seen.should());
                        if (!isThere || seen.ink() < LEAST_INK) {
                            wrong.add(mark.start() + ": " + seen);
                        }
                    }
                }
            }
            pages.write(Path.of("target", "hits", sample.format(), sample.seed().name()));
        }

        System.out.printf("%s: %d rectangles of hits, %d without their words%n", sample, rectangles, wrong.size());
        assertThat(rectangles).isPositive();
        assertThat(wrong).hasSizeLessThanOrEqualTo(sample.isScan() ? (int) (MISPLACED * rectangles) : 0);
    }
}
