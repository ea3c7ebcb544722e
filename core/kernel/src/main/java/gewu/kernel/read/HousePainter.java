package gewu.kernel.read;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws pages in this process, one at a time. The last file stays open: who looks at a page turns to the next.
public final class HousePainter implements PagePainter {
    private static final Logger LOG = LoggerFactory.getLogger(HousePainter.class);
    static final String INSTEAD = "Read its words, or open the original in a viewer.";

    private final KnownReaders readers;
    private @Nullable Open last;

    /// A file that is open.
    private record Open(DrawRequest asked, LaidDocument document) {}

    /// @param chosen what the user chose: `plugin/extension.option` to a value
    public HousePainter(Extensions extensions, Map<String, String> chosen) {
        this.readers = new KnownReaders(extensions, chosen);
    }

    @Override
    public synchronized Drawing draw(DrawRequest request) {
        try {
            BufferedImage picture = open(request).picture(request.page(), request.dpi());
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return new Drawing.Picture(png.toByteArray());
        } catch (IOException broken) {
            forget();
            return refused(request, KnownReaders.told(broken));
        } catch (PluginFault fault) {
            LOG.debug("{} could not be drawn", request.path(), fault);
            forget();
            return refused(request, KnownReaders.told(fault));
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.debug("{} could not be drawn", request.path(), unexpected);
            forget();
            return refused(request, String.valueOf(unexpected));
        }
    }

    private static Drawing refused(DrawRequest request, String why) {
        return new Drawing.Refused("Page " + request.page() + " can't be drawn: " + why + ".", INSTEAD);
    }

    private LaidDocument open(DrawRequest request) throws IOException {
        Open known = last;
        if (known != null && known.asked().isOfSameFile(request)) {
            return known.document();
        }
        forget();
        Optional<Extension<ReportImporter>> importer = readers.named(ReportImporter.class, request.importer());
        if (importer.isEmpty()) {
            throw new IOException(request.importer() + ", which reads it, is gone");
        }
        Reading reading = importer.get()
                .instance()
                .read(readers.file(request.path(), request.local(), request.mediaType(), importer.get()));
        if (!(reading instanceof Reading.Laid(LaidDocument document))) {
            throw new IOException("its importer does not draw pages");
        }
        last = new Open(request, document);
        return document;
    }

    private void forget() {
        Open known = last;
        last = null;
        if (known != null) {
            try {
                known.document().close();
            } catch (IOException stuck) {
                LOG.debug("{} could not be closed", known.asked().path(), stuck);
            }
        }
    }

    @Override
    public synchronized void close() {
        forget();
    }
}
