package gewu.workbench.passage;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import gewu.workbench.passage.Excerpt.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
    private static String marked(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void joinsLinesBrokenInsideAWordAndKeepsTheCharactersAsPrinted() {
        Excerpt excerpt = Excerpt.of("其中，“三公\n　经费”支出８. 91万元", 0, List.of(new Mark(4, 10)), List.of());

        assertThat(marked(excerpt)).isEqualTo("其中，“[三公经费]”支出８.91万元");
    }

    @Test
    void theCellsOfATableStayApart() {
        Excerpt excerpt = Excerpt.of("支出\t95.12%\t8.91", 0, List.of(), List.of());

        assertThat(excerpt.pieces().getFirst().cells()).containsExactly("支出", "95.12%", "8.91");
    }

    @Test
    void marksCountFromTheBeginningOfTheReport() {
        Excerpt excerpt = Excerpt.of("公务接待费", 1_000, List.of(new Mark(1_002, 1_005)), List.of());

        assertThat(marked(excerpt)).isEqualTo("公务[接待费]");
    }

    @Test
    void shortensToWhatStandsRoundEachMark() {
        String text = "甲".repeat(200) + "信访" + "乙".repeat(200) + "信访" + "丙".repeat(200);
        Excerpt around = Excerpt.of(text, 0, List.of(new Mark(200, 202), new Mark(402, 404)), List.of())
                .around(80);

        assertThat(marked(around)).matches("…甲+\\[信访\\]乙+ … 乙+\\[信访\\]丙+…");
        assertThat(around.text()).hasSizeLessThan(110);
    }

    @Test
    void marksThatTouchAreShownOnce() {
        Excerpt excerpt = new Excerpt("政府政府", List.of(new Mark(0, 2), new Mark(1, 4)), List.of());

        assertThat(marked(excerpt)).isEqualTo("[政府][政府]");
    }

    @Test
    void neverTearsACharacterInTwo() {
        String text = "𠮷".repeat(100);

        assertThat(Excerpt.of(text, 0, List.of(), List.of()).around(51).text()).matches("(𠮷)+…");
    }

    @Test
    void doubtsAreCutOutOfMarksAndKeepTheirConfidence() {
        Excerpt excerpt =
                Excerpt.of("执行率\n93.42%4。", 100, List.of(new Mark(101, 107)), List.of(new Doubt(104, 111, 0.62)));

        assertThat(excerpt.pieces())
                .containsExactly(
                        new Piece("执", Piece.Kind.PLAIN, -1),
                        new Piece("行率", Piece.Kind.FOUND, -1),
                        new Piece("93.", Piece.Kind.FOUND, 62),
                        new Piece("42%4", Piece.Kind.PLAIN, 62),
                        new Piece("。", Piece.Kind.PLAIN, -1));
    }

    @Test
    void doubtsMoveAlongWhenAPassageIsShortened() {
        String text = "甲".repeat(200) + "信访12人" + "乙".repeat(200);
        Excerpt around = Excerpt.of(text, 0, List.of(new Mark(200, 202)), List.of(new Doubt(202, 204, 0.4)))
                .around(80);

        assertThat(around.pieces()).contains(new Piece("12", Piece.Kind.PLAIN, 40));
    }
}
