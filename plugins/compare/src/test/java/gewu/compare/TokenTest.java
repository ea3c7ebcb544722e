package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is one figure, and which figures take each other's place.
final class TokenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1857.41万元 | #元",
                "0.76亿元 | #元",
                "3元 | #元",
                "25.16% | #%",
                "8.91万件 | #件",
                "12人次 | #人次",
                "0.5个百分点 | #点",
                "2021年12月31日 | #日",
                "10月31日 | #日",
                "2021年5月 | #月份",
                "2021-06-30 | #日",
                "百分之九十八 | #%",
                "十二个 | #个",
                "130余次 | #次",
                "788 | #"
            })
    void aFigureStandsForThoseOfItsKind(String words, String mask) {
        assertThat(Token.of(words)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Token.Kind.FIGURE);
            assertThat(it.mask()).isEqualTo(mask);
        });
    }

    @ParameterizedTest
    @CsvSource({"2021年, 2021", "二〇二一年, 2021", "二○二三年, 2023"})
    void aYearIsKnownAsOne(String words, int year) {
        assertThat(Token.of(words))
                .singleElement()
                .satisfies(it -> assertThat(it.year()).isEqualTo(year));
    }

    @ParameterizedTest
    @CsvSource({"三公经费, 4", "一是抓源头, 5", "第十三届, 4", "万一, 2", "A类GDP, 3"})
    void numeralsWithoutAUnitStayWords(String words, int count) {
        assertThat(Token.of(words)).hasSize(count).noneMatch(Token::isFigure);
    }
}
