package gewu.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *.pdf               | 2023/青山市档案局/自评.PDF  | true
            *.pdf               | 自评.docx                   | false
            /*.pdf              | 2023/自评.pdf               | false
            2023/**             | 2023/a/b/自评.pdf           | true
            2023/*              | 2023/a/自评.pdf             | false
            2023/               | 2023/a/自评.pdf             | true
            2023\\**             | 2023/a/自评.pdf             | true
            **/档案局/**        | 档案局/自评.pdf             | true
            **/档案局/**        | 2023/市直/档案局/自评.pdf   | true
            **/档案局/**        | 2023/市档案局/自评.pdf      | false
            附件?.doc           | 附件2.doc                   | true
            *.zip/**            | 来件.zip/局/自评.txt        | true
            {year}年/**         | 2023年/自评.txt             | true
            {year}年/**         | 1800年/自评.txt             | false
            """)
    void saysWhichPathsItIsFor(String pattern, String path, boolean isFor) {
        assertThat(PathPattern.of(pattern).match(path).isPresent()).isEqualTo(isFor);
    }

    @Test
    void readsFactsFromItsPlaceholders() {
        assertThat(PathPattern.of("{年度}/{单位}/**").match("2023/青山市档案局/自评/正文.docx"))
                .contains(Map.of(Fact.Field.YEAR, "2023", Fact.Field.ORG, "青山市档案局"));
        assertThat(PathPattern.of("{org}{year}年*.docx").match("来文/青山市档案局2023年自评报告.docx"))
                .contains(Map.of(Fact.Field.YEAR, "2023", Fact.Field.ORG, "青山市档案局"));
        assertThat(PathPattern.of("?_{org}_*").match("3_青山市档案局_自评_定稿.pdf")).contains(Map.of(Fact.Field.ORG, "青山市档案局"));
    }

    @Test
    void takesATimeThatGrowsNoFasterThanPatternTimesPath() {
        PathPattern greedy = PathPattern.of("*a".repeat(200) + "b");
        assertThat(greedy.match("a".repeat(4_000))).isEmpty();
        assertThat(PathPattern.of("**/".repeat(150) + "x").match("a/".repeat(2_000) + "y"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {org                | has no }
            {colour}/**         | no field
            {kind}/**           | can't be read from a path
            {org}/{单位}/**     | twice
            {org}*              | ends
            {org}{title}        | ends
            ../x/**             | above its folder
            /                   | no pattern
            """)
    void saysWhatIsWrongWithAPattern(String pattern, String why) {
        assertThatThrownBy(() -> PathPattern.of(pattern))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        wrong -> assertThat(wrong.remedy()).isNotBlank())
                .hasMessageContaining(why);
    }
}
