package gewu.kernel.page;

import gewu.api.report.Box;

/// A visual line of a page, or of a cell, as it was set: its characters side by side.
///
/// @param text        its characters; a gap between words is one space
/// @param lefts       the left side of each UTF-16 unit
/// @param rights      the right side of each UTF-16 unit
/// @param confidences how surely each UTF-16 unit was read
/// @param size        of most of its characters
/// @param bold        whether most of it is bold
@SuppressWarnings("ArrayRecordComponent") // made once, handed from step to step in this package, never written to
record SetLine(
        String text,
        float[] lefts,
        float[] rights,
        float[] confidences,
        double top,
        double bottom,
        double size,
        boolean bold) {

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
                bold);
    }
}
