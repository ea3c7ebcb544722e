package gewu.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            其中基本支 出  | 其中基本支出
            化解 8. 91 万件 | 化解8.91万件
            ２０２１ 年度，（一） | 2021年度,(一)
            使用 OFD 格式 | 使用OFD格式
            the full year | the full year
            12 34         | 12 34
            “三公” 经费   | “三公”经费
            """)
    void mendsWidthAndLayoutSpaceAndRewordsNothing(String source, String clean) {
        assertThat(CleanText.of(source).text()).isEqualTo(clean);
    }

    @Test
    void joinsNumbersAndWordsBrokenOverLines() {
        assertThat(CleanText.of("支出1857.\n41万元,向市委、市\n\n政府报告,共18\n57件").text())
                .isEqualTo("支出1857.41万元,向市委、市政府报告,共1857件");
    }

    @Test
    void keepsOneSpaceWhereATabPartsTheCellsOfARow() {
        assertThat(CleanText.of("姓名\t职务\t\t单位").text()).isEqualTo("姓名 职务 单位");
    }

    @Test
    void leadsBackToTheSourceAndForthAgain() {
        String source = "目标  ８. 91\n万件。";
        CleanText clean = CleanText.of(source);
        int at = clean.text().indexOf("8.91万");
        assertThat(source.substring(clean.sourceStart(at), clean.sourceEnd(at + 5)))
                .isEqualTo("８. 91\n万");
        for (int i = 0; i < clean.text().length(); i++) {
            assertThat(clean.cleanAt(clean.sourceStart(i))).isEqualTo(i);
            assertThat(CleanText.fold(source.charAt(clean.sourceStart(i))))
                    .isEqualTo(clean.text().charAt(i));
        }
    }

    @Test
    void countsOffsetsFromTheBeginningOfTheSourceWhenGivenAStretch() {
        CleanText clean = CleanText.of("前言。 预 算 执行", 3, 10);
        assertThat(clean.text()).isEqualTo("预算执行");
        assertThat(clean.sourceStart(0)).isEqualTo(4);
        assertThat(clean.sourceEnd(clean.text().length())).isEqualTo(10);
    }

    @Test
    void dropsInvisibleCharactersAndNamesRadicalsByTheirCharacter() {
        assertThat(CleanText.of("整\u200b改\ufeff落\u00ad实⼯作").text()).isEqualTo("整改落实工作");
    }
}
