package gewu.workbench.passage;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a report as people read it: broken lines joined, characters as printed, marks moved along.
///
/// @param text  on one line
/// @param marks in offsets of `text`
public record Excerpt(String text, List<Mark> marks) {
    private static final String GAP = " … ";

    public Excerpt {
        marks = List.copyOf(marks);
    }

    /// Joins the broken lines of `source`, which begins at `start` of the report's source text, as `marks` do.
    public static Excerpt of(String source, int start, List<Mark> marks) {
        CleanText clean = CleanText.of(source);
        StringBuilder text = new StringBuilder(clean.text().length());
        for (int i = 0; i < clean.text().length(); i++) {
            char c = clean.text().charAt(i);
            text.append(c == ' ' ? ' ' : source.charAt(clean.sourceStart(i)));
        }
        List<Mark> moved = new ArrayList<>();
        for (Mark mark : marks) {
            int from = clean.cleanAt(Math.max(mark.start() - start, 0));
            int to = clean.cleanAt(Math.max(mark.end() - start, 0));
            if (to > from) {
                moved.add(new Mark(from, to));
            }
        }
        return new Excerpt(text.toString(), moved);
    }

    /// What stands around the marks, when the whole is longer than `most` characters; the beginning when nothing is
    /// marked.
    public Excerpt around(int most) {
        if (text.length() <= most) {
            return this;
        }
        if (marks.isEmpty()) {
            return new Excerpt(text.substring(0, boundary(most)) + "…", List.of());
        }
        int reach = Math.max(most / (2 * Math.min(marks.size(), 4)) - 4, 12);
        StringBuilder kept = new StringBuilder();
        List<Mark> moved = new ArrayList<>();
        int keptTo = -1;
        for (Mark mark : marks) {
            int from = boundary(Math.max(mark.start() - reach, 0));
            int to = boundary(Math.min(mark.end() + reach, text.length()));
            if (kept.length() >= most && from > keptTo) {
                break;
            }
            if (from > keptTo) {
                if (from > 0) {
                    kept.append(kept.isEmpty() ? "…" : GAP);
                }
                keptTo = from;
            }
            int shift = kept.length() - keptTo;
            if (to > keptTo) {
                kept.append(text, keptTo, to);
                keptTo = to;
            }
            moved.add(new Mark(mark.start() + shift, mark.end() + shift));
        }
        if (keptTo < text.length()) {
            kept.append("…");
        }
        return new Excerpt(kept.toString(), moved);
    }

    /// The stretches between and in the marks, in order.
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.start() > at) {
                pieces.add(new Piece(text.substring(at, mark.start()), false));
            }
            if (mark.end() > Math.max(at, mark.start())) {
                pieces.add(new Piece(text.substring(Math.max(at, mark.start()), mark.end()), true));
            }
            at = Math.max(at, mark.end());
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }

    /// A place where no character is torn in two.
    private int boundary(int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// A stretch that is marked as a whole or not at all.
    public record Piece(String text, boolean isMarked) {}
}
