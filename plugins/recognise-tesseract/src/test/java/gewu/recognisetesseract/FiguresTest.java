package gewu.recognisetesseract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Grey PAGE = Grey.white(400, 100);

    @Test
    void takesASecondReadingThatOnlyLeavesOutWhatIsTooMuch() throws IOException {
        assertThat(reread("执行率95.129%6。", "95.12%")).isEqualTo("执行率95.12%。");
    }

    @Test
    void commasAreNotLost() throws IOException {
        assertThat(reread("1;,740.10", "1740.10")).isEqualTo("1,740.10");
        assertThat(reread("5;913.10万元", "5,913.10")).isEqualTo("5,913.10万元");
    }

    @Test
    void aSemicolonBetweenFiguresStays() throws IOException {
        assertThat(reread("1;2", "12")).isEqualTo("1;2");
        assertThat(reread("101;102", "101,102")).isEqualTo("101;102");
    }

    @Test
    void keepsTheFirstReadingIfTheSecondIsCutOff() throws IOException {
        assertThat(reread("93.42%4", "3.42%")).isEqualTo("93.42%4");
        assertThat(reread("99.91%", "9.91%")).isEqualTo("99.91%");
        assertThat(reread("99.959%", "9.95%")).isEqualTo("99.959%");
        assertThat(reread("93.42%4", "93.42")).isEqualTo("93.42%4");
        assertThat(reread("93.42%", "")).isEqualTo("93.42%");
    }

    @Test
    void keepsTheFirstReadingIfTheSecondIsAnotherFigure() throws IOException {
        assertThat(reread("70.08%", "78.03%")).isEqualTo("70.08%");
    }

    @Test
    void whatStaysIllFormedIsDoubtful() throws IOException {
        Word kept = new Figures(PAGE, lines -> List.of())
                .reread(List.of(word("93.42%4")))
                .getFirst();

        assertThat(kept.confidence()).isEqualTo(0.5);
    }

    @Test
    void whatIsWellFormedAndSureIsNotReadAgain() throws IOException {
        List<Word> words = List.of(word("全年预算1,286.40万元"), word("2024.1.15"), word("3.2.1"), word("2023"));

        assertThat(new Figures(PAGE, lines -> {
                            throw new IOException("not to be called");
                        })
                        .reread(words))
                .isEqualTo(words);
    }

    /// Each line of the column is read as `second`.
    private static String reread(String first, String second) throws IOException {
        Figures figures = new Figures(
                PAGE,
                lines -> IntStream.range(0, lines.height())
                        .mapToObj(y -> new Word(second, "1", 40, y, 90, y, y, y, 0.95))
                        .filter(word -> word.top() % 1000 == 55)
                        .collect(Collectors.toCollection(ArrayList::new)));
        return figures.reread(List.of(word(first))).stream().map(Word::text).collect(Collectors.joining());
    }

    private static Word word(String text) {
        return new Word(text, "1.1.1", 100, 30, 100 + 20 * text.length(), 70, 30, 70, 0.95);
    }
}
