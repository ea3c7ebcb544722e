package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.TextRecogniser;
import gewu.api.intake.TextRecogniser.Readiness;
import gewu.api.intake.TextRecogniser.Recognised;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every [TextRecogniser] must do. Extend it in the recogniser's own package and add cases of your own. Where the
/// recogniser isn't ready, its answer is looked at and the rest is skipped.
public abstract class RecogniserContract {
    /// The recogniser under test.
    protected abstract TextRecogniser recogniser();

    /// A picture of one straight line of dark words on white, well printed.
    protected abstract BufferedImage line();

    /// Pixels an inch of [#line()].
    protected abstract int dpi();

    /// What [#line()] says, without white space.
    protected abstract String words();

    @Test
    void saysWhatItIsOrWhatIsMissing() {
        switch (recogniser().readiness()) {
            case Readiness.Ready(var engine) -> assertThat(engine).isNotBlank();
            case Readiness.Missing(var why, var remedy) -> {
                assertThat(why).isNotBlank();
                assertThat(remedy).isNotBlank();
            }
        }
    }

    @Test
    void readsALine() throws IOException {
        Recognised read = ready().recognise(line(), dpi());

        assertThat(read.glyphs().stream().map(Glyph::text).collect(Collectors.joining()))
                .isEqualTo(words());
        assertThat(read.turned()).isZero();
    }

    @Test
    void glyphsStandInThePictureAndAreMoreOrLessSure() throws IOException {
        BufferedImage line = line();
        for (Glyph glyph : ready().recognise(line, dpi()).glyphs()) {
            assertThat(glyph.text()).isNotBlank();
            assertThat(glyph.box().left())
                    .as(glyph.text())
                    .isBetween(0.0, glyph.box().right());
            assertThat(glyph.box().right()).as(glyph.text()).isLessThanOrEqualTo(line.getWidth());
            assertThat(glyph.box().top())
                    .as(glyph.text())
                    .isBetween(0.0, glyph.box().bottom());
            assertThat(glyph.box().bottom()).as(glyph.text()).isLessThanOrEqualTo(line.getHeight());
            assertThat(glyph.size()).as(glyph.text()).isPositive();
            assertThat(glyph.confidence()).as(glyph.text()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void readsTheSameTwice() throws IOException {
        assertThat(ready().recognise(line(), dpi())).isEqualTo(ready().recognise(line(), dpi()));
    }

    @Test
    void anEmptyPageHasNoWords() throws IOException {
        BufferedImage empty = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D white = empty.createGraphics();
        white.setColor(Color.WHITE);
        white.fillRect(0, 0, empty.getWidth(), empty.getHeight());
        white.dispose();

        assertThat(ready().recognise(empty, dpi()).glyphs()).isEmpty();
    }

    @Test
    void leavesThePictureAlone() throws IOException {
        BufferedImage line = line();
        int[] before = line.getRGB(0, 0, line.getWidth(), line.getHeight(), null, 0, line.getWidth());

        ready().recognise(line, dpi());

        assertThat(line.getRGB(0, 0, line.getWidth(), line.getHeight(), null, 0, line.getWidth()))
                .isEqualTo(before);
    }

    @Test
    void oneRecogniserServesFourThreads() throws Exception {
        TextRecogniser shared = ready();
        BufferedImage line = line();

        FourThreads.allGet(shared.recognise(line, dpi()), () -> shared.recognise(line, dpi()));
    }

    private TextRecogniser ready() {
        TextRecogniser recogniser = recogniser();
        if (recogniser.readiness() instanceof Readiness.Missing(var why, var remedy)) {
            assumeTrue(false, why + " " + remedy);
        }
        return recogniser;
    }
}
