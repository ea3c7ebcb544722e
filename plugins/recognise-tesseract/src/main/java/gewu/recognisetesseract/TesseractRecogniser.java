package gewu.recognisetesseract;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.TextRecogniser;
import gewu.api.report.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads pages with the program tesseract: turns them straight, brings them to about 300 dpi, reads Chinese, and then
/// doubtful figures once more.
final class TesseractRecogniser implements TextRecogniser {
    private static final int BEST_DPI = 300;
    private static final int LEAST_DPI = 200;
    private static final int MOST_DPI = 400;

    /// A picture that claims less is a photograph with a wrong mark.
    private static final int LOWEST_DPI = 70;

    /// Tesseract itself bears as little as this.
    private static final double LEAST_SKEW = 0.15;

    private static final Duration FOR_A_PAGE = Duration.ofSeconds(60);
    private static final Duration FOR_A_MILLION_PIXELS = Duration.ofSeconds(2);

    private final Program program;

    TesseractRecogniser(Program program) {
        this.program = program;
    }

    @Override
    public Readiness readiness() {
        return program.readiness();
    }

    @Override
    public Recognised recognise(BufferedImage page, int dpi) throws IOException {
        Grey original = Grey.of(page);
        double skew = Skew.of(original);
        double turned = Math.abs(skew) > LEAST_SKEW ? skew : 0;
        Grey straight = prepared(original, turned, dpi);
        double times = (double) page.getWidth() / straight.width();
        int straightDpi = (int) Math.round(Math.max(dpi, LOWEST_DPI) / times);
        return new Recognised(glyphs(read(straight, straightDpi), times), turned);
    }

    private static Grey prepared(Grey original, double turned, int dpi) {
        if (dpi > MOST_DPI) {
            Grey small = original.shrunk(Math.round((float) dpi / BEST_DPI));
            return turned == 0 ? small : small.turned(-turned, 1);
        }
        double times = dpi < LEAST_DPI ? (double) BEST_DPI / Math.max(dpi, LOWEST_DPI) : 1;
        return turned == 0 && times == 1 ? original : original.turned(-turned, times);
    }

    private List<Word> read(Grey picture, int dpi) throws IOException {
        List<Word> words = words(picture, dpi, Program.CHINESE, 3, List.of("preserve_interword_spaces=1"));
        if (!program.reads(Program.ENGLISH)) {
            return words;
        }
        List<String> digits = List.of("tessedit_char_whitelist=0123456789.,%");
        return new Figures(picture, lines -> words(lines, dpi, Program.ENGLISH, 6, digits)).reread(words);
    }

    private List<Word> words(Grey picture, int dpi, String language, int layout, List<String> settings)
            throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-l", language, "--psm", Integer.toString(layout), "--dpi", Integer.toString(dpi)));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        arguments.add("tsv");
        long millions = (long) picture.width() * picture.height() / 1_000_000;
        return Word.ofTable(
                program.run(picture, FOR_A_PAGE.plus(FOR_A_MILLION_PIXELS.multipliedBy(millions)), arguments));
    }

    private static List<Glyph> glyphs(List<Word> words, double times) {
        List<Glyph> glyphs = new ArrayList<>();
        for (Word word : Word.regular(words)) {
            int end;
            for (int start = 0; start < word.text().length(); start = end) {
                end = word.text().offsetByCodePoints(start, 1);
                Word one = word.part(start, end);
                if (!one.text().isBlank()) {
                    Box box = new Box(one.left() * times, one.top() * times, one.right() * times, one.bottom() * times);
                    double size = (one.lineBottom() - one.lineTop()) * times;
                    glyphs.add(new Glyph(one.text(), box, size, false, one.confidence()));
                }
            }
        }
        return glyphs;
    }
}
