package gewu.importpicture;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads pictures of pages. It reads no words: pages without a text layer are recognised by the house.
final class PictureImporter implements ReportImporter {
    private static final String REMEDY = "Open it in a picture viewer and save it as PNG or TIFF, or scan it again.";

    @Override
    public Reading read(SourceFile file) throws IOException {
        ImageInputStream in = content(file);
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            return new Reading.Refused("It is no picture that can be read.", REMEDY);
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, false, false);
            PictureDocument document = PictureDocument.of(reader, in);
            Optional<Reading.Refused> refused = document.refusal();
            if (refused.isPresent()) {
                document.close();
                return refused.get();
            }
            return new Reading.Laid(document);
        } catch (IOException | RuntimeException damaged) {
            reader.dispose();
            in.close();
            return new Reading.Refused(
                    "It is damaged and can't be opened as a picture (" + told(damaged) + ").", REMEDY);
        }
    }

    /// Nothing is cached on disk: the file is there already.
    private static ImageInputStream content(SourceFile file) throws IOException {
        Optional<Path> local = file.local();
        return local.isPresent()
                ? new FileImageInputStream(local.get().toFile())
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()));
    }

    static String told(Exception failed) {
        if (failed instanceof EOFException) {
            return "it ends too early";
        }
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message.strip();
    }
}
