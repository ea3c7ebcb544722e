package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartDrawingTest {
    @Test
    void theRulesOfADrawingStandAtRoundFigures() {
        assertThat(scale("4.44", "5.76")).containsExactly("0", "2", "4", "6");
        assertThat(scale("1458.34", "1511.55")).containsExactly("0", "500", "1000", "1500", "2000");
        assertThat(scale("0.031", "0.092")).containsExactly("0", "0.025", "0.05", "0.075", "0.1");
    }

    @Test
    void figuresBelowZeroHaveRulesBelowZero() {
        assertThat(scale("-3", "7")).containsExactly("-5", "-2.5", "0", "2.5", "5", "7.5");
    }

    @Test
    void aSingleFigureIsDrawnToo() {
        assertThat(scale("0")).startsWith("0").hasSizeGreaterThan(2);
        assertThat(ChartDrawing.of(chart("12")).dots()).hasSize(1);
    }

    private static List<String> scale(String... values) {
        return ChartDrawing.of(chart(values)).words().stream()
                .filter(it -> it.kind().equals("scale"))
                .map(ChartDrawing.Word::text)
                .toList();
    }

    private static Panel.Chart chart(String... values) {
        List<Panel.Point> points = Arrays.stream(values)
                .map(it -> new Panel.Point(
                        it,
                        BigDecimal.valueOf(2020 + Arrays.asList(values).indexOf(it)),
                        new BigDecimal(it),
                        it,
                        Optional.empty()))
                .toList();
        return new Panel.Chart(
                Label.same("会议费"), Panel.Chart.Form.LINE, Label.same("万元"), List.of(new Panel.Series("", points)));
    }
}
