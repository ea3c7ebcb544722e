package gewu.recognisetesseract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.TextRecogniser;
import gewu.api.intake.TextRecogniser.Readiness;
import gewu.api.intake.TextRecogniser.Recognised;
import gewu.recognisetesseract.Scan.Scanner;
import gewu.testkit.RecogniserContract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TesseractRecogniserTest extends RecogniserContract {
    private static final String LINE = "全年预算安排资金用于水库维修和河道清淤工程";

    private final Program program = new Program();
    private final TesseractRecogniser recogniser = new TesseractRecogniser(program);

    @Override
    protected TextRecogniser recogniser() {
        return recogniser;
    }

    @Override
    protected BufferedImage line() {
        try {
            BufferedImage page = Scan.lines(List.of(LINE), Scanner.clean(dpi())).picture();
            return page.getSubimage(0, 0, page.getWidth(), page.getHeight() / 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int dpi() {
        return 300;
    }

    @Override
    protected String words() {
        return LINE;
    }

    @Test
    void readsAScanThatIsAskewBlurredAndNoisy() throws IOException {
        assumeReady();
        Scan scan = Scan.prose(new Scanner(200, 0.8, 1, 12, 0.4f));

        Recognised read = recogniser.recognise(scan.picture(), scan.dpi());

        assertThat(scan.errors(read.glyphs())).isLessThan(3);
        assertThat(read.turned()).isCloseTo(0.8, within(0.1));
    }

    @Test
    void readsEachFigureOfATableInItsCell() throws IOException {
        assumeReady();
        Scan scan = Scan.table(new Scanner(200, -1.5, 0, 12, 1));

        List<Glyph> read = recogniser.recognise(scan.picture(), scan.dpi()).glyphs();

        assertThat(scan.cells())
                .filteredOn(cell -> cell.text().matches("[\\d.,%]+"))
                .allSatisfy(cell -> assertThat(Scan.in(cell, read)).isEqualTo(cell.text()));
    }

    @Test
    void seesTheLinesOfATableAndReadsNoneOfThem() throws IOException {
        assumeReady();
        Scan scan = Scan.table(new Scanner(200, 0.6, 0, 8, 1));

        Recognised read = recogniser.recognise(scan.picture(), scan.dpi());

        assertThat(read.rules())
                .hasSizeGreaterThan(Scan.TABLE.size() + Scan.TABLE.getFirst().size());
        assertThat(Scan.wordsOf(read.glyphs())).doesNotContain("|");
    }

    @Test
    void readsPercentagesAmidChinese() throws IOException {
        assumeReady();
        Scan scan = Scan.prose(Scanner.clean(300));

        assertThat(Scan.wordsOf(recogniser.recognise(scan.picture(), scan.dpi()).glyphs()))
                .contains("增长3.5%", "执行率93.42%", "占70.08%", "占29.92%", "下降12.6%", "98.7%", "96.5%");
    }

    @Test
    void glyphsOfALineGoFromLeftToRight() throws IOException {
        assumeReady();
        Scan scan = Scan.prose(Scanner.clean(150));
        double left = -1;
        double top = -1;
        for (Glyph glyph : recogniser.recognise(scan.picture(), scan.dpi()).glyphs()) {
            if (glyph.box().top() == top) {
                assertThat(glyph.box().left()).as(glyph.text()).isGreaterThanOrEqualTo(left);
            }
            top = glyph.box().top();
            left = glyph.box().left();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 90", "2, -180", "3, -90"})
    void turnsAPageUprightAboutItsCentre(int quarters, double turned) throws IOException {
        assumeReady();
        assumeTrue(program.reads(Program.ORIENTATION), "tesseract lacks the data named osd");
        Scan scan = Scan.lines(Scan.PROSE.subList(0, 7), new Scanner(150, 0.6, 0, 0, 1));

        Recognised read = recogniser.recognise(Scan.quarterTurned(scan.picture(), quarters), scan.dpi());

        assertThat(scan.errors(read.glyphs())).isLessThan(3);
        assertThat(read.turned()).isCloseTo(turned + 0.6, within(0.15));
        double sideways =
                quarters == 2 ? 0 : (scan.picture().getHeight() - scan.picture().getWidth()) / 2.0;
        Glyph upright =
                recogniser.recognise(scan.picture(), scan.dpi()).glyphs().getFirst();
        assertThat(read.glyphs().getFirst().box().left())
                .isCloseTo(upright.box().left() + sideways, within(4.0));
        assertThat(read.glyphs().getFirst().box().top()).isCloseTo(upright.box().top() - sideways, within(4.0));
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        assumeReady();
        Scan scan = Scan.prose(Scanner.clean(200));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> recogniser.recognise(scan.picture(), scan.dpi()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assumeReady() {
        if (recogniser.readiness() instanceof Readiness.Missing(var why, var remedy)) {
            assumeTrue(false, why + " " + remedy);
        }
    }
}
