package gewu.api.intake;

import gewu.api.report.Box;
import java.util.List;

/// What stands on a page, where. Lengths are points (1/72 inch) from the upper left corner of the page as people see it
/// (turned upright).
///
/// @param number   from 1
/// @param width    of the page
/// @param height   of the page
/// @param glyphs   in the order of the file, which need not be the reading order; white space may be left out
/// @param rules    straight horizontal and vertical lines, and the edges of thin or framed rectangles
/// @param unmapped how many glyphs were drawn whose character is unknown; they are not among `glyphs`
/// @param pictured the share of the page that pictures cover, from 0 to 1
public record LaidPage(
        int number, double width, double height, List<Glyph> glyphs, List<Rule> rules, int unmapped, double pictured) {
    public LaidPage {
        glyphs = List.copyOf(glyphs);
        rules = List.copyOf(rules);
    }

    /// One character as it is drawn.
    ///
    /// @param text       mostly one character; what a ligature stands for
    /// @param box        its place: as wide as it moves the pen, as high as its font
    /// @param size       font size in points; for recognised text, the height of its line
    /// @param bold       whether its font says so
    /// @param confidence how surely it was read, from 0 to 1; 1 for a text layer
    public record Glyph(String text, Box box, double size, boolean bold, double confidence) {}

    /// A straight line; `x1 <= x2` and `y1 <= y2`, and one pair is equal.
    public record Rule(double x1, double y1, double x2, double y2) {
        public boolean isHorizontal() {
            return y1 == y2;
        }
    }
}
