package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Opens files of the old formats (.doc, .xls, .ppt), and turns whatever goes wrong inside the library into a
/// reason and the next move.
final class OldFile {
    private OldFile() {}

    /// Reads an opened container.
    interface Reader {
        Reading read(DirectoryNode root) throws IOException;
    }

    /// @param newFormat what to save a copy as, such as `.docx`
    static Reading read(SourceFile file, String newFormat, Reader reader) {
        String remedy =
                "Open it in Word, Excel, PowerPoint or WPS, save it as " + newFormat + ", then import that copy.";
        try (POIFSFileSystem container = open(file)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return isProtected(newFormat);
            }
            return reader.read(root);
        } catch (Unreadable reason) {
            return reason.refused();
        } catch (EncryptedDocumentException locked) {
            return isProtected(newFormat);
        } catch (OldFileFormatException tooOld) {
            return new Reading.Refused("The file was saved by a program of 1995 or before.", remedy);
        } catch (IOException | RuntimeException broken) {
            return new Reading.Refused("The file is damaged, or not what its name says.", remedy);
        }
    }

    private static Reading isProtected(String newFormat) {
        return new Reading.Refused(
                "The file is protected by a password.",
                "Save a copy without the password as " + newFormat + ", then import that copy.");
    }

    private static POIFSFileSystem open(SourceFile file) throws IOException {
        Optional<Path> local = file.local();
        if (local.isPresent()) {
            return new POIFSFileSystem(local.get().toFile(), true);
        }
        try (InputStream in = file.open()) {
            return new POIFSFileSystem(in);
        }
    }
}
