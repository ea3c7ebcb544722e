package gewu.recognisetesseract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gewu.recognisetesseract.Scan.Scanner;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {
    @ParameterizedTest
    @ValueSource(doubles = {-2.9, -1.5, -0.4, 0, 0.2, 0.8, 2.1})
    void findsByHowMuchAPageLiesAskew(double skew) throws IOException {
        assertThat(Skew.of(Grey.of(Scan.prose(new Scanner(150, skew, 0, 8, 1)).picture())))
                .isCloseTo(skew, within(0.1));
        assertThat(Skew.of(Grey.of(Scan.table(new Scanner(150, skew, 0, 8, 1)).picture())))
                .isCloseTo(skew, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300})
    void measuresHowHighLinesOfTextAre(int dpi) throws IOException {
        double size = 12 * dpi / 72.0;

        assertThat(Skew.lineHeight(
                        Grey.of(Scan.prose(new Scanner(dpi, 0.8, 0, 8, 1)).picture()), 0.8))
                .isBetween(0.75 * size, 1.1 * size);
    }

    @Test
    void anEmptyPageIsStraight() {
        assertThat(Skew.of(Grey.white(1000, 1400))).isZero();
        assertThat(Skew.lineHeight(Grey.white(1000, 1400), 0)).isZero();
    }

    @Test
    void turningBackMakesThePageStraight() throws IOException {
        Grey askew = Grey.of(Scan.prose(new Scanner(150, 1.7, 0, 0, 1)).picture());

        assertThat(Skew.of(askew.turned(-1.7, 1))).isCloseTo(0, within(0.1));
    }
}
