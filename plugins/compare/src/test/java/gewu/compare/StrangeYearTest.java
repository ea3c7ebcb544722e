package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which years stand in a report about 2023 as if they were its own.
final class StrangeYearTest {
    private static boolean isStrange(String sentence) {
        List<Token> tokens = Token.of(sentence);
        return IntStream.range(0, tokens.size()).anyMatch(it -> StrangeYear.isAt(sentence, tokens, tokens, it, 2023));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022年我局共办理群众来信三百余封。", "2021年度预算执行情况总体良好。", "一年来,全局上下齐心,圆满完成了2022年各项任务。"})
    void aFormerYearToldAsThisOneIsStrange(String sentence) {
        assertThat(isStrange(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年共支出80万元。",
                "较2022年增长3.5%。",
                "与2022年相比,减少12件。",
                "比2022年同期下降。",
                "2023年支出80万元,2022年支出75万元。",
                "2021-2023年共投入300万元。",
                "2020年以来持续推进。",
                "根据《2022年信访工作要点》开展工作。",
                "按照临财发〔2022〕16号文件执行。",
                "本单位于2019年由市委办划转成立。",
                "2024年我局将加强预算管理。",
                "2022年立项的接访大厅改造继续施工。",
                "清理2022年结转资金。"
            })
    void namingAYearToCompareToCiteOrToTellOfThePastIsNot(String sentence) {
        assertThat(isStrange(sentence)).isFalse();
    }
}
