package gewu.importpdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/// Lets PDFBox find its reader of JBIG2, in which scanners pack black and white pages. The library looks for it in the
/// JDK's register, where it may stand only while it is needed: it would hold the plugin's classes for ever.
///
/// All threads share one.
final class Jbig2 {
    /// Draws a page.
    interface Drawing {
        BufferedImage draw() throws IOException;
    }

    private final ImageReaderSpi reader = new JBIG2ImageReaderSpi();
    private int users;

    BufferedImage during(Drawing drawing) throws IOException {
        begin();
        try {
            return drawing.draw();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (users++ == 0) {
            IIORegistry.getDefaultInstance().registerServiceProvider(reader, ImageReaderSpi.class);
        }
    }

    private synchronized void end() {
        if (--users == 0) {
            IIORegistry.getDefaultInstance().deregisterServiceProvider(reader, ImageReaderSpi.class);
        }
    }
}
