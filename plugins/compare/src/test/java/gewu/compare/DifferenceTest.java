package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is told of two paragraphs: figures apart from words.
final class DifferenceTest {
    @Test
    void aYearAndTwoAmountsInTheSameWordsAreAChangeOfFiguresOnly() {
        Difference difference = Pair.difference("2021年“三公”经费支出5.76万元，比上年增长29%。", "2022年“三公”经费支出1,006.02万元，比上年增长4.5%。");

        assertThat(difference.kind()).isEqualTo(Difference.Kind.FIGURES);
        assertThat(Pair.told(difference)).containsExactly("数字 2021年→2022年", "数字 5.76万元→1,006.02万元", "数字 29%→4.5%");
    }

    @Test
    void wordsAndFiguresAreToldApartInOneSentence() {
        Difference difference = Pair.difference("全年接待群众来访326批次，秩序平稳。", "全年接待群众来访298批次，秩序明显好转。");

        assertThat(difference.kind()).isEqualTo(Difference.Kind.WORDS);
        assertThat(Pair.told(difference)).containsExactly("数字 326批次→298批次", "文字 平稳→明显好转");
    }

    @Test
    void anotherUnitIsAnotherScaleButAnotherThingCountedIsAnotherWord() {
        assertThat(Pair.difference("全年支出9800万元用于救助。", "全年支出1.02亿元用于救助。").kind()).isEqualTo(Difference.Kind.FIGURES);
        assertThat(Pair.difference("全年办结信访事项36件。", "全年办结信访事项36批。").kind()).isEqualTo(Difference.Kind.WORDS);
    }

    @Test
    void figuresWrittenInChineseAreFigures() {
        assertThat(Pair.told(Pair.difference("二〇二一年满意率为百分之九十六，新建站点十二个。", "二〇二二年满意率为百分之九十八点五，新建站点十五个。")))
                .containsExactly("数字 二〇二一年→二〇二二年", "数字 百分之九十六→百分之九十八点五", "数字 十二个→十五个");
    }

    @Test
    void numberingLayoutAndPunctuationDoNotCount() {
        Difference difference = Pair.difference("（1）预算编制 不够细化,执行偏慢。", "2．预算编制不够细化，执行偏慢");

        assertThat(difference.kind()).isEqualTo(Difference.Kind.SAME);
    }

    @Test
    void wordsThatCameOrWentStandOnOneSideOnly() {
        assertThat(Pair.told(Pair.difference("我局认真开展自评。", "我局按照要求认真开展自评。"))).containsExactly("文字 →按照要求");
        assertThat(Pair.told(Pair.difference("我局按照要求认真开展自评。", "我局认真开展自评。"))).containsExactly("文字 按照要求→");
    }

    @Test
    void rewrittenSentencesAreNotTornToPiecesByACharacterInCommon() {
        assertThat(Pair.told(Pair.difference("原因是项目前期准备的时间太短。", "原因是资金到账的日子一再推迟。")))
                .containsExactly("文字 项目前期准备的时间太短→资金到账的日子一再推迟");
    }

    @Test
    void everyPlaceLeadsBackToTheSourceThroughBrokenLines() {
        Difference difference = Pair.difference("支出 8. 91 万件。", "支出 9. 02 万件。");

        assertThat(Pair.told(difference)).containsExactly("数字 8. 91 万件→9. 02 万件");
    }

    @Test
    void nothingInCommonIsOneChange() {
        assertThat(Pair.told(Pair.difference("办公设备老化严重。", "群众满意度提升。"))).hasSize(1);
    }
}
