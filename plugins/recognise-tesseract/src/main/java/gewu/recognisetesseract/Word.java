package gewu.recognisetesseract;

import java.util.ArrayList;
import java.util.List;

/// A word as tesseract reads it, in pixels.
///
/// @param line       block, paragraph and line it stands in
/// @param lineTop    upper edge of that line
/// @param lineBottom lower edge of that line
/// @param confidence from 0 to 1
record Word(
        String text,
        String line,
        double left,
        double top,
        double right,
        double bottom,
        double lineTop,
        double lineBottom,
        double confidence) {
    private static final int COLUMNS = 12;

    /// Fewer words say nothing about a page.
    private static final int FEW = 10;

    private static final double UNSURE = 0.5;
    private static final double TOO_HIGH = 1.6;

    /// Reads the table that `tesseract … tsv` writes.
    static List<Word> ofTable(String table) {
        List<Word> words = new ArrayList<>();
        double lineTop = 0;
        double lineBottom = 0;
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length < COLUMNS || cells[0].equals("level")) {
                continue;
            }
            double top = Double.parseDouble(cells[7]);
            double bottom = top + Double.parseDouble(cells[9]);
            if (cells[0].equals("4")) {
                lineTop = top;
                lineBottom = bottom;
            }
            String text = cells[11].strip();
            if (cells[0].equals("5") && !text.isEmpty()) {
                double left = Double.parseDouble(cells[6]);
                words.add(new Word(
                        text,
                        cells[2] + "." + cells[3] + "." + cells[4],
                        left,
                        top,
                        left + Double.parseDouble(cells[8]),
                        bottom,
                        lineTop,
                        lineBottom,
                        Math.clamp(Double.parseDouble(cells[10]) / 100, 0, 1)));
            }
        }
        return words;
    }

    /// Whether the page may lie on its side or upside down: hardly a word is sure, or lines run downwards.
    static boolean lookTurned(List<Word> words) {
        double sureness = 0;
        int downwards = 0;
        for (int start = 0, end; start < words.size(); start = end) {
            end = endOfLine(words, start);
            double left = Double.POSITIVE_INFINITY;
            double right = 0;
            for (Word word : words.subList(start, end)) {
                sureness += word.confidence();
                left = Math.min(left, word.left());
                right = Math.max(right, word.right());
            }
            Word first = words.get(start);
            downwards += first.lineBottom() - first.lineTop() > 2 * (right - left) ? end - start : 0;
        }
        return words.size() >= FEW && (sureness < UNSURE * words.size() || 2 * downwards > words.size());
    }

    private static int endOfLine(List<Word> words, int start) {
        int end = start + 1;
        while (end < words.size()
                && words.get(end).line().equals(words.get(start).line())) {
            end++;
        }
        return end;
    }

    /// The words of lines one after the other, their places made regular: as high as their line, and none over the
    /// next.
    static List<Word> regular(List<Word> words) {
        List<Word> regular = new ArrayList<>();
        for (int start = 0, end; start < words.size(); start = end) {
            end = endOfLine(words, start);
            regularLine(words.subList(start, end), regular);
        }
        return regular;
    }

    private static void regularLine(List<Word> words, List<Word> regular) {
        double usual = words.stream()
                .mapToDouble(word -> word.bottom() - word.top())
                .sorted()
                .skip(words.size() / 2)
                .findFirst()
                .orElse(0);
        double done = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double left = Math.max(word.left(), done);
            double right = Math.max(word.right(), left + 1);
            if (i + 1 < words.size() && words.get(i + 1).left() > left) {
                right = Math.min(right, words.get(i + 1).left());
            }
            done = right;
            // A stroke of a frame or a stamp makes a line far too high.
            boolean isLine = word.lineBottom() - word.lineTop() <= TOO_HIGH * usual;
            double top = isLine ? word.lineTop() : word.top();
            double bottom = isLine ? word.lineBottom() : word.bottom();
            double lineTop = isLine ? word.lineTop() : (top + bottom - usual) / 2;
            double lineBottom = isLine ? word.lineBottom() : (top + bottom + usual) / 2;
            regular.add(new Word(
                    word.text(), word.line(), left, top, right, bottom, lineTop, lineBottom, word.confidence()));
        }
    }

    /// Its characters from `start` to `end`, placed as if each Chinese character were as wide as two others.
    Word part(int start, int end) {
        if (start == 0 && end == text.length()) {
            return this;
        }
        double all = columns(0, text.length());
        double width = right - left;
        return new Word(
                text.substring(start, end),
                line,
                left + width * columns(0, start) / all,
                top,
                left + width * columns(0, end) / all,
                bottom,
                lineTop,
                lineBottom,
                confidence);
    }

    /// The same place, read another way.
    Word read(String otherText, double otherConfidence) {
        return new Word(otherText, line, left, top, right, bottom, lineTop, lineBottom, otherConfidence);
    }

    private int columns(int start, int end) {
        return text.substring(start, end)
                .codePoints()
                .map(c -> c < 0x2e80 ? 1 : 2)
                .sum();
    }
}
