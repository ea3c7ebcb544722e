package gewu.ledger;

import gewu.api.WorkbenchException;
import gewu.api.intake.Reading;
import gewu.api.intake.flow.Unreadable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// A file that somebody asked for: it appears, or takes another's place, when all of it is written; if that fails, what
/// stood there stays. Whoever may read the folder's other files may read it.
final class WholeFile {
    private WholeFile() {}

    /// What is written into it.
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// @throws WorkbenchException if the file can't be written
    static void write(Path file, Content content) {
        try {
            Path unfinished = beside(file);
            try {
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                    content.write(out);
                }
                Files.move(unfinished, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (Unreadable broken) {
            Reading.Refused refused = broken.refused();
            throw Fault.usage(refused.why(), refused.remedy());
        } catch (IOException | UncheckedIOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /// A file of the same folder that nobody else writes.
    static Path beside(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return folder.resolve(".gewu-" + UUID.randomUUID() + ".part");
    }

    static WorkbenchException unwritable(Path file, Exception cause) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                file + " can't be written: " + cause.getMessage() + ".",
                "Check that the folder exists and that no other program has the file open.",
                cause);
    }
}
