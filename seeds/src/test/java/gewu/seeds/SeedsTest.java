package gewu.seeds;

import static gewu.seeds.Seeds.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.seeds.Seeds.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the tables to the texts; nothing here needs the workbench.
class SeedsTest {
    private static final Set<String> ROLES = Set.of(
            "overview",
            "budget",
            "project",
            "assets",
            "supervision",
            "performance",
            "experience",
            "problems",
            "causes",
            "remedies",
            "result_use",
            "other");
    private static final Set<String> KINDS =
            Set.of("level", "change_abs", "change_pct", "change_pp", "share", "score", "rank", "target");
    private static final String MARKS = "“”\"'‘’「」『』()[]〔〕【】<>《》〈〉";

    static Stream<Sample> samples() {
        return Seeds.samples().stream();
    }

    @Test
    void everyReportHasItsTablesAndEveryTableItsReport() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of("reports.tsv"));
        for (Sample sample : Seeds.samples()) {
            for (String about : List.of("outline", "figures", "problems", "pages", "checks", "metrics")) {
                expected.add(sample.name() + "." + about + ".tsv");
            }
            if (!sample.name().startsWith("004")) {
                expected.add(sample.name() + ".tables.tsv");
            }
        }

        assertThat(names(ROOM.resolve("expected"))).isEqualTo(expected);
        assertThat(names(ROOM.resolve("reports")))
                .isEqualTo(new TreeSet<>(
                        samples().map(sample -> sample.name() + ".txt").toList()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsInTheNamedEncodingWithoutALoss(Sample sample) {
        assertThat(sample.text())
                .hasSize(Integer.parseInt(sample.facts().get("characters")))
                .doesNotContain("\ufffd");
        assertThat(sample.text())
                .contains(sample.facts().get("region"))
                .contains(sample.facts().get("org"));
        assertThat(sample.text()).contains(sample.facts().get("year"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void headingsStandInTheTextInOrderAndNest(Sample sample) {
        String text = plain(sample.text(), "");
        int at = 0;
        int above = 0;
        for (Map<String, String> row : sample.table("outline")) {
            String words = plain(row.get("label") + row.get("heading"), "");
            int found = text.indexOf(words, at);
            int level = Integer.parseInt(row.get("level"));

            assertThat(found).as(words).isNotNegative();
            assertThat(level).as(words).isBetween(1, above + 1);
            assertThat(ROLES).as(words).contains(row.get("role").split("\\|"));
            assertThat(row.get("reader")).isIn("must", "may");
            at = found + 1;
            above = level;
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void figuresStandInTheirFragmentsAndTheseInTheText(Sample sample) {
        for (Map<String, String> row : sample.table("figures")) {
            String fragment = row.get("fragment");

            assertThat(sample.text()).contains(fragment);
            assertThat(fragment).contains(row.get("value"));
            assertThat(plain(fragment, "")).contains(plain(row.get("unit"), ""));
            assertThat(row.get("period")).matches("\\d{4}(-\\d\\d-\\d\\d(/\\d{4}-\\d\\d-\\d\\d)?)?");
            assertThat(KINDS).contains(row.get("kind"));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void problemsCausesAndRemediesStandInTheTextAndLinksNameThem(Sample sample) {
        Set<String> known = new HashSet<>();
        List<Map<String, String>> rows = sample.table("problems");
        rows.stream().filter(row -> !row.get("what").equals("link")).forEach(row -> known.add(row.get("id")));

        for (Map<String, String> row : rows) {
            switch (row.get("what")) {
                case "problem", "remedy" -> assertThat(sample.text()).contains(row.get("fragment"));
                case "cause" -> {
                    assertThat(sample.text()).contains(row.get("fragment"));
                    assertThat(known).contains(row.get("of"));
                }
                case "link" -> {
                    assertThat(known).contains(row.get("id"), row.get("of"));
                    assertThat(row.get("fragment")).isIn("strong", "partial");
                }
                default -> assertThat(row.get("what")).isIn("problem", "cause", "remedy", "link");
            }
        }
    }

    @Test
    void queriesAreCountedRight() {
        List<String> texts =
                samples().map(sample -> plain(sample.text(), MARKS)).toList();

        for (Map<String, String> row : Seeds.rows(ROOM.resolve("queries.tsv"))) {
            String query = plain(row.get("query"), MARKS);
            List<Integer> counts =
                    texts.stream().map(text -> occurrences(text, query)).toList();

            assertThat(counts.stream().filter(count -> count > 0))
                    .as(row.get("query"))
                    .hasSize(Integer.parseInt(row.get("reports")));
            assertThat(counts.stream().mapToInt(Integer::intValue).sum())
                    .as(row.get("query"))
                    .isEqualTo(Integer.parseInt(row.get("occurrences")));
        }
    }

    @Test
    void everySampleIsThereInEachFormat() throws IOException {
        for (String format : List.of("pdf", "docx", "doc", "odt", "rtf", "web")) {
            assertThat(names(ROOM.resolve("formats").resolve(format))).hasSizeBetween(4, 5);
        }
        assertThat(names(ROOM.resolve("formats"))).contains("scan", "mhtml");
        for (Sample sample : Seeds.samples()) {
            try (Stream<Path> files = Files.walk(ROOM.resolve("formats"))) {
                assertThat(files.filter(it -> it.getFileName().toString().startsWith(sample.name() + ".")))
                        .hasSizeGreaterThanOrEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyCharacterOfTheTextStandsInItsManuscriptInOrder(Sample sample) {
        StringBuilder typed = new StringBuilder();
        Manuscript.of(sample).blocks().forEach(block -> {
            switch (block) {
                case Manuscript.Words words -> typed.append(words.words());
                case Manuscript.Grid grid -> grid.cells().forEach(cell -> typed.append(cell.words()));
            }
        });

        assertThat(plain(typed.toString(), "")).startsWith(plain(sample.text(), ""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTableOfPagesHasEveryPlaceOfEveryQuery(Sample sample) {
        List<String> expected = Occurrence.all(Manuscript.of(sample)).stream()
                .map(it -> it.query() + " " + it.number() + " " + it.breaks())
                .toList();

        assertThat(sample.table("pages").stream()
                        .map(row -> row.get("query") + " " + row.get("occurrence") + " " + row.get("breaks")))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theCellsOfATableFillItWithoutOverlap(Sample sample) {
        for (Manuscript.Block block : Manuscript.of(sample).blocks()) {
            if (block instanceof Manuscript.Grid grid) {
                assertThat(grid.cells().stream()
                                .mapToInt(it -> it.rows() * it.columns())
                                .sum())
                        .isEqualTo(grid.rows() * grid.columns());
            }
        }
    }

    @Test
    void sharesNoRunOfTwentyChineseCharactersWithARealReport() throws IOException {
        Path real = ROOM.resolve("../../shared/seeds");
        Assumptions.assumeTrue(
                Files.isDirectory(real), "The real reports are not at hand; the comparison with them is skipped.");
        Set<String> runs = new HashSet<>();
        for (String name : names(real)) {
            String han = Files.readString(real.resolve(name)).replaceAll("\\P{IsHan}", "");
            for (int i = 0; i + 20 <= han.length(); i++) {
                runs.add(han.substring(i, i + 20));
            }
        }
        List<String> shared = new ArrayList<>();
        for (Sample sample : Seeds.samples()) {
            String han = sample.text().replaceAll("\\P{IsHan}", "");
            for (int i = 0; i + 20 <= han.length(); i++) {
                if (runs.contains(han.substring(i, i + 20))) {
                    shared.add(sample + ": " + han.substring(i, i + 20));
                }
            }
        }

        assertThat(shared).isEmpty();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static int occurrences(String text, String words) {
        int count = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
            count++;
        }
        return count;
    }

    /// Without white space and `marks`, all widths folded.
    private static String plain(String text, String marks) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            char folded = c >= '！' && c <= '～' ? (char) (c - 0xfee0) : c;
            if (!Character.isWhitespace(folded) && folded != '\u3000' && marks.indexOf(folded) < 0) {
                plain.append(folded);
            }
        }
        return plain.toString();
    }
}
