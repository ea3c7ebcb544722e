package gewu.workbench.passage;

import java.util.ArrayList;
import java.util.List;

/// A quiet sign below words: what was found in them.
///
/// @param start in offsets of the text it belongs to
/// @param end   exclusive
/// @param to    where it is told what was found; empty for words that only light up
/// @param place where it stands in the source text, as addresses write what lights up, such as `12-19`
public record Underline(int start, int end, Kind kind, String to, String place) {
    /// An underline in offsets of the source text.
    public Underline(int start, int end, Kind kind, String to) {
        this(start, end, kind, to, start + "-" + end);
    }

    /// What was found.
    public enum Kind {
        FIGURE,
        PROBLEM,
        REMEDY,
        /// Words that light up because somebody asked where they are.
        LIT;

        /// The name of its style.
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Those of `all` that touch the words from `start` to `end`.
    public static List<Underline> between(List<Underline> all, int start, int end) {
        List<Underline> touching = new ArrayList<>();
        // Asked for each paragraph of a report with thousands of figures: a stream takes five times as long.
        for (Underline it : all) {
            if (it.start() < end && start < it.end()) {
                touching.add(it);
            }
        }
        return touching;
    }
}
