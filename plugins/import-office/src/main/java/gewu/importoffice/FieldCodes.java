package gewu.importoffice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Which fields of a Word document are open at a place: people see their results, never their codes. For one thread.
final class FieldCodes {
    private final boolean contentsAreLeftOut;
    private final Deque<Field> open = new ArrayDeque<>();

    /// @param contentsAreLeftOut whether a table of contents is not heard either
    FieldCodes(boolean contentsAreLeftOut) {
        this.contentsAreLeftOut = contentsAreLeftOut;
    }

    private static final class Field {
        final StringBuilder code = new StringBuilder();
        boolean isCode = true;
        boolean isContents;
    }

    void begin() {
        open.addLast(new Field());
    }

    /// The code ends, the result begins.
    void separate() {
        if (!open.isEmpty()) {
            open.getLast().isCode = false;
            open.getLast().isContents = isContents(open.getLast().code);
        }
    }

    void end() {
        open.pollLast();
    }

    /// A piece of the code of the innermost field; ignored where no code is open.
    void code(CharSequence piece) {
        if (!open.isEmpty() && open.getLast().isCode) {
            open.getLast().code.append(piece);
        }
    }

    /// A code that has not ended by now never will.
    void endParagraph() {
        while (!open.isEmpty() && open.getLast().isCode) {
            open.removeLast();
        }
    }

    /// Whether words at this place are seen.
    boolean areHeard() {
        for (Field field : open) {
            if (field.isCode || field.isContents) {
                return false;
            }
        }
        return true;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    boolean isContents(CharSequence code) {
        String upper = code.toString().strip().toUpperCase(Locale.ROOT);
        return contentsAreLeftOut && (upper.equals("TOC") || upper.startsWith("TOC "));
    }
}
