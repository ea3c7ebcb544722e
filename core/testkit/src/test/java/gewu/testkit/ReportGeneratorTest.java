package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.testkit.ReportGenerator.Generated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportGeneratorTest {
    private final ReportGenerator generator = new ReportGenerator(7);

    @Test
    void givesTheSameReportForTheSameNumberInAnyOrder() {
        Generated fifth = generator.report(5);
        generator.report(1);

        assertThat(new ReportGenerator(7).report(5)).isEqualTo(fifth);
        assertThat(new ReportGenerator(8).report(5)).isNotEqualTo(fifth);
    }

    @Test
    void writesAThousandDifferentReportsWithDifferentNames() {
        Set<String> texts = new HashSet<>();
        Set<String> names = new HashSet<>();
        generator.reports(1_000).forEach(report -> {
            texts.add(report.text());
            names.add(report.name());
        });

        assertThat(texts).hasSize(1_000);
        assertThat(names).hasSize(1_000);
    }

    @Test
    void writesAboutSevenThousandCharactersInAboutSixtyParagraphs() {
        List<Generated> reports = generator.reports(300).toList();

        int characters =
                reports.stream().mapToInt(report -> report.text().length()).sum();
        assertThat(characters / reports.size()).isBetween(6_000, 8_000);
        assertThat(reports.stream()
                        .filter(report -> !report.text().contains("\n\n"))
                        .mapToLong(report -> report.text().lines().count()))
                .allSatisfy(paragraphs -> assertThat(paragraphs).isBetween(45L, 90L));
    }

    @Test
    void breaksLinesInsideWordsAndNumbersInTwoOfFive() {
        Pattern brokenWord = Pattern.compile("\\p{IsHan}\\n\\p{IsHan}");
        long broken = generator
                .reports(500)
                .filter(report -> brokenWord.matcher(report.text()).results().count() > 50)
                .count();

        assertThat(broken).isBetween(150L, 250L);
        assertThat(generator
                        .reports(200)
                        .filter(report -> Pattern.compile("\\d\\n\\.?\\d")
                                .matcher(report.text())
                                .find()))
                .hasSizeGreaterThan(40);
    }

    @Test
    void leavesNoSlotUnfilled() {
        assertThat(generator.reports(500)).noneMatch(report -> report.text().matches("(?s).*[{}\\[\\]].*"));
    }
}
