package gewu.kernel.intake;

import gewu.api.intake.Brought;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Map;

/// An archive whose files are being brought in. For one thread.
final class OpenArchive {
    private final Source source;
    private final FileStates.Content content;
    private final Path scratch;
    private final int files;
    private final Map<Brought.State, Integer> counts = new EnumMap<>(Brought.State.class);

    /// @param scratch the folder that holds its files until they are done
    OpenArchive(Source source, FileStates.Content content, Path scratch, int files) {
        this.source = source;
        this.content = content;
        this.scratch = scratch;
        this.files = files;
    }

    Source source() {
        return source;
    }

    FileStates.Content content() {
        return content;
    }

    /// Notes what became of one of its files.
    void ended(Brought.State state) {
        counts.merge(state, 1, Integer::sum);
    }

    /// What became of all of it. An archive is well when it could be opened; each file in it tells for itself.
    Outcome outcome() {
        int bad = counts.getOrDefault(Brought.State.FAILED, 0);
        String holds = "It is an archive of " + files + (files == 1 ? " file" : " files");
        return Outcome.of(
                Brought.State.IMPORTED,
                "",
                bad == 0 ? holds + "." : holds + "; " + bad + " of them failed, see there.");
    }

    /// Removes what was taken out.
    void sweep() {
        sweep(scratch);
    }

    /// Removes a folder and all that stands in it; links are not followed.
    static void sweep(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path below, IOException failed) throws IOException {
                    Files.delete(below);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException stuck) {
            throw new UncheckedIOException("The folder " + folder + " can't be removed.", stuck);
        }
    }
}
