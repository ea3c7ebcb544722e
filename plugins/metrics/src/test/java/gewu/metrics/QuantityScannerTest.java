package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.metrics.Token.Decoy;
import gewu.metrics.Token.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuantityScannerTest {
    private final QuantityScanner scanner = new QuantityScanner(Pack.own());

    private List<String> scan(String text) {
        return scanner.scan(text).stream()
                .map(it -> text.substring(it.start(), it.end()) + " " + told(it))
                .toList();
    }

    private static String told(Token token) {
        return switch (token) {
            case Quantity it ->
                (it.amount() == null ? it.candidates() : it.amount().toPlainString()) + " "
                        + it.unit().base();
            case Decoy it -> it.kind();
        };
    }

    @Test
    void magnitudesCountAndQualifiersInsideBelongToTheFigure() {
        assertThat(scan("受理67万余起")).containsExactly("67万余起 670000 起");
        assertThat(scan("收入1,203.5万元")).containsExactly("1,203.5万元 12035000.0 元");
    }

    @Test
    void aNumberThatMeasuresNothingSaysWhatItIs() {
        assertThat(scan("2021年9月1日")).containsExactly("2021 year", "9 date", "1 date");
        assertThat(scan("建党100周年")).containsExactly("100 anniversary");
        assertThat(scan("《2021年工作要点》")).containsExactly("2021 title");
        assertThat(scan("7日内")).containsExactly("7 duration");
        assertThat(scan("第130届")).containsExactly("第130 ordinal");
    }

    @Test
    void aLabelGluedToAYearIsNoDecimal() {
        assertThat(scan("3.2021年")).containsExactly("3 label", "2021 year");
    }

    @Test
    void aDamagedNumberIsOneFigureWithCandidates() {
        assertThat(scan("支出1857.41.51万元")).containsExactly("1857.41.51万元 [1857.41, 185741.51] 元");
        assertThat(scan("支出8l2.5万元")).containsExactly("8l2.5万元 [812.5] 元");
        assertThat(scan("满意率98..5%")).containsExactly("98..5% [98, 98.5] ratio");
        assertThat(scan("支出1,23.4万元")).containsExactly("1,23.4万元 [123.4] 元");
        assertThat(scan("支出1 198.65万元")).containsExactly("1 198.65万元 [1198.65, 198.65] 元");
    }

    @Test
    void ratesOfAListShareTheUnitOfTheLast() {
        assertThat(scan("提高2.1、1.4和5个百分点")).containsExactly("2.1 2.1 pp", "1.4 1.4 pp", "5个百分点 5 pp");
    }

    @Test
    void numbersInWordsCountOnlyBeforeAUnitAndNotInSlogans() {
        assertThat(scan("内设十二个科室")).containsExactly("十二个 12 个");
        assertThat(scan("落实四个一包案,做到“两个维护”")).isEmpty();
    }
}
