package gewu.importofd;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a page draws. Lengths are millimetres; `place` leads from the thing's own coordinates to those of the
/// page, or of the group it stands in.
sealed interface Item {
    AffineTransform place();

    /// A run of letters.
    ///
    /// @param size    of the font
    /// @param isBold  whether the run says so; its font may say so too
    /// @param stretch how much wider than usual the letters are
    /// @param turned  by how many degrees, clockwise, each letter is turned
    record Words(
            AffineTransform place,
            String font,
            double size,
            boolean isBold,
            double stretch,
            double turned,
            Ink ink,
            List<Letter> letters)
            implements Item {
        public Words {
            letters = List.copyOf(letters);
        }
    }

    /// @param text  a character
    /// @param x     where its base line begins
    /// @param step  how far right of it the next one begins; 0 if unknown
    /// @param glyph its number in the font; -1 if its character tells, -2 if it is drawn with the one before
    record Letter(String text, double x, double y, double step, int glyph) {
        static final int BY_CHARACTER = -1;
        static final int WITH_THE_ONE_BEFORE = -2;
    }

    /// Lines and areas. The path never changes.
    record Shape(AffineTransform place, Path2D path, Ink ink) implements Item {}

    /// A picture; `place` leads from the square of length 1 that it fills.
    record Image(AffineTransform place, String resource, double opacity) implements Item {}

    /// A group that stands in the resources.
    record Group(AffineTransform place, String resource) implements Item {}

    /// How something is drawn.
    ///
    /// @param fills   whether its area is filled
    /// @param strokes whether its outline is drawn
    /// @param fill    null if not said here
    /// @param stroke  null if not said here
    /// @param width   of lines; 0 if not said here
    /// @param opacity from 0 to 1
    /// @param params  ids of the resources that say the rest, nearest first
    record Ink(
            boolean fills,
            boolean strokes,
            @Nullable Color fill,
            @Nullable Color stroke,
            double width,
            double opacity,
            List<String> params) {
        public Ink {
            params = List.copyOf(params);
        }
    }
}
