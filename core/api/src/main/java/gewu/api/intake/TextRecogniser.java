package gewu.api.intake;

import gewu.api.plugin.ExtensionPoint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/// Extension point `recogniser`: reads the words in the picture of a page (OCR). The first one that is ready is used.
/// One instance serves all threads.
public interface TextRecogniser extends ExtensionPoint {
    /// Whether it can work on this machine, looked up anew each time.
    Readiness readiness();

    /// Reads a page.
    ///
    /// @param dpi pixels an inch of the picture
    /// @throws IOException if the engine fails on this picture
    Recognised recognise(BufferedImage page, int dpi) throws IOException;

    /// Whether a recogniser can work.
    sealed interface Readiness {
        /// @param engine its name and version, such as `tesseract 5.3.0 (chi_sim, eng)`; kept with the text
        record Ready(String engine) implements Readiness {}

        /// @param why    what is missing
        /// @param remedy the command that installs it
        record Missing(String why, String remedy) implements Readiness {}
    }

    /// What was read.
    ///
    /// @param glyphs in pixels of the picture turned by `-turned` about its centre, in the engine's reading order
    /// @param turned by how many degrees, clockwise, the page lies askew in the picture
    /// @param rules  straight lines drawn on the page, placed like the glyphs; none from an engine that sees none
    record Recognised(List<LaidPage.Glyph> glyphs, double turned, List<LaidPage.Rule> rules) {
        public Recognised {
            glyphs = List.copyOf(glyphs);
            rules = List.copyOf(rules);
        }

        /// Without ruling lines.
        public Recognised(List<LaidPage.Glyph> glyphs, double turned) {
            this(glyphs, turned, List.of());
        }
    }
}
