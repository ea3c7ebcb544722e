package gewu.recognisetesseract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads doubtful figures a second time, in a language that knows nothing but them.
///
/// Amid Chinese, tesseract reads `95.12%` as `95.129%6`. So figures with a percent sign or of a doubtful
/// shape are cut out of the picture, set one below the other, and read as English digits. Because words are
/// placed only roughly, those that don't come out are cut again, a little wider. The second reading counts if
/// it is a well-formed figure that leaves nothing out of the first but what may be too much there.
final class Figures {
    /// A comma is sometimes read as `;` or `;,`.
    private static final Pattern FIGURE = Pattern.compile("\\d(?:[\\d.,%]|;(?=,|\\d{3}\\.\\d))*");

    /// `2024.1.15` or the number of a heading: right as it is.
    private static final Pattern NUMBERING = Pattern.compile("\\d+(\\.\\d+){2,}");
    private static final Pattern WELL_FORMED = Pattern.compile("(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?%?");
    private static final double SURE = 0.9;
    private static final double SURE_ENOUGH = 0.8;
    private static final double DOUBTFUL = 0.5;

    /// How much wider a figure is cut on the left and on the right, as shares of its height.
    private static final double[][] WIDER = {{0.35, 0}, {0.7, 0}, {0, 0.5}, {0.35, 0.5}, {0.7, 0.5}, {1, 0.5}};

    /// A picture higher than 32767 pixels is too much for tesseract; so many lines stay well below.
    private static final int AT_ONCE = 200;

    private static final int GAP = 40;

    /// Reads a picture of one figure a line.
    interface Reader {
        List<Word> read(Grey lines) throws IOException;
    }

    private final Grey page;
    private final Reader reader;

    Figures(Grey page, Reader reader) {
        this.page = page;
        this.reader = reader;
    }

    /// The same words in the same order, doubtful figures being parted from their words and read again.
    List<Word> reread(List<Word> words) throws IOException {
        List<Word> parts = new ArrayList<>();
        List<Integer> doubtful = new ArrayList<>();
        for (Word word : words) {
            part(word, parts, doubtful);
        }
        List<Integer> unclear = rereadSome(parts, doubtful, new double[][] {{0, 0}});
        for (int at : rereadSome(parts, unclear, WIDER)) {
            Word word = parts.get(at);
            if (!WELL_FORMED.matcher(word.text()).matches()) {
                parts.set(at, word.read(word.text(), Math.min(DOUBTFUL, word.confidence())));
            }
        }
        return parts;
    }

    private static void part(Word word, List<Word> parts, List<Integer> doubtful) {
        int done = 0;
        Matcher figures = FIGURE.matcher(word.text());
        while (figures.find()) {
            int end = figures.end();
            while (end > figures.start() && ".,".indexOf(word.text().charAt(end - 1)) >= 0) {
                end--;
            }
            if (!isDoubtful(word.text().substring(figures.start(), end), word.confidence())) {
                continue;
            }
            if (figures.start() > done) {
                parts.add(word.part(done, figures.start()));
            }
            doubtful.add(parts.size());
            parts.add(word.part(figures.start(), end));
            done = end;
        }
        if (done < word.text().length()) {
            parts.add(word.part(done, word.text().length()));
        }
    }

    private static boolean isDoubtful(String figure, double confidence) {
        boolean isShaped = WELL_FORMED.matcher(figure).matches()
                || NUMBERING.matcher(figure).matches();
        return figure.indexOf('%') >= 0 || !isShaped || (confidence < SURE && figure.length() > 1);
    }

    /// Reads each figure in as many cuts as there are in `wider`.
    ///
    /// @return those that did not come out
    private List<Integer> rereadSome(List<Word> parts, List<Integer> which, double[][] wider) throws IOException {
        List<Integer> unclear = new ArrayList<>();
        int atOnce = AT_ONCE / wider.length;
        for (int from = 0; from < which.size(); from += atOnce) {
            List<Integer> some = which.subList(from, Math.min(which.size(), from + atOnce));
            List<Cut> cuts = new ArrayList<>();
            int down = GAP;
            for (int at : some) {
                for (double[] more : wider) {
                    Cut cut = cut(parts.get(at), more[0], more[1], down);
                    cuts.add(cut);
                    down += cut.bottom() - cut.top() + GAP;
                }
            }
            List<Word> read = new ArrayList<>(reader.read(column(cuts, down)));
            read.sort(Comparator.comparingDouble(Word::left));
            for (int i = 0; i < some.size(); i++) {
                Word first = parts.get(some.get(i));
                List<Cut> own = cuts.subList(i * wider.length, (i + 1) * wider.length);
                Optional<Word> better = mostRead(first, own, read);
                if (better.isPresent()) {
                    parts.set(some.get(i), better.get());
                } else {
                    unclear.add(some.get(i));
                }
            }
        }
        return unclear;
    }

    /// A figure's place on the page, its edges moved to where no ink is, and how far down it stands in the column.
    private Cut cut(Word word, double moreLeft, double moreRight, int down) {
        int top = Math.clamp((int) Math.max(word.top(), word.lineTop()) - 2, 0, page.height() - 1);
        int bottom = Math.clamp((int) Math.min(word.bottom(), word.lineBottom()) + 2, top + 1, page.height());
        double height = word.bottom() - word.top();
        int reach = (bottom - top) / 4;
        int left = gapNear((int) (word.left() - moreLeft * height), top, bottom, reach);
        int right = gapNear((int) (word.right() + moreRight * height), top, bottom, reach);
        return new Cut(left, top, Math.clamp(right, left + 1, page.width()), bottom, down);
    }

    private int gapNear(int x, int top, int bottom, int reach) {
        for (int i = 0; i <= reach; i++) {
            for (int at : new int[] {x - i, x + i}) {
                if (at >= 0 && at < page.width() && isWhite(at, top, bottom)) {
                    return at;
                }
            }
        }
        return Math.clamp(x, 0, page.width() - 1);
    }

    private boolean isWhite(int x, int top, int bottom) {
        for (int y = top; y < bottom; y++) {
            if (page.at(x, y) < 128) {
                return false;
            }
        }
        return true;
    }

    private Grey column(List<Cut> cuts, int height) {
        int width = 2 * GAP
                + cuts.stream().mapToInt(cut -> cut.right() - cut.left()).max().orElse(0);
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 255);
        for (Cut cut : cuts) {
            for (int y = cut.top(); y < cut.bottom(); y++) {
                int row = (cut.down() + y - cut.top()) * width + GAP;
                for (int x = cut.left(); x < cut.right(); x++) {
                    pixels[row + x - cut.left()] = (byte) page.at(x, y);
                }
            }
        }
        return new Grey(width, height, pixels);
    }

    /// What most of the cuts say, of those that can be believed; as surely as the surest of them, if all agree.
    private static Optional<Word> mostRead(Word first, List<Cut> cuts, List<Word> read) {
        Map<String, Double> sureness = new LinkedHashMap<>();
        double surest = 0;
        for (Cut cut : cuts) {
            StringBuilder text = new StringBuilder();
            double confidence = 1;
            for (Word word : read) {
                double middle = (word.top() + word.bottom()) / 2;
                if (middle >= cut.down() && middle < cut.down() + cut.bottom() - cut.top()) {
                    text.append(word.text());
                    confidence = Math.min(confidence, word.confidence());
                }
            }
            String second = text.toString().replaceFirst("[.,]+$", "");
            String wanted = first.text().replace(";,", ",").replace(';', ',');
            if (confidence >= SURE_ENOUGH && isCredible(wanted, second)) {
                surest = Math.max(surest, confidence);
                sureness.merge(isSameValue(wanted, second) ? wanted : second, confidence, Double::sum);
            }
        }
        double sure = sureness.size() == 1 ? surest : SURE_ENOUGH;
        return sureness.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> first.read(most.getKey(), sure));
    }

    /// Whether the second reading only lost the commas: they are thin.
    private static boolean isSameValue(String first, String second) {
        return WELL_FORMED.matcher(first).matches() && first.replace(",", "").equals(second.replace(",", ""));
    }

    /// Whether `second` is a figure that begins like `first`, ends in a percent sign if that has one, and leaves out at
    /// most three characters of it. A cut too narrow makes `9.91%` of `99.91%`, so as many equal digits must lead.
    private static boolean isCredible(String first, String second) {
        if (!WELL_FORMED.matcher(second).matches()
                || second.charAt(0) != first.charAt(0)
                || equalAtStart(second) != equalAtStart(first)
                || (first.indexOf('%') >= 0) != second.endsWith("%")
                || first.length() - second.length() > 3) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < first.length() && found < second.length(); i++) {
            found += first.charAt(i) == second.charAt(found) ? 1 : 0;
        }
        return found == second.length();
    }

    private static int equalAtStart(String figure) {
        int equal = 1;
        while (equal < figure.length() && figure.charAt(equal) == figure.charAt(0)) {
            equal++;
        }
        return equal;
    }

    private record Cut(int left, int top, int right, int bottom, int down) {}
}
