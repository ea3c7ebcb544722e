package gewu.importofd;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.flow.Unreadable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/// An OFD file that is open for reading.
final class OfdDocument implements LaidDocument {
    private final Parts parts;
    private final List<Sheet> sheets;

    OfdDocument(Parts parts, List<Sheet> sheets) {
        this.parts = parts;
        this.sheets = List.copyOf(sheets);
    }

    @Override
    public int pages() {
        return sheets.size();
    }

    @Override
    public LaidPage page(int number) throws IOException {
        try {
            return new PageScan(leaf(number)).page(number);
        } catch (Unreadable reason) {
            throw new IOException(OfdImporter.told(reason), reason);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("it is damaged (" + OfdImporter.told(broken) + ")", broken);
        }
    }

    @Override
    public BufferedImage picture(int number, int dpi) throws IOException {
        try {
            return new PagePainter(leaf(number), parts).picture(dpi);
        } catch (Unreadable reason) {
            throw new IOException(OfdImporter.told(reason), reason);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("it can't be drawn (" + OfdImporter.told(broken) + ")", broken);
        }
    }

    private Leaf leaf(int number) throws IOException {
        return switch (sheets.get(number - 1)) {
            case Sheet.Whole(Volume volume, String part) -> volume.leaf(part);
            case Sheet.Lost(String why) -> throw new IOException(why);
        };
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
