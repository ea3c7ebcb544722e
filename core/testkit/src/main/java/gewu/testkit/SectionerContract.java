package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import gewu.api.report.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Sectioner] must do. Extend it in the sectioner's own package and add cases of your own.
public abstract class SectionerContract {
    /// The sectioner under test.
    protected abstract Sectioner sectioner();

    /// The texts it is tried on; add those that your sectioner is made for.
    protected List<SourceText> texts() {
        return SampleTexts.all();
    }

    @Test
    void everyCharacterThatIsNotWhiteStandsInExactlyOneParagraph() {
        for (SourceText source : texts()) {
            int[] held = new int[source.text().length()];
            for (Paragraph paragraph : sectioner().cut(source).paragraphs()) {
                for (int i = paragraph.start(); i < paragraph.end(); i++) {
                    held[i]++;
                }
            }
            for (int i = 0; i < held.length; i++) {
                boolean isBlank = CleanText.of(source.text(), i, i + 1).text().isEmpty();
                assertThat(held[i])
                        .as("times that unit %s of “%s” is held", i, beginning(source))
                        .isBetween(isBlank ? 0 : 1, 1);
            }
        }
    }

    @Test
    void paragraphsAreNumberedInReadingOrderAndKnowTheirPage() {
        for (SourceText source : texts()) {
            int number = 0;
            int end = 0;
            for (Paragraph paragraph : sectioner().cut(source).paragraphs()) {
                assertThat(paragraph.number()).isEqualTo(++number);
                assertThat(paragraph.start()).isGreaterThanOrEqualTo(end);
                assertThat(paragraph.end()).isGreaterThan(paragraph.start());
                assertThat(paragraph.page()).isEqualTo(source.pageAt(paragraph.start()));
                assertThat(CleanText.isSpace(source.text().charAt(paragraph.start())))
                        .as("white space before paragraph %s of “%s”", number, beginning(source))
                        .isFalse();
                assertThat(CleanText.isSpace(source.text().charAt(paragraph.end() - 1)))
                        .as("white space behind paragraph %s of “%s”", number, beginning(source))
                        .isFalse();
                end = paragraph.end();
            }
        }
    }

    @Test
    void sectionsAreNumberedInReadingOrderAndNest() {
        for (SourceText source : texts()) {
            List<Section> sections = sectioner().cut(source).sections();
            int number = 0;
            int start = -1;
            for (Section section : sections) {
                assertThat(section.number()).isEqualTo(++number);
                assertThat(section.start()).isGreaterThan(start);
                assertThat(section.headingEnd()).isBetween(section.start() + 1, section.end());
                assertThat(section.end()).isLessThanOrEqualTo(source.text().length());
                assertThat(section.page()).isEqualTo(source.pageAt(section.start()));
                assertThat(section.parent()).isBetween(0, number - 1);
                assertThat(section.level()).isPositive();
                if (section.parent() > 0) {
                    Section parent = sections.get(section.parent() - 1);
                    assertThat(section.level()).isGreaterThan(parent.level());
                    assertThat(section.end()).isLessThanOrEqualTo(parent.end());
                }
                start = section.start();
            }
        }
    }

    @Test
    void siblingsDoNotOverlap() {
        for (SourceText source : texts()) {
            List<Section> sections = sectioner().cut(source).sections();
            int[] ends = new int[sections.size() + 1];
            for (Section section : sections) {
                assertThat(section.start()).isGreaterThanOrEqualTo(ends[section.parent()]);
                ends[section.parent()] = section.end();
            }
        }
    }

    @Test
    void headingsStandWhereTheyClaim() {
        for (SourceText source : texts()) {
            for (Section section : sectioner().cut(source).sections()) {
                String written = withoutSpace(CleanText.of(source.text(), section.start(), section.headingEnd())
                        .text());

                assertThat(written)
                        .contains(withoutSpace(CleanText.of(section.label()).text()));
                assertThat(written).contains(withoutSpace(section.heading()));
            }
        }
    }

    @Test
    void aParagraphBelongsToTheInnermostSectionAroundItsBeginning() {
        for (SourceText source : texts()) {
            Outline outline = sectioner().cut(source);
            for (Paragraph paragraph : outline.paragraphs()) {
                List<Integer> path = pathTo(paragraph.section(), outline.sections());

                assertThat(outline.sections().stream()
                                .filter(section ->
                                        section.start() <= paragraph.start() && paragraph.start() < section.end())
                                .map(Section::number))
                        .as("sections around paragraph %s of “%s”", paragraph.number(), beginning(source))
                        .isSubsetOf(path);
                assertThat(path.stream().map(number -> outline.sections().get(number - 1)))
                        .allMatch(section -> section.start() < paragraph.end() && paragraph.start() < section.end());
            }
        }
    }

    @Test
    void theSameTextIsCutTheSameTwice() {
        List<Outline> first = new ArrayList<>();
        texts().forEach(source -> first.add(sectioner().cut(source)));

        List<Outline> second = new ArrayList<>();
        texts().forEach(source -> second.add(sectioner().cut(source)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void oneSectionerServesFourThreads() throws Exception {
        Sectioner shared = sectioner();
        SourceText source = texts().getFirst();

        FourThreads.allGet(shared.cut(source), () -> shared.cut(source));
    }

    private static List<Integer> pathTo(int number, List<Section> sections) {
        List<Integer> path = new ArrayList<>();
        for (int at = number; at > 0; at = sections.get(at - 1).parent()) {
            path.add(at);
        }
        return path;
    }

    private static String withoutSpace(String text) {
        return text.replace(" ", "");
    }

    private static String beginning(SourceText source) {
        return source.text().substring(0, Math.min(20, source.text().length()));
    }
}
