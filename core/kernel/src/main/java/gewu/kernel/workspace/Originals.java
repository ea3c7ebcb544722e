package gewu.kernel.workspace;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Keeps original files by the hash of their content. A file is there whole or not at all, also after a
/// power cut.
public final class Originals {
    private final Workspace workspace;

    public Originals(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Keeps `bytes`, whose hash is `sha256`; does nothing when they are kept already.
    ///
    /// @throws WorkbenchException of kind `WORKSPACE` when the disk is full or fails
    public void keep(String sha256, byte[] bytes) {
        Path place = workspace.original(sha256);
        Path coming = workspace.originals().resolve(".coming-" + sha256);
        try {
            if (Files.exists(place) && Files.size(place) == bytes.length) {
                return;
            }
            Path shelf = workspace.originals().resolve(sha256.substring(0, 2));
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                force(workspace.originals());
            }
            write(coming, bytes);
            Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(shelf);
        } catch (IOException failed) {
            throw notKept(place, coming, bytes.length, failed);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Makes the names in `folder` survive a power cut, where the system can be asked for that.
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private WorkbenchException notKept(Path place, Path coming, int bytes, IOException failed) {
        boolean isFull = false;
        try {
            Files.deleteIfExists(coming);
            isFull = Files.getFileStore(workspace.originals()).getUsableSpace() < bytes + 65_536L;
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
        return new WorkbenchException(
                WorkbenchException.Kind.WORKSPACE,
                isFull
                        ? "The disk that holds the workspace " + workspace.folder() + " is full; a file of " + bytes
                                + " bytes could not be kept."
                        : "The original could not be kept as " + place + ": " + failed.getMessage() + ".",
                "Free some space or see to the disk, then import again; what was kept before is whole.",
                failed);
    }
}
