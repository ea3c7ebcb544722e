package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import org.junit.jupiter.api.Test;

final class PageWordsTest {
    private final PageWords words = new PageWords(Label::same);

    private String onPage(String sentence) {
        return onPage(new Label(sentence, "Otherwise."));
    }

    private String onPage(Label sentence) {
        Panel panel = words.of(Panel.Stack.of(new Panel.Text(sentence)));
        return panel.parts().getFirst() instanceof Panel.Text text
                ? text.words().zh()
                : "";
    }

    @Test
    void anOptionInBracketsIsForATerminal() {
        assertThat(onPage("12 个数字，显示前 10 个（--limit）。都是建议")).isEqualTo("12 个数字，显示前 10 个。都是建议");
        assertThat(onPage("12 figures, the first 10 (--limit). They are proposals."))
                .isEqualTo("12 figures, the first 10. They are proposals.");
        assertThat(onPage("3 份（2021 年）未列入（--limit 可放宽）")).isEqualTo("3 份（2021 年）未列入");
    }

    @Test
    void aClauseOrASentenceThatSaysWhatToTypeIsLeftOut() {
        assertThat(onPage("没有这样的文件。导入：gewu import 文件夹")).isEqualTo("没有这样的文件。");
        assertThat(onPage("没有相近的段落；可用 --least 放宽。")).isEqualTo("没有相近的段落。");
        assertThat(onPage("Nothing is alike; --least asks for less.")).isEqualTo("Nothing is alike.");
        assertThat(onPage("批次 12；撤回：gewu ledger undo 12")).isEqualTo("批次 12");
        assertThat(onPage("1.5 wan. Take it back: gewu correct undo 7")).isEqualTo("1.5 wan.");
    }

    @Test
    void whatSaysNothingElseStaysAndARemedyOfThatKindIsNone() {
        assertThat(onPage("gewu ledger twins 查重")).isEqualTo("gewu ledger twins 查重");
        assertThat(words.message("没有“--limit”。", "zh")).isEqualTo("没有“--limit”。");
        assertThat(words.remedy("Write it like --least 60.", "en")).isEmpty();
    }

    @Test
    void whatAPersonWroteStaysWhole() {
        assertThat(onPage(Label.same("先运行 gewu ledger take；再核对。"))).isEqualTo("先运行 gewu ledger take；再核对。");
    }

    @Test
    void figuresDashesAndOtherWordsStay() {
        for (String sentence : new String[] {"3.2万元——比上年下降；2021--2023 年", "Gewu is open. a--b; (see page 3).", ""}) {
            assertThat(onPage(sentence)).isEqualTo(sentence);
        }
    }
}
