package gewu.recognisetesseract;

import gewu.api.intake.LaidPage.Rule;
import java.util.ArrayList;
import java.util.List;

/// Finds the ruling lines of a straight page. They stay on it: without them, tesseract drops narrow columns.
final class Ruling {
    /// In inches: no dash and no stroke of a character is as long.
    private static final double SHORTEST_ACROSS = 0.5;

    private static final double SHORTEST_DOWN = 0.32;
    private static final double THICKEST = 0.05;

    /// A gap of so many pixels does not end a line.
    private static final int SPECKS = 2;

    /// Pages with more are pictures.
    private static final int MOST_RULES = 2_000;

    /// A stretch of ink in one row (or column) of pixels, and those above that it goes on from.
    private static final class Stroke {
        private final int first;
        private int last;
        private int from;
        private int to;
        private int latestFrom;
        private int latestTo;

        Stroke(int row, int from, int to) {
            this.first = row;
            this.last = row;
            this.from = from;
            this.to = to;
            this.latestFrom = from;
            this.latestTo = to;
        }

        boolean takes(int row, int runFrom, int runTo) {
            if (row > last + 1 || runFrom >= (row == last ? to : latestTo) || runTo <= latestFrom) {
                return false;
            }
            last = row;
            from = Math.min(from, runFrom);
            to = Math.max(to, runTo);
            latestFrom = runFrom;
            latestTo = runTo;
            return true;
        }
    }

    private Ruling() {}

    /// The lines, in pixels of the page; a line may come in pieces.
    static List<Rule> of(Grey page, int dpi) {
        int threshold = page.threshold();
        List<Rule> rules = new ArrayList<>();
        for (Stroke it : strokes(page, threshold, dpi, true)) {
            double y = (it.first + it.last + 1) / 2.0;
            rules.add(new Rule(it.from, y, it.to, y));
        }
        for (Stroke it : strokes(page, threshold, dpi, false)) {
            double x = (it.first + it.last + 1) / 2.0;
            rules.add(new Rule(x, it.from, x, it.to));
        }
        return rules.size() > MOST_RULES ? List.of() : List.copyOf(rules);
    }

    private static List<Stroke> strokes(Grey page, int threshold, int dpi, boolean isAcross) {
        int rows = isAcross ? page.height() : page.width();
        int length = isAcross ? page.width() : page.height();
        int shortest = (int) (dpi * (isAcross ? SHORTEST_ACROSS : SHORTEST_DOWN));
        List<Stroke> open = new ArrayList<>();
        List<Stroke> done = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int from = -1;
            int end = -1;
            for (int i = 0; i <= length; i++) {
                boolean isDark = i < length && (isAcross ? page.at(i, row) : page.at(row, i)) <= threshold;
                if (isDark) {
                    from = from < 0 ? i : from;
                    end = i + 1;
                } else if (from >= 0 && (i - end >= SPECKS || i == length)) {
                    if (end - from >= shortest) {
                        take(row, from, end, open);
                    }
                    from = -1;
                }
            }
            int now = row;
            open.stream().filter(it -> it.last < now).forEach(done::add);
            open.removeIf(it -> it.last < now);
        }
        done.addAll(open);
        double thickest = Math.max(3, THICKEST * dpi);
        return done.stream().filter(it -> it.last - it.first < thickest).toList();
    }

    private static void take(int row, int from, int to, List<Stroke> open) {
        for (Stroke it : open) {
            if (it.takes(row, from, to)) {
                return;
            }
        }
        open.add(new Stroke(row, from, to));
    }
}
