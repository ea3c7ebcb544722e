package gewu.kernel.page;

import gewu.api.report.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visual line of a page, or of a cell, as it was set: its characters side by side.
///
/// @param text        its characters; a gap between words is one space
/// @param lefts       the left side of each UTF-16 unit
/// @param rights      the right side of each UTF-16 unit
/// @param confidences how surely each UTF-16 unit was read
/// @param size        of most of its characters
/// @param bold        whether most of it is bold
/// @param column      the margins of the column it stands in; none where the page has no columns
@SuppressWarnings("ArrayRecordComponent") // made once, handed from step to step in this package, never written to
record SetLine(
        String text,
        float[] lefts,
        float[] rights,
        float[] confidences,
        double top,
        double bottom,
        double size,
        boolean bold,
        @Nullable Margins column) {

    double left() {
        return lefts[0];
    }

    double right() {
        return rights[rights.length - 1];
    }

    Box box() {
        return new Box(left(), top, right(), bottom);
    }

    /// Whether a recogniser read it; what a file says itself is sure.
    boolean isRecognised() {
        for (float confidence : confidences) {
            if (confidence < 1) {
                return true;
            }
        }
        return false;
    }

    char first() {
        return text.charAt(0);
    }

    char last() {
        return text.charAt(text.length() - 1);
    }

    /// The units from `from` to `to`.
    SetLine part(int from, int to) {
        return new SetLine(
                text.substring(from, to),
                java.util.Arrays.copyOfRange(lefts, from, to),
                java.util.Arrays.copyOfRange(rights, from, to),
                java.util.Arrays.copyOfRange(confidences, from, to),
                top,
                bottom,
                size,
                bold,
                column);
    }

    /// This line as one of a column.
    SetLine within(Margins margins) {
        return new SetLine(text, lefts, rights, confidences, top, bottom, size, bold, margins);
    }

    /// The pieces that gaps wider than `gap` (in sizes) part.
    List<SetLine> parts(double gap) {
        List<SetLine> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean isSpace = text.charAt(i) == ' ';
            double white = isSpace ? rights[i] - lefts[i] : lefts[i] - rights[i - 1];
            if (white > gap * size) {
                parts.add(part(from, i));
                from = isSpace ? i + 1 : i;
                i = from;
            }
        }
        parts.add(part(from, text.length()));
        return parts;
    }
}
