package gewu.kernel.workspace;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Keeps original files by the hash of their content. A file is there whole or not at all, also after a
/// power cut.
public final class Originals {
    private final Workspace workspace;

    public Originals(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A copy of a file in the workspace, made in one reading, that nobody else writes to.
    ///
    /// @param file   where the copy is
    /// @param sha256 of its content
    /// @param bytes  its length
    public record Staged(Path file, String sha256, long bytes) {
        /// Removes the copy, unless it was kept.
        ///
        /// @throws WorkbenchException of kind `WORKSPACE` when the workspace's disk fails
        public void drop() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stuck) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.WORKSPACE,
                        "The copy " + file + " can't be removed: " + stuck.getMessage() + ".",
                        "See to the disk and the rights of the workspace.",
                        stuck);
            }
        }
    }

    /// Copies a file into the workspace, to be read there and then kept or dropped.
    ///
    /// @param most how many bytes it may have
    /// @return empty if it has more
    /// @throws IOException        if the file can't be read
    /// @throws WorkbenchException of kind `WORKSPACE` when the workspace's disk is full or fails
    public Optional<Staged> stage(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            return Optional.empty();
        }
        Path coming = workspace.originals().resolve(".coming-" + UUID.randomUUID());
        MessageDigest digest = sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = create(coming)) {
            byte[] part = new byte[65_536];
            for (int read = in.read(part); read >= 0 && bytes <= most; read = in.read(part)) {
                digest.update(part, 0, read);
                write(out, part, read, coming);
                bytes += read;
            }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(coming);
            throw failed;
        }
        if (bytes > most) {
            Files.deleteIfExists(coming);
            return Optional.empty();
        }
        return Optional.of(new Staged(coming, HexFormat.of().formatHex(digest.digest()), bytes));
    }

    /// Keeps a staged file by its hash; does nothing when its content is kept already.
    ///
    /// @throws WorkbenchException of kind `WORKSPACE` when the disk is full or fails
    public void keep(Staged staged) {
        Path place = workspace.original(staged.sha256());
        try {
            if (Files.exists(place) && Files.size(place) == staged.bytes()) {
                return;
            }
            Path shelf = workspace.originals().resolve(staged.sha256().substring(0, 2));
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                force(workspace.originals());
            }
            try (FileChannel channel = FileChannel.open(staged.file(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(staged.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(shelf);
        } catch (IOException failed) {
            throw notKept(place, staged.file(), staged.bytes(), failed);
        }
    }

    private OutputStream create(Path coming) {
        try {
            return Files.newOutputStream(coming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw notKept(coming, coming, 0, failed);
        }
    }

    private void write(OutputStream out, byte[] part, int length, Path coming) {
        try {
            out.write(part, 0, length);
        } catch (IOException failed) {
            throw notKept(coming, coming, length, failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
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

    private WorkbenchException notKept(Path place, Path coming, long bytes, IOException failed) {
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
