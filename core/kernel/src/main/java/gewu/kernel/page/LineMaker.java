package gewu.kernel.page;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.report.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Makes lines of glyphs, whatever order they come in.
final class LineMaker {
    /// Beside Latin letters and figures, a wider gap than this share of the size parts words.
    private static final double WORD_GAP = 0.22;

    /// Chinese characters that stand further apart than this many sizes belong to different things.
    private static final double WIDE_GAP = 2.2;

    /// Chinese characters in a line that is not letter-spaced, parted by a blank as wide as a character: a title
    /// and the text behind it.
    private static final double BLANK = 0.85;

    /// The same character drawn again this near (in sizes) is a fake bold one.
    private static final double SAME_PLACE = 0.25;

    private LineMaker() {}

    /// The lines from top to bottom; no line is blank.
    static List<SetLine> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble((Glyph it) -> it.box().middle()));
        List<Row> rows = new ArrayList<>();
        for (Glyph glyph : sorted) {
            if (glyph.text().isBlank()) {
                continue;
            }
            Row row = rowFor(glyph, rows);
            row.take(glyph);
        }
        List<SetLine> lines = new ArrayList<>();
        rows.sort(Comparator.comparingDouble(row -> row.box.middle()));
        for (Row row : rows) {
            lines.add(row.set());
        }
        return lines;
    }

    /// The row that the glyph stands in; rows are looked at from the last, since glyphs come from top to bottom.
    private static Row rowFor(Glyph glyph, List<Row> rows) {
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - 8); i--) {
            if (rows.get(i).holds(glyph)) {
                return rows.get(i);
            }
        }
        Row row = new Row(glyph.box());
        rows.add(row);
        return row;
    }

    /// Glyphs that stand side by side.
    private static final class Row {
        private Box box;
        private double middles;
        private double tallest;
        private final List<Glyph> glyphs = new ArrayList<>();

        Row(Box box) {
            this.box = box;
        }

        boolean holds(Glyph glyph) {
            double middle = middles / glyphs.size();
            double height = Math.max(tallest, glyph.box().height());
            double distance = Math.abs(glyph.box().middle() - middle);
            return distance < 0.42 * height;
        }

        void take(Glyph glyph) {
            glyphs.add(glyph);
            middles += glyph.box().middle();
            tallest = Math.max(tallest, glyph.box().height());
            box = box.and(glyph.box());
        }

        SetLine set() {
            glyphs.sort(Comparator.comparingDouble(it -> it.box().left()));
            double size = medianSize();
            double usual = usualGap();
            StringBuilder text = new StringBuilder();
            List<float[]> places = new ArrayList<>();
            Glyph before = null;
            int bold = 0;
            for (Glyph glyph : glyphs) {
                if (before != null) {
                    if (isSame(before, glyph, size)) {
                        continue;
                    }
                    if (isParted(before, glyph, size, usual)) {
                        text.append(' ');
                        places.add(place(before.box().right(), glyph.box().left(), 1));
                    }
                }
                set(glyph, text, places);
                bold += glyph.bold() ? 1 : -1;
                before = glyph;
            }
            float[] lefts = new float[places.size()];
            float[] rights = new float[places.size()];
            float[] confidences = new float[places.size()];
            for (int i = 0; i < places.size(); i++) {
                lefts[i] = places.get(i)[0];
                rights[i] = places.get(i)[1];
                confidences[i] = places.get(i)[2];
            }
            return new SetLine(
                    text.toString(), lefts, rights, confidences, box.top(), box.bottom(), size, bold > 0, null);
        }

        private static void set(Glyph glyph, StringBuilder text, List<float[]> places) {
            String words = glyph.text();
            double step = glyph.box().width() / words.length();
            for (int i = 0; i < words.length(); i++) {
                double left = glyph.box().left() + i * step;
                places.add(place(left, left + step, glyph.confidence()));
            }
            text.append(words);
        }

        private static float[] place(double left, double right, double confidence) {
            return new float[] {(float) left, (float) right, (float) confidence};
        }

        private static boolean isSame(Glyph before, Glyph glyph, double size) {
            return before.text().equals(glyph.text())
                    && Math.abs(before.box().left() - glyph.box().left()) < SAME_PLACE * size
                    && Math.abs(before.box().middle() - glyph.box().middle()) < SAME_PLACE * size;
        }

        private static boolean isParted(Glyph before, Glyph glyph, double size, double usual) {
            double gap = glyph.box().left() - before.box().right();
            char last = before.text().charAt(before.text().length() - 1);
            char first = glyph.text().charAt(0);
            if (Character.isIdeographic(last) && Character.isIdeographic(first) && gap > usual + BLANK * size) {
                return true;
            }
            boolean isWide = Script.isWide(last) || Script.isWide(first);
            return gap > (isWide ? WIDE_GAP : WORD_GAP) * size;
        }

        /// The gap that half of the neighbours exceed.
        private double usualGap() {
            double[] gaps = new double[glyphs.size() - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = Math.max(
                        0, glyphs.get(i + 1).box().left() - glyphs.get(i).box().right());
            }
            Arrays.sort(gaps);
            return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        }

        private double medianSize() {
            double[] sizes = glyphs.stream().mapToDouble(Glyph::size).sorted().toArray();
            return sizes[sizes.length / 2];
        }
    }
}
