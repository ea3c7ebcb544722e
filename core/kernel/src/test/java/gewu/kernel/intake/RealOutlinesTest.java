package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Section;
import gewu.api.report.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the outlines of five real reports, which are not part of the project, against those of a careful
/// reader.
class RealOutlinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void findsEveryHeadingOfARealReportAndInventsNone(String report) throws IOException {
        SourceText source = SourceText.onePage(textOf(report));
        Outline outline = new HeadingSectioner().cut(source);
        assertThat(outline.sections().stream().map(RealOutlinesTest::inShort))
                .containsExactlyElementsOf(expected(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void putsEveryCharacterOfARealReportIntoOneParagraph(String report) throws IOException {
        SourceText source = SourceText.onePage(textOf(report));
        OutlineContract.holdsFor(source, new HeadingSectioner().cut(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void joinsWhatPagesBrokeInARealReport(String report) throws IOException {
        SourceText source = SourceText.onePage(textOf(report));
        for (var paragraph : new HeadingSectioner().cut(source).paragraphs()) {
            String words = CleanText.of(source.text(), paragraph.start(), paragraph.end())
                    .text();
            if (words.length() > 60 && source.text().indexOf('\t', paragraph.start()) > paragraph.end()) {
                assertThat(words).as("a long paragraph ends a sentence").matches("(?s).*[。：:；.%\\d]");
            }
        }
    }

    private static String inShort(Section section) {
        String heading = section.heading();
        return section.level() + " " + section.label() + " " + section.role().id() + " "
                + heading.substring(0, Math.min(8, heading.length()));
    }

    private static List<String> expected(String report) throws IOException {
        try (InputStream in = Objects.requireNonNull(RealOutlinesTest.class.getResourceAsStream("real-outlines.txt"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf("= " + report);
            int to = all.indexOf("\n= ", from);
            return all.substring(from, to < 0 ? all.length() : to)
                    .lines()
                    .skip(1)
                    .map(String::stripTrailing)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    static String textOf(String report) throws IOException {
        Path seeds = Path.of(System.getProperty("gewu.root", "."), "..", "shared", "seeds");
        assumeTrue(
                Files.isDirectory(seeds),
                "The real reports are not here, so their outlines are not held against ours.");
        try (Stream<Path> files = Files.list(seeds)) {
            Path file = files.filter(it -> String.valueOf(it.getFileName()).startsWith(report + "_"))
                    .findFirst()
                    .orElse(seeds.resolve(report));
            assumeTrue(Files.exists(file), "The real report " + report + " is not here.");
            return Files.readString(file);
        }
    }
}
