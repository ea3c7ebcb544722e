package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Section;
import gewu.api.report.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The outlines of the sample reports are those that a careful reader expects; see the README of the seeds.
class SeedOutlinesTest {
    private static final Path SEEDS = Path.of(System.getProperty("gewu.root", "../.."), "seeds");

    /// A heading as expected or as found: depth, words with numbering, and the roles that are right.
    private record Line(int depth, String words, List<String> roles, boolean isOptional) {
        boolean isFor(Line found) {
            boolean isNamed = isOptional
                    ? found.words.startsWith(words) || words.startsWith(found.words)
                    : words.equals(found.words);
            return isNamed && depth == found.depth && roles.containsAll(found.roles);
        }
    }

    static Stream<Path> outlines() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS.resolve("expected"))) {
            return files.filter(file -> file.toString().endsWith(".outline.tsv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("outlines")
    void findsEveryHeadingAndInventsNone(Path table) throws IOException {
        List<Line> found = found(table);
        List<Line> expected = expected(table);
        List<Line> missed = new ArrayList<>();
        int at = 0;
        for (Line line : expected) {
            if (at < found.size() && line.isFor(found.get(at))) {
                at++;
            } else if (!line.isOptional()) {
                missed.add(line);
                break;
            }
        }

        assertThat(missed)
                .as("next was found: %s", at < found.size() ? found.get(at) : "nothing")
                .isEmpty();
        assertThat(found.subList(at, found.size())).isEmpty();
    }

    private static List<Line> expected(Path table) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String row : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] cells = row.split("\t");
            lines.add(new Line(
                    Integer.parseInt(cells[0]),
                    plain(cells[1] + cells[2]),
                    List.of(cells[3].split("\\|")),
                    cells[4].equals("may")));
        }
        return lines;
    }

    private static List<Line> found(Path table) throws IOException {
        String name = table.getFileName().toString().replace(".outline.tsv", ".txt");
        byte[] bytes = Files.readAllBytes(SEEDS.resolve("reports").resolve(name));
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        String text = utf8.contains("\ufffd") ? new String(bytes, Charset.forName("GB18030")) : utf8;
        Outline outline = new HeadingSectioner().cut(SourceText.onePage(text.replace("\ufeff", "")));
        return outline.sections().stream()
                .map(section -> new Line(
                        depth(section, outline.sections()),
                        plain(section.label() + section.heading()),
                        List.of(section.role().id()),
                        false))
                .toList();
    }

    private static int depth(Section section, List<Section> sections) {
        return section.parent() == 0 ? 1 : 1 + depth(sections.get(section.parent() - 1), sections);
    }

    /// Without white space and the marks that end a heading.
    private static String plain(String words) {
        return CleanText.of(words).text().replace(" ", "").replaceAll("[。:*]+$", "");
    }
}
