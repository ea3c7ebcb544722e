package gewu.recognisetesseract;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.intake.TextRecogniser;
import gewu.api.report.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads pages with the program tesseract: turns them straight, brings them to about 300 dpi, reads Chinese, and then
/// doubtful figures once more. A page that seems to lie on its side or upside down is turned upright.
final class TesseractRecogniser implements TextRecogniser {
    private static final int BEST_DPI = 300;
    private static final int LEAST_DPI = 200;
    private static final int MOST_DPI = 400;

    /// A picture that claims less is a photograph with a wrong mark.
    private static final int LOWEST_DPI = 70;

    /// Tesseract itself bears as little as this.
    private static final double LEAST_SKEW = 0.15;

    /// Lines of text that are higher than this many pixels are read worse than those brought down to the second: at
    /// 300 dpi, the body of an official paper (16 points) is higher, that of a book is not.
    private static final double HIGHEST_LINE = 50;

    private static final double BEST_LINE = 45;

    /// What a line between two cells is taken for, if it is, and how many pixels off.
    private static final String WALLS = "|丨";

    private static final double NEAR_A_WALL = 16;

    private static final Duration FOR_A_PAGE = Duration.ofSeconds(60);
    private static final Duration FOR_A_MILLION_PIXELS = Duration.ofSeconds(2);

    private static final Pattern ROTATE =
            Pattern.compile("Rotate: (?<degrees>\\d+)\\s+Orientation confidence: (?<sureness>[\\d.]+)");
    private static final double SURE_OF_ORIENTATION = 3;

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
        Page asItIs = read(original, dpi);
        int quarters = Word.lookTurned(asItIs.words()) ? quartersToUpright(asItIs) : 0;
        if (quarters == 0) {
            return new Recognised(glyphs(asItIs, figuresReread(asItIs), 0, 0), asItIs.skew(), rules(asItIs, 0, 0));
        }
        Grey upright = original.quarterTurned(quarters);
        double right = (original.width() - upright.width()) / 2.0;
        double down = (original.height() - upright.height()) / 2.0;
        Page turned = read(upright, dpi);
        double degrees = turned.skew() - 90 * quarters;
        return new Recognised(
                glyphs(turned, figuresReread(turned), right, down),
                degrees < -180 ? degrees + 360 : degrees,
                rules(turned, right, down));
    }

    private Page read(Grey original, int dpi) throws IOException {
        double skew = Skew.of(original);
        double turned = Math.abs(skew) > LEAST_SKEW ? skew : 0;
        Grey straight = prepared(original, turned, dpi, Skew.lineHeight(original, turned));
        double times = (double) original.width() / straight.width();
        int straightDpi = (int) Math.round(Math.max(dpi, LOWEST_DPI) / times);
        List<Word> words = words(straight, straightDpi, Program.CHINESE, 3, List.of("preserve_interword_spaces=1"));
        return new Page(straight, straightDpi, turned, times, words, Ruling.of(straight, straightDpi));
    }

    /// How many clockwise quarter turns bring the page upright; 0 if nobody knows.
    private int quartersToUpright(Page page) throws IOException {
        if (!program.reads(Program.ORIENTATION)) {
            return 0;
        }
        List<String> arguments =
                List.of("-l", Program.ORIENTATION, "--psm", "0", "--dpi", Integer.toString(page.dpi()));
        try {
            Matcher rotate = ROTATE.matcher(program.run(page.straight(), FOR_A_PAGE, arguments));
            boolean isSure = rotate.find() && Double.parseDouble(rotate.group("sureness")) >= SURE_OF_ORIENTATION;
            return isSure ? Integer.parseInt(rotate.group("degrees")) / 90 % 4 : 0;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException tooFewCharacters) {
            return 0;
        }
    }

    private static Grey prepared(Grey original, double turned, int dpi, double lineHeight) {
        if (dpi > MOST_DPI) {
            Grey small = original.shrunk(Math.round((float) dpi / BEST_DPI));
            return turned == 0 ? small : small.turned(-turned, 1);
        }
        if (lineHeight > HIGHEST_LINE) {
            return original.turned(-turned, BEST_LINE / lineHeight);
        }
        double times = dpi < LEAST_DPI ? (double) BEST_DPI / Math.max(dpi, LOWEST_DPI) : 1;
        return turned == 0 && times == 1 ? original : original.turned(-turned, times);
    }

    private List<Word> figuresReread(Page page) throws IOException {
        if (!program.reads(Program.ENGLISH)) {
            return page.words();
        }
        List<String> digits = List.of("tessedit_char_whitelist=0123456789.,%");
        return new Figures(page.straight(), lines -> words(lines, page.dpi(), Program.ENGLISH, 6, digits))
                .reread(page.words());
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

    /// @param right by how many pixels of the picture the page is moved to the right
    /// @param down  and how many down
    private static List<Glyph> glyphs(Page page, List<Word> words, double right, double down) {
        double times = page.times();
        List<Glyph> glyphs = new ArrayList<>();
        for (Word word : Word.regular(words)) {
            int end;
            for (int start = 0; start < word.text().length(); start = end) {
                end = word.text().offsetByCodePoints(start, 1);
                Word one = word.part(start, end);
                if (!one.text().isBlank() && !isWall(one, page.rules())) {
                    Box box = new Box(
                            one.left() * times + right,
                            one.top() * times + down,
                            one.right() * times + right,
                            one.bottom() * times + down);
                    double size = (one.lineBottom() - one.lineTop()) * times;
                    glyphs.add(new Glyph(one.text(), box, size, false, one.confidence()));
                }
            }
        }
        return glyphs;
    }

    /// Whether tesseract took a line between two cells for a letter.
    private static boolean isWall(Word one, List<Rule> rules) {
        double middle = (one.top() + one.bottom()) / 2.0;
        return WALLS.contains(one.text())
                && rules.stream()
                        .anyMatch(it -> !it.isHorizontal()
                                && it.y1() <= middle
                                && middle <= it.y2()
                                && it.x1() >= one.left() - NEAR_A_WALL
                                && it.x1() <= one.right() + NEAR_A_WALL);
    }

    private static List<Rule> rules(Page page, double right, double down) {
        double times = page.times();
        return page.rules().stream()
                .map(it -> new Rule(
                        it.x1() * times + right,
                        it.y1() * times + down,
                        it.x2() * times + right,
                        it.y2() * times + down))
                .toList();
    }

    /// A page as it was read.
    ///
    /// @param straight what tesseract saw
    /// @param dpi      of that
    /// @param skew     by how many degrees it was turned back
    /// @param times    how many pixels of the picture one of its pixels is
    /// @param rules    the lines on it
    private record Page(Grey straight, int dpi, double skew, double times, List<Word> words, List<Rule> rules) {}
}
