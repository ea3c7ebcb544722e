package gewu.api.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a page of fixed layout looks: where its words stand, what was left out of the text, and where the words come
/// from.
///
/// Lengths are points (1/72 inch) from the upper left corner of the page as people see it.
///
/// @param number    the page's number, from 1
/// @param width     of the page
/// @param height    of the page
/// @param origin    where the words come from
/// @param why       why they come from there, such as what is wrong with the text layer; the engine for recognised
/// words
/// @param turned    by how many degrees, clockwise, a recognised page lies askew; boxes are those of the page
/// turned back about its centre
/// @param lines     in reading order; all words of the page in the source text stand in one
/// @param dropped   running heads, page numbers and the like, left out of the text
/// @param otherText what the other origin says: the text layer that was not trusted; empty if there is none
public record PageLook(
        int number,
        double width,
        double height,
        Origin origin,
        String why,
        double turned,
        List<PlacedLine> lines,
        List<Dropped> dropped,
        String otherText) {
    public PageLook {
        lines = List.copyOf(lines);
        dropped = List.copyOf(dropped);
    }

    /// Where the words of a page come from.
    public enum Origin {
        TEXT_LAYER,
        RECOGNISED;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Words left out of the text because they belong to the page, not to the report.
    public record Dropped(String words, Box box) {}

    /// The boxes of the words from `start` to `end` of the source text, one for each line they touch.
    public List<Box> boxes(int start, int end) {
        List<Box> boxes = new ArrayList<>();
        for (PlacedLine line : lines) {
            if (line.start() < end && start < line.end()) {
                boxes.add(line.box(Math.max(start, line.start()), Math.min(end, line.end())));
            }
        }
        return List.copyOf(boxes);
    }
}
