package gewu.recognisetesseract;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidPage.Rule;
import gewu.recognisetesseract.Scan.Scanner;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulingTest {
    @Test
    void findsTheLinesOfATable() throws IOException {
        Grey page = Grey.of(Scan.table(new Scanner(200, 0, 1, 8, 0.5f)).picture());

        List<Rule> rules = Ruling.of(page, 200);

        assertThat(places(rules, true)).isEqualTo(Scan.TABLE.size() + 1);
        assertThat(places(rules, false)).isEqualTo(Scan.TABLE.getFirst().size() + 1);
    }

    @Test
    void takesNoStrokeOfACharacterForALine() throws IOException {
        assertThat(Ruling.of(Grey.of(Scan.prose(Scanner.clean(300)).picture()), 300))
                .isEmpty();
    }

    /// At how many places lines stand; pieces of one line count once.
    private static long places(List<Rule> rules, boolean isAcross) {
        return rules.stream()
                .filter(it -> it.isHorizontal() == isAcross)
                .map(it -> Math.round((isAcross ? it.y1() : it.x1()) / 10))
                .distinct()
                .count();
    }
}
