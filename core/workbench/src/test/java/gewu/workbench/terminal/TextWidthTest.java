package gewu.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "三公经费, 8",
        "２０２１年, 10",
        "（一）, 6",
        "“过紧日子”, 10",
        "1805.99万元, 11",
        "e\u0301, 1",
        "あア, 4",
        "한국, 4",
        "👍, 2",
        "👩‍👩‍👧, 2",
        "🇨🇳, 2",
        "❤️, 2",
        "𠮷, 2",
        "a\u200bb, 2",
        "ﾊﾝ, 2"
    })
    void countsColumnsAsATerminalDoes(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void neverCutsThroughACharacter() {
        assertThat(TextWidth.head("部门整体", 5)).isEqualTo("部门");
        assertThat(TextWidth.head("a👩‍👩‍👧b", 2)).isEqualTo("a");
        assertThat(TextWidth.cut("部门整体支出", 7)).isEqualTo("部门整…");
        assertThat(TextWidth.of(TextWidth.cut("部门整体支出", 6))).isLessThanOrEqualTo(6);
    }

    @Test
    void leavesWhatFits() {
        assertThat(TextWidth.cut("部门", 4)).isEqualTo("部门");
    }

    @Test
    void fillsNumbersFromTheLeft() {
        assertThat(TextWidth.pad("42", 5, true)).isEqualTo("   42");
        assertThat(TextWidth.pad("部门", 6, false)).isEqualTo("部门  ");
    }
}
